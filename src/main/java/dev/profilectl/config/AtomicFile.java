package dev.profilectl.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

/**
 * Replaces a file as a whole: a new one beside it, on the disk before it takes the name. Whoever
 * reads gets the old text or the new, and a failure leaves the old. Only for who holds the lock.
 */
final class AtomicFile {
  /** Who may read the new file. */
  enum Access {
    /** Its owner. */
    OWNER,
    /** Who could read the one before; of a new one whom the user's umask lets. */
    AS_BEFORE
  }

  private AtomicFile() {}

  static void write(Path file, String text, Access access) throws IOException {
    if (Files.exists(file) && !Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    Path fresh = file.resolveSibling("." + file.getFileName() + ".new");
    // What a process that died has left; nobody else writes while this one holds the lock.
    Files.deleteIfExists(fresh);
    try {
      try (FileChannel channel = create(fresh, access)) {
        if (access == Access.AS_BEFORE && Files.exists(file) && isPosix(file)) {
          Files.setPosixFilePermissions(fresh, Files.getPosixFilePermissions(file));
        }
        ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          channel.write(bytes);
        }
        channel.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException failed) {
      Files.deleteIfExists(fresh);
      throw failed;
    }
    sync(Objects.requireNonNull(file.toAbsolutePath().getParent()));
  }

  private static FileChannel create(Path fresh, Access access) throws IOException {
    var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    return access == Access.OWNER
        ? FileChannel.open(fresh, options, forOwner(fresh, "rw-------"))
        : FileChannel.open(fresh, options);
  }

  /** A new name is on the disk when its folder is; some systems cannot write a folder out. */
  private static void sync(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException notHere) {
      return;
    }
  }

  /** The folder, made with those above it where they are missing, for the owner alone. */
  static void makeFolder(Path folder) throws IOException {
    Files.createDirectories(folder, forOwner(folder, "rwx------"));
  }

  /** A file that is a link leads to the one that is meant, which may not be there yet. */
  static Path behindLinks(Path file) throws IOException {
    try {
      return file.toRealPath();
    } catch (NoSuchFileException missing) {
      return Files.isSymbolicLink(file)
          ? file.resolveSibling(Files.readSymbolicLink(file)).normalize()
          : file;
    }
  }

  /** Takes away what this mode does not give; whether that was possible. */
  static boolean restrict(Path path, String mode) throws IOException {
    if (!isPosix(path)) {
      return true;
    }
    Set<PosixFilePermission> wanted = PosixFilePermissions.fromString(mode);
    Set<PosixFilePermission> present =
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
    if (wanted.containsAll(present)) {
      return true;
    }
    Set<PosixFilePermission> both = EnumSet.copyOf(wanted);
    both.retainAll(present);
    try {
      Files.setPosixFilePermissions(path, both);
      return true;
    } catch (FileSystemException refused) {
      return false;
    }
  }

  static FileAttribute<?>[] forOwner(Path path, String mode) {
    return isPosix(path)
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static boolean isPosix(Path path) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix");
  }
}
