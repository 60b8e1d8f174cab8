package dev.profilectl.cli.bulk;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

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
      throw new Fault(Message.of("bulk.not-written", name, IoReason.of(cause)), cause);
    } catch (InvalidPathException noPath) {
      throw new Usage(Message.of("bulk.not-written", name, String.valueOf(noPath.getReason())));
    }
  }
}
