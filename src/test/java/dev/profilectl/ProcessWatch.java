package dev.profilectl;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;

/** Looks at the command lines of all processes again and again, as any other user may. */
final class ProcessWatch {
  private ProcessWatch() {}

  /** Begins; adds what it sees, which must be a set for many threads, until it is interrupted. */
  static Thread start(Set<String> seen) {
    return Thread.ofPlatform()
        .daemon()
        .start(
            () -> {
              while (!Thread.currentThread().isInterrupted()) {
                look(seen);
              }
            });
  }

  private static void look(Set<String> seen) {
    try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
      for (Path process : all) {
        seen.add(commandLine(process));
      }
    } catch (IOException unreadable) {
      throw new AssertionError(unreadable);
    }
  }

  private static String commandLine(Path process) throws IOException {
    try {
      return new String(
          Files.readAllBytes(process.resolve("cmdline")), StandardCharsets.ISO_8859_1);
    } catch (NoSuchFileException ended) {
      return "";
    } catch (IOException ended) {
      if (String.valueOf(ended.getMessage()).contains("No such process")) {
        return "";
      }
      throw ended;
    }
  }
}
