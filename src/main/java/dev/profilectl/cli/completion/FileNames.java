package dev.profilectl.cli.completion;

import dev.profilectl.cli.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The files that a beginning of a name can become. */
final class FileNames {
  private static final int MOST = 500;

  private FileNames() {}

  /**
   * Files and folders, sorted; hidden ones only where the name begins with a dot. A folder ends
   * with a slash and is not the end of the word.
   *
   * @param foldersOnly whether files are left out
   */
  static List<Suggestion> of(Workspace workspace, String prefix, boolean foldersOnly) {
    int slash = prefix.lastIndexOf('/') + 1;
    String folder = prefix.substring(0, slash);
    String start = prefix.substring(slash);
    try {
      Path place = workspace.file(expanded(workspace, folder));
      if (!Files.isDirectory(place)) {
        return List.of();
      }
      try (Stream<Path> files = Files.list(place)) {
        return files
            .filter(file -> name(file).startsWith(start))
            .filter(file -> !name(file).startsWith(".") || start.startsWith("."))
            .filter(file -> !foldersOnly || Files.isDirectory(file))
            .sorted()
            .limit(MOST)
            .map(file -> suggestion(folder, file))
            .toList();
      }
    } catch (IOException | InvalidPathException unreadable) {
      // Nothing can be offered there; the command will say why when it is run.
      return List.of();
    }
  }

  private static String expanded(Workspace workspace, String folder) {
    String home = workspace.environment().getOrDefault("HOME", "");
    return folder.startsWith("~/") && !home.isEmpty() ? home + folder.substring(1) : folder;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Suggestion suggestion(String folder, Path file) {
    boolean whole = !Files.isDirectory(file);
    return new Suggestion(folder + name(file) + (whole ? "" : "/"), "", "file", whole);
  }
}
