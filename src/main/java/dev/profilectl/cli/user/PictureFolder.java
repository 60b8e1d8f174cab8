package dev.profilectl.cli.user;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The folder that pictures are exported to, each called like its user. */
final class PictureFolder {
  private final Session session;
  private final String name;
  private final Path folder;
  private final ProfileDirectory directory;
  private long written;
  private long refused;
  private @Nullable String firstRefused;

  private PictureFolder(Session session, String name, ProfileDirectory directory) {
    this.session = session;
    this.name = name;
    this.folder = session.workspace().file(name);
    this.directory = directory;
  }

  /** The folder of this name, made where there is none. */
  static PictureFolder at(Session session, String name, ProfileDirectory directory) {
    PictureFolder folder = new PictureFolder(session, name, directory);
    try {
      Files.createDirectories(folder.folder);
    } catch (IOException cause) {
      throw failed(name, cause);
    }
    return folder;
  }

  private static Fault failed(String file, IOException cause) {
    return new Fault(Message.of("avatar.out-failed", file, IoReason.of(cause)), cause);
  }

  /** Writes the user's picture, where there is one; a file of other content is left alone. */
  void write(Profile user) {
    Avatar avatar = directory.avatar(user.id()).orElse(null);
    if (avatar == null) {
      return;
    }
    String file = file(user.username()) + "." + ending(avatar.shape().format());
    Path path = folder.resolve(file);
    try {
      if (!Files.exists(path)) {
        Path aside = Files.createTempFile(folder, ".profilectl-", ".new");
        try {
          Files.write(aside, avatar.content().bytes());
          Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
          Files.deleteIfExists(aside);
        }
        written++;
      } else if (!holds(path, avatar.content().bytes())) {
        refused++;
        firstRefused = firstRefused == null ? name + "/" + file : firstRefused;
      }
    } catch (IOException cause) {
      throw failed(name + "/" + file, cause);
    }
  }

  private static boolean holds(Path path, byte[] bytes) throws IOException {
    return Files.isRegularFile(path)
        && Files.size(path) == bytes.length
        && Arrays.equals(Files.readAllBytes(path), bytes);
  }

  /** A name that stays in the folder whatever a system calls its users. */
  private static String file(String username) {
    return username.replaceAll("[^A-Za-z0-9._-]", "_");
  }

  private static String ending(String format) {
    return format.equals("jpeg") ? "jpg" : format;
  }

  /**
   * Says how many pictures were written.
   *
   * @throws Conflict where files of other content were in the way
   */
  void done() {
    session.note(Message.of("export.pictures", written, name));
    String first = firstRefused;
    if (first != null) {
      throw new Conflict(Message.of("export.picture-there", first, refused));
    }
  }
}
