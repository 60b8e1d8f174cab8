package dev.profilectl.store;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.sqlite.JDBC;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteOpenMode;

/**
 * Opens the file of a store. A new store is made aside and linked to its name when it is whole, so
 * that two processes that start at once, or a disk that fills up, leave a store or nothing.
 */
final class StoreFile {
  private static final byte[] MAGIC = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);

  /** Milliseconds to wait for another writer; each holds the store for milliseconds only. */
  private static final int BUSY_TIMEOUT = 60_000;

  private static final Duration LEFT_OVER = Duration.ofDays(1);

  /** KiB of pages to keep in memory. */
  private static final int CACHE = 32 << 10;

  /** Pages of log that make it worth while to bring them into the store. */
  private static final int CHECKPOINT = 8000;

  private static final Set<String> NETWORK =
      Set.of(
          "nfs",
          "nfs4",
          "cifs",
          "smb",
          "smb2",
          "smb3",
          "smbfs",
          "afs",
          "ncpfs",
          "9p",
          "ceph",
          "fuse.sshfs",
          "fuse.glusterfs",
          "davfs",
          "fuse.davfs2",
          "lustre");

  private StoreFile() {}

  /** Reads the driver and SQLite itself. */
  static void loadLibrary() {
    try (Connection nowhere = new SQLiteConfig().createConnection("jdbc:sqlite::memory:")) {
      nowhere.isValid(0);
    } catch (SQLException toldWhenNeeded) {
      return;
    }
  }

  /** A connection to a store in memory, gone when it is closed. */
  static Connection openInMemory() {
    try {
      Connection connection = connect("jdbc:sqlite::memory:", new SQLiteConfig());
      Schema.upgrade(connection, ":memory:");
      return connection;
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, ":memory:");
    }
  }

  /** The same, where it may grow: SQLite puts what does not fit into a file without a name. */
  static Connection openScratch() {
    try {
      Connection connection = connect("jdbc:sqlite:", new SQLiteConfig());
      Schema.upgrade(connection, "");
      return connection;
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, "");
    }
  }

  /**
   * A connection to the store in a file, which is made where there is none.
   *
   * @throws Fault where the file, or its folder, cannot be a store
   */
  static Connection open(Path file) {
    String name = file.toString();
    try {
      if (!Files.exists(file)) {
        create(file);
      }
      refuseWhatIsNoStore(file);
      SQLiteConfig config = new SQLiteConfig();
      String url = url(file);
      if (isReadOnly(file)) {
        config = readOnly();
        if (!Files.exists(beside(file, "-wal"))) {
          url += "?immutable=1";
        }
      }
      Connection connection = connect(url, config);
      try {
        if (!Schema.isCurrent(connection, name)) {
          useWal(connection);
          Schema.upgrade(connection, name);
        }
        return connection;
      } catch (SQLException | RuntimeException failure) {
        connection.close();
        throw failure;
      }
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    } catch (IOException cause) {
      throw unusable(file, cause);
    }
  }

  /**
   * A connection to read a file that is there. It makes no file beside it: where no process has the
   * store open, the log of one that died is left alone, and with it what stands there.
   */
  static Connection openToLook(Path file) throws IOException, SQLException {
    refuseWhatIsNoStore(file);
    boolean inUse = Files.exists(beside(file, "-wal")) && Files.exists(beside(file, "-shm"));
    return connect(url(file) + (inUse ? "" : "?immutable=1"), readOnly());
  }

  private static SQLiteConfig readOnly() {
    SQLiteConfig config = new SQLiteConfig();
    config.setOpenMode(SQLiteOpenMode.READONLY);
    config.resetOpenMode(SQLiteOpenMode.READWRITE);
    config.resetOpenMode(SQLiteOpenMode.CREATE);
    return config;
  }

  /** Escaped, because the driver would take what follows a question mark as settings. */
  private static String url(Path file) {
    return JDBC.PREFIX + "file:" + file.toUri().getRawPath();
  }

  private static Connection connect(String url, SQLiteConfig config) throws SQLException {
    config.enforceForeignKeys(true);
    config.setBusyTimeout(BUSY_TIMEOUT);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    // Ids are random, so bulk runs reach all over the indexes; memory is taken as it is needed.
    config.setCacheSize(-CACHE);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, String.valueOf(CHECKPOINT));
    // What a change replaces is overwritten at once, so that nothing of it outlives a purge.
    config.setPragma(SQLiteConfig.Pragma.SECURE_DELETE, "ON");
    return config.createConnection(url);
  }

  private static void useWal(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
    }
  }

  private static void create(Path file) throws IOException, SQLException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new Fault(Message.of("store.cannot-open", file));
    }
    Files.createDirectories(folder, onPosix(folder, "rwx------"));
    refuseNetwork(folder, file);
    Path aside = aside(file);
    try {
      try (Connection connection = connect(url(aside), new SQLiteConfig())) {
        useWal(connection);
        Schema.upgrade(connection, file.toString());
      }
      link(file, aside);
    } catch (FileAlreadyExistsException anotherWasFirst) {
      // Its store is as new and as whole as ours.
      return;
    } finally {
      deleteWithLogs(aside);
    }
  }

  /** An empty file of our own in the folder of another, readable by nobody else. */
  static Path aside(Path file) throws IOException {
    Path folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    Path made = Files.createTempFile(folder, ".profilectl-", ".new", onPosix(folder, "rw-------"));
    dropLeftOvers(folder, made);
    return made;
  }

  /** Processes that were killed have left such files; after a day nobody is at work on one. */
  private static void dropLeftOvers(Path folder, Path made) throws IOException {
    Instant limit = Files.getLastModifiedTime(made).toInstant().minus(LEFT_OVER);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, ".profilectl-*.new*")) {
      for (Path file : files) {
        dropLeftOver(file, limit);
      }
    }
  }

  private static void dropLeftOver(Path file, Instant limit) {
    try {
      if (Files.getLastModifiedTime(file).toInstant().isBefore(limit)) {
        Files.deleteIfExists(file);
      }
    } catch (IOException stays) {
      // It is gone by now, or somebody else's: no reason not to go on.
    }
  }

  static void deleteWithLogs(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(beside(file, "-wal"));
    Files.deleteIfExists(beside(file, "-shm"));
  }

  /** Gives a whole file its name, and never takes the name from another. */
  static void link(Path file, Path whole) throws IOException {
    try {
      Files.createLink(file, whole);
    } catch (FileAlreadyExistsException there) {
      throw there;
    } catch (UnsupportedOperationException | FileSystemException noLinksHere) {
      Files.move(whole, file);
    }
  }

  private static FileAttribute<?>[] onPosix(Path folder, String mode) {
    return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))
        }
        : new FileAttribute<?>[0];
  }

  private static void refuseWhatIsNoStore(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new Fault(Message.of("store.not-a-file", file));
    }
    refuseNetwork(file, file);
    try (InputStream in = Files.newInputStream(file)) {
      byte[] head = in.readNBytes(MAGIC.length);
      if (head.length > 0 && !Arrays.equals(head, MAGIC)) {
        throw new Fault(Message.of("store.not-a-store", file));
      }
    }
  }

  private static void refuseNetwork(Path where, Path file) {
    String type;
    try {
      type = Files.getFileStore(where).type().toLowerCase(Locale.ROOT);
    } catch (IOException notListed) {
      // in a chroot the system need not tell where a folder comes from
      return;
    }
    if (NETWORK.contains(type)) {
      throw new Fault(Message.of("store.network", file, type));
    }
  }

  /**
   * Whether it can be read only. Then, as long as no log tells of a writer, SQLite must not make
   * its files beside it: they would be as read-only as the store, and in the way of the next
   * writer.
   */
  private static boolean isReadOnly(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    return !Files.isWritable(file) || folder == null || !Files.isWritable(folder);
  }

  private static Path beside(Path file, String ending) {
    return file.resolveSibling(file.getFileName() + ending);
  }

  private static Fault unusable(Path file, IOException cause) {
    return new Fault(Message.of("store.no-place", file, IoReason.of(cause)), cause);
  }
}
