package dev.profilectl.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.LibraryLoaderUtil;

/** SQLite's native library, which the driver would otherwise unpack anew at every start. */
public final class NativeLibrary {
  private NativeLibrary() {}

  /**
   * Unpacks this platform's library into a folder, for {@code -Dorg.sqlite.lib.path}.
   *
   * @throws IOException where the driver brings none for this platform, or it cannot be written
   */
  public static void unpack(Path folder) throws IOException {
    String name = LibraryLoaderUtil.getNativeLibName();
    String resource = LibraryLoaderUtil.getNativeLibResourcePath() + "/" + name;
    try (InputStream in = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("no " + resource);
      }
      Files.createDirectories(folder);
      Files.copy(in, folder.resolve(name));
    }
  }
}
