package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * The files of a ZIP archive. An entry is read as far as a picture may be long and no further,
 * whatever the archive says about it; archives in it are files like any other.
 */
final class PictureArchive implements PictureFiles {
  private static final int MOST_ENTRIES = 200_000;

  /** Names of archives that are older than UTF-8 in them; every byte is a letter. */
  private static final Charset OLD = Charset.forName("IBM437");

  private final Path path;
  private final ZipFile zip;
  private final String title;
  private final List<String> names;

  PictureArchive(Path path, String title) {
    this.path = path;
    this.title = title;
    this.zip = open(path, title);
    if (zip.size() > MOST_ENTRIES) {
      close();
      throw new Usage(Message.of("pictures.too-many", title, MOST_ENTRIES));
    }
    this.names =
        zip.stream()
            .filter(entry -> !entry.isDirectory())
            .map(ZipEntry::getName)
            .filter(name -> !PictureFiles.isLitter(name))
            .distinct()
            .sorted()
            .toList();
  }

  private static ZipFile open(Path path, String title) {
    try {
      return open(path);
    } catch (ZipException broken) {
      if (String.valueOf(broken.getMessage()).contains("encrypted")) {
        throw new Usage(Message.of("pictures.encrypted", title));
      }
      throw new Fault(Message.of("pictures.broken-archive", title), broken);
    } catch (IOException unreadable) {
      throw unreadable(title, unreadable);
    }
  }

  private static ZipFile open(Path path) throws IOException {
    try {
      return new ZipFile(path.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException wrong) {
      if (String.valueOf(wrong.getMessage()).contains("bad entry name")) {
        return new ZipFile(path.toFile(), OLD);
      }
      throw wrong;
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Path path() {
    return path;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public long bytes(String name) {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? 0 : Math.max(0, entry.getSize());
  }

  @Override
  public byte[] read(String name, int most) {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw new NotFound(Message.of("file.missing", title + "/" + name));
    }
    try (InputStream in = zip.getInputStream(entry)) {
      return in.readNBytes(most + 1);
    } catch (ZipException broken) {
      throw new Fault(Message.of("pictures.broken-archive", title + "/" + name), broken);
    } catch (IOException unreadable) {
      throw unreadable(title + "/" + name, unreadable);
    }
  }

  static Fault unreadable(String name, IOException cause) {
    return new Fault(Message.of("file.unreadable", name), cause);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException cause) {
      throw unreadable(title, cause);
    }
  }
}
