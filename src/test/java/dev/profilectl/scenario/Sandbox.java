package dev.profilectl.scenario;

import dev.profilectl.scenario.Scenario.Setup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The folder and the environment of a case.
 *
 * <ul>
 *   <li>{@code == file NAME}: writes the block
 *   <li>{@code == copy NAME from FIXTURE [first N]}: a file of the test resources, or its start
 *   <li>{@code == folder NAME}: makes one
 *   <li>{@code == database NAME}: runs the block, SQL statements, on an SQLite file
 *   <li>{@code == env NAME=VALUE}: from here on; {@code == env NAME} takes it away
 *   <li>{@code == terminal 80x24}: stdout and stderr are one, from here on; {@code none}
 *   <li>{@code == stdin [from FIXTURE]}: the block, or the file, goes to the next run
 *   <li>{@code == mask NAME PATTERN}: what else to mask
 *   <li>{@code == in-process}: the packaged program would show nothing new, see {@link Scenarios}
 * </ul>
 */
final class Sandbox {
  private static final Path FIXTURES = Path.of("src/test/resources");

  private final Path folder;
  private final Masks masks;
  private final Map<String, String> environment;
  private final Path stdin;
  private boolean terminal;

  Sandbox(Path folder, Masks masks) {
    this.folder = folder;
    this.masks = masks;
    this.stdin = folder.resolve(".stdin");
    this.environment =
        new TreeMap<>(
            Map.of(
                "HOME", folder.resolve("home").toString(),
                "XDG_CONFIG_HOME", folder.resolve("config").toString(),
                "XDG_DATA_HOME", folder.resolve("data").toString(),
                "XDG_STATE_HOME", folder.resolve("state").toString(),
                "XDG_CACHE_HOME", folder.resolve("cache").toString(),
                "USER", "tester",
                "LANG", "en_US.UTF-8",
                "PROFILECTL_BCRYPT_COST", "4"));
  }

  void prepare(Setup setup) throws IOException {
    String argument = masks.unmask(setup.argument());
    String block = masks.unmask(Visible.read(setup.block()));
    switch (setup.word()) {
      case "file" -> {
        Path file = Files.writeString(made(argument), block);
        // whatever the umask is
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
      }
      case "folder" -> Files.createDirectories(folder.resolve(argument));
      case "copy" -> copy(Words.split(argument));
      case "database" -> database(made(argument), block);
      case "env" -> environment(Visible.read(argument));
      case "terminal" -> terminal(argument);
      case "in-process" -> {}
      case "stdin" -> stdin(Words.split(argument), block);
      case "mask" -> {
        String[] words = argument.split(" ", 2);
        masks.add(words[0], words[1]);
      }
      default -> throw new IllegalArgumentException("== " + setup.word());
    }
  }

  private Path made(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  private void copy(List<String> words) throws IOException {
    byte[] bytes = Files.readAllBytes(FIXTURES.resolve(words.get(2)));
    int length = words.size() > 4 ? Integer.parseInt(words.get(4)) : bytes.length;
    Files.write(made(words.getFirst()), Arrays.copyOf(bytes, length));
  }

  private static void database(Path file, String statements) throws IOException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(statements);
    } catch (SQLException wrong) {
      throw new IOException(statements, wrong);
    }
  }

  private void environment(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      environment.remove(assignment);
    } else {
      environment.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
  }

  private void terminal(String size) {
    terminal = !size.equals("none");
    environment.remove("COLUMNS");
    environment.remove("LINES");
    if (terminal) {
      String[] sides = size.split("x", 2);
      environment.put("COLUMNS", sides[0]);
      environment.put("LINES", sides[1]);
    }
  }

  private void stdin(List<String> words, String block) throws IOException {
    if (words.isEmpty()) {
      Files.writeString(stdin, block);
    } else {
      Files.copy(FIXTURES.resolve(words.get(1)), stdin, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What a line asks for. */
  Driver.Command command(String line) throws IOException {
    if (!Files.exists(stdin)) {
      Files.createFile(stdin);
    }
    List<String> words = Words.split(line).stream().map(Visible::read).map(masks::unmask).toList();
    return new Driver.Command(words, folder, Map.copyOf(environment), stdin, terminal);
  }

  /** The next run has a standard input of its own. */
  void ran() throws IOException {
    Files.delete(stdin);
  }
}
