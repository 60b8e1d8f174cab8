package dev.profilectl.config;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Set;

/** A file for its owner alone that somebody else writes. */
public final class PrivateFile {
  private PrivateFile() {}

  /**
   * Makes it with a text in it.
   *
   * @throws Conflict where there is a file of that name
   * @throws Fault where it cannot be written
   */
  public static void create(Path file, String text) {
    try (FileChannel channel =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
            AtomicFile.forOwner(file, "rw-------"))) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (FileAlreadyExistsException there) {
      throw new Conflict(Message.of("store.backup-exists", file));
    } catch (IOException cause) {
      throw new Fault(Message.of("file.not-written", file, IoReason.of(cause)), cause);
    }
  }

  /**
   * Makes sure that it is there, with its folder, and that nobody else may read it.
   *
   * @return whether it can be written so; a link never is
   */
  public static boolean ready(Path file) {
    try {
      AtomicFile.makeFolder(Objects.requireNonNull(file.getParent()));
      if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
        FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                AtomicFile.forOwner(file, "rw-------"))
            .close();
      }
      return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          && AtomicFile.restrict(file, "rw-------")
          && Files.isWritable(file);
    } catch (IOException refused) {
      return false;
    }
  }
}
