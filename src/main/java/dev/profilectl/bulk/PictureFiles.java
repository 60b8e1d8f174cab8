package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files to make pictures of: those of a folder, or of a ZIP archive. Any thread may read. Nothing
 * is ever written under the name of such a file.
 */
public sealed interface PictureFiles extends AutoCloseable permits PictureFolder, PictureArchive {
  /** What systems put beside pictures and nobody means. */
  Set<String> LITTER = Set.of(".ds_store", "thumbs.db", "desktop.ini", "ehthumbs.db");

  /**
   * Opens them.
   *
   * @param name as the user gave it
   * @param deep whether folders below count too; those of an archive always do
   * @throws NotFound where there is nothing of that name
   * @throws Usage where it is neither a folder nor an archive
   */
  static PictureFiles open(Path path, String name, boolean deep) {
    try {
      if (Files.isDirectory(path)) {
        return new PictureFolder(path, name, deep);
      }
      if (!Files.exists(path)) {
        throw new NotFound(Message.of("file.missing", name));
      }
      if (!isArchive(path)) {
        throw new Usage(Message.of("pictures.no-folder", name));
      }
      return new PictureArchive(path, name);
    } catch (IOException unreadable) {
      throw PictureArchive.unreadable(name, unreadable);
    }
  }

  private static boolean isArchive(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] head = in.readNBytes(4);
      // the second is an archive without a file in it
      return Arrays.equals(head, new byte[] {'P', 'K', 3, 4})
          || Arrays.equals(head, new byte[] {'P', 'K', 5, 6});
    }
  }

  /** The folder or archive, as the user named it. */
  String title();

  /** Where it is. */
  Path path();

  /** Their names, sorted; with folders, apart by {@code /}. */
  List<String> names();

  /** What is said about the size of one, not to be relied on; 0 for nothing. */
  long bytes(String name);

  /**
   * The bytes of one.
   *
   * @param most one more than this is read at most, so that what is longer shows
   * @throws Failure.Fault where it cannot be read
   */
  byte[] read(String name, int most);

  @Override
  void close();

  /** Whether a file is one that a system put there. */
  static boolean isLitter(String name) {
    String last = name.substring(name.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return LITTER.contains(last) || ("/" + name).contains("/__MACOSX/");
  }
}
