package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.output.RawOut;
import dev.profilectl.profile.Avatar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a picture's bytes where the user wants them. */
final class PictureFile {
  private PictureFile() {}

  /**
   * To a file, by way of one beside it, so that it is whole or not there; or to standard output.
   */
  static void write(Session session, Avatar avatar, String name) {
    if (name.equals("-")) {
      RawOut.write(session.workspace().channels().out(), avatar.content().bytes());
      return;
    }
    try {
      Path file = session.workspace().file(name);
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        Files.write(file, avatar.content().bytes());
      } else {
        Path aside =
            Files.createTempFile(file.toAbsolutePath().getParent(), ".profilectl-", ".new");
        try {
          Files.write(aside, avatar.content().bytes());
          Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
          Files.deleteIfExists(aside);
        }
      }
      session.note(Message.of("avatar.out", name, Sizes.of(avatar.content().size())));
    } catch (IOException cause) {
      throw new Fault(Message.of("avatar.out-failed", name, IoReason.of(cause)), cause);
    }
  }
}
