package dev.profilectl.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files of a folder; links to files count, links to folders are not followed. */
final class PictureFolder implements PictureFiles {
  private final Path folder;
  private final String title;
  private final List<String> names;

  PictureFolder(Path folder, String title, boolean deep) throws IOException {
    this.folder = folder;
    this.title = title;
    try (Stream<Path> files = Files.walk(folder, deep ? Integer.MAX_VALUE : 1)) {
      this.names =
          files
              .filter(Files::isRegularFile)
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .filter(name -> !PictureFiles.isLitter(name))
              .sorted()
              .toList();
    } catch (UncheckedIOException unreadable) {
      throw unreadable.getCause();
    }
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public Path path() {
    return folder;
  }

  @Override
  public List<String> names() {
    return names;
  }

  @Override
  public long bytes(String name) {
    return folder.resolve(name).toFile().length();
  }

  @Override
  public byte[] read(String name, int most) {
    try (InputStream in = Files.newInputStream(folder.resolve(name))) {
      return in.readNBytes(most + 1);
    } catch (IOException unreadable) {
      throw PictureArchive.unreadable(title + "/" + name, unreadable);
    }
  }

  @Override
  public void close() {}
}
