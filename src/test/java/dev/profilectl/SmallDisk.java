package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file system of a few megabytes, as far as the user may mount one; else the test is skipped. */
public record SmallDisk(Path place) implements AutoCloseable {

  /** Mounts one in a folder that is made. */
  public static SmallDisk mount(Path place, String size) throws IOException {
    Files.createDirectory(place);
    boolean mounted = run("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", place.toString());
    assumeTrue(mounted, "a small disk can be mounted");
    return new SmallDisk(place);
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException noSuchProgram) {
      return false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  /** Takes all the space there is, but for some bytes. */
  public void fill(long left) throws IOException {
    long space = Files.getFileStore(place).getUsableSpace() - left;
    try (OutputStream out = Files.newOutputStream(filler())) {
      for (long i = 0; i < space; i += 4096) {
        out.write(new byte[4096]);
      }
    } catch (IOException full) {
      assertThat(left).isZero();
    }
  }

  /** Gives it back. */
  public void empty() throws IOException {
    Files.deleteIfExists(filler());
  }

  private Path filler() {
    return place.resolve("filler");
  }

  @Override
  public void close() throws IOException {
    assertThat(run("umount", place.toString())).isTrue();
  }
}
