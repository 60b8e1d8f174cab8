package dev.profilectl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The secrets that a scenario gives to the program, found by how it gives them: none may be seen
 * again, in what the program prints or in any file it writes.
 */
final class Canaries {
  /** Shorter ones are in many a word by chance. */
  private static final int SHORTEST = 6;

  private static final Set<String> SECRET_FIELDS = Set.of("password", "enter_pass", "token");
  private static final Pattern FILE_FLAG =
      Pattern.compile("--(?:password|enter-pass|token|secret)-file(?:=(.*))?");
  private static final Pattern STDIN_FLAG =
      Pattern.compile("--(?:password|enter-pass|token)-stdin");
  private static final Pattern WORD = Pattern.compile("(?:--)?(?:password|enter.pass)=(.+)");
  private static final Pattern JSON =
      Pattern.compile("\"?(?:password|enter_pass|token)\"?\\s*:\\s*\"([^\"]+)\"");

  /** How many there were in all scenarios: a test of nothing would always hold. */
  private static final AtomicInteger SEEN = new AtomicInteger();

  private final Path folder;
  private final Set<Path> given = new HashSet<>();
  private final Set<String> secrets = new LinkedHashSet<>();

  Canaries(Path folder) {
    this.folder = folder;
    given.add(folder.resolve(".stdin"));
  }

  static int seen() {
    return SEEN.get();
  }

  /** A file that the scenario writes, not the program. */
  void given(String name) {
    given.add(folder.resolve(name).normalize());
  }

  /** Looks for secrets that a command is about to be given. */
  void gather(Driver.Command command) throws IOException {
    List<String> words = command.words();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      Matcher flag = FILE_FLAG.matcher(word);
      Matcher secret = WORD.matcher(word);
      if (flag.matches()) {
        String name = flag.group(1);
        addLines(name == null && i + 1 < words.size() ? words.get(i + 1) : String.valueOf(name));
      } else if (STDIN_FLAG.matcher(word).matches()) {
        text(command.stdin()).lines().forEach(this::add);
      } else if (secret.matches()) {
        add(secret.group(1));
      } else {
        addRows(word);
      }
    }
    if (words.contains("-")) {
      addRows(text(command.stdin()).lines().toList());
    }
    add(command.environment().getOrDefault("PROFILECTL_TOKEN", ""));
  }

  private void add(String secret) {
    if (secret.length() >= SHORTEST && secrets.add(secret)) {
      SEEN.incrementAndGet();
    }
  }

  private void addLines(String name) throws IOException {
    Path file = folder.resolve(name);
    if (Files.isRegularFile(file)) {
      text(file).lines().forEach(this::add);
    }
  }

  private void addRows(String name) throws IOException {
    if (name.matches("[^-\u0000][^\u0000]*")) {
      Path file = folder.resolve(name).normalize();
      if (given.contains(file) && Files.isRegularFile(file)) {
        addRows(text(file).lines().toList());
      }
    }
  }

  /** Cells below a column of secrets, and members of such a name. */
  private void addRows(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    List<String> header = cells(lines.getFirst());
    for (String line : lines) {
      Matcher member = JSON.matcher(line);
      while (member.find()) {
        add(member.group(1));
      }
      List<String> cells = cells(line);
      for (int i = 0; i < Math.min(cells.size(), header.size()); i++) {
        String column = header.get(i).toLowerCase(Locale.ROOT);
        if (SECRET_FIELDS.contains(column) && !cells.get(i).equals(header.get(i))) {
          add(cells.get(i));
        }
      }
    }
  }

  private static List<String> cells(String line) {
    return Stream.of(line.split("[,;\t]", -1)).map(cell -> cell.replace("\"", "").strip()).toList();
  }

  private static String text(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
  }

  /** What was printed has none of them. */
  void check(Driver.Result result) {
    for (String secret : secrets) {
      String visible = Visible.of(secret.getBytes(StandardCharsets.UTF_8));
      assertThat(result.stdout()).as("standard output").doesNotContain(visible);
      assertThat(result.stderr()).as("standard error").doesNotContain(visible);
    }
  }

  /** No file that the program wrote has any, but the one for credentials. */
  void checkFiles() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (given.contains(file.normalize())) {
          continue;
        }
        boolean kept = file.startsWith(folder.resolve("state")) || file.toString().endsWith(".db");
        if (kept || file.startsWith(folder.resolve("data"))) {
          assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
              .as(file.toString())
              .isEqualTo("rw-------");
        }
        if (!file.endsWith("credentials.json")) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          for (String secret : secrets) {
            byte[] encoded = secret.getBytes(StandardCharsets.UTF_8);
            assertThat(bytes.contains(new String(encoded, StandardCharsets.ISO_8859_1)))
                .as("a secret in " + file)
                .isFalse();
          }
        }
      }
    }
  }
}
