package dev.profilectl.cli.bulk;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file that is there whole or not at all: it is written aside, and takes its name at the end. */
public final class WholeFile {
  private WholeFile() {}

  /** What a file is written with. */
  public interface Writing {
    /** Writes all of it. */
    void to(OutputStream out) throws IOException;
  }

  /** Writes it, readable by its owner alone; what stood there is replaced. */
  public static void write(Session session, String name, Writing writing) {
    try {
      Path file = session.workspace().file(name).toAbsolutePath();
      Path folder = Objects.requireNonNull(file.getParent());
      Path aside = Files.createTempFile(folder, ".profilectl-", ".new");
      try {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(aside))) {
          writing.to(out);
        }
        Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(aside);
      }
    } catch (IOException cause) {
      throw notWritten(name, cause);
    } catch (InvalidPathException noPath) {
      throw new Usage(Message.of("bulk.not-written", name, String.valueOf(noPath.getReason())));
    }
  }

  static Fault notWritten(String name, IOException cause) {
    return new Fault(Message.of("bulk.not-written", name, IoReason.of(cause)), cause);
  }

  /**
   * Refuses what could not be written, before the work that it is to tell of.
   *
   * @throws Fault where its folder is not there or must not be written
   */
  static void check(Session session, @Nullable String name) {
    if (name != null) {
      try {
        Path file = session.workspace().file(name).toAbsolutePath();
        Path folder = Objects.requireNonNull(file.getParent());
        if (Files.isDirectory(file)) {
          throw notWritten(name, new FileSystemException(name, null, "a folder has this name"));
        }
        Files.delete(Files.createTempFile(folder, ".profilectl-", ".new"));
      } catch (IOException cause) {
        throw notWritten(name, cause);
      } catch (InvalidPathException noPath) {
        throw new Usage(Message.of("bulk.not-written", name, String.valueOf(noPath.getReason())));
      }
    }
  }
}
