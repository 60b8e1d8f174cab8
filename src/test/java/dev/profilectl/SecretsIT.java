package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import dev.profilectl.PackagedProgram.Running;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Passwords, tokens and addresses that are looked for everywhere once the program was given them,
 * by every way there is: what it prints, what it writes, what other processes see of it.
 */
@Timeout(300)
class SecretsIT {
  private static final String PASSWORD = "Canary-Pa55-Wort";
  private static final String NEW_PASSWORD = "Canary-Neu-Pa55";
  private static final String WRONG = "Canary-Fa15ch-Pw";
  private static final String MAIL = "canary.mail@secret.example";

  @TempDir Path folder;
  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final Set<Path> given = new HashSet<>();
  private final List<String> told = new ArrayList<>();
  private PackagedProgram program;

  /** Whether each command is a process of its own, whose words others can see. */
  private boolean byProcess = true;

  /** Nothing that the program makes may lean on the mask. */
  @BeforeEach
  void withoutMask() {
    program =
        new PackagedProgram(
            folder,
            List.of(
                "sh",
                "-c",
                "umask 000; ulimit -c unlimited; cd \"$0\"; exec \"$@\"",
                folder.toString()));
  }

  private Path given(String name, String text) throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    given.add(file);
    return file;
  }

  /** Runs a line, each {@code %s} in it being a word of its own. */
  private Outcome result(String line, Object... given) throws IOException, InterruptedException {
    String[] words = words(line, given);
    if (byProcess) {
      return program.run(words);
    }
    Program.Run run = new Program(folder, false).run(words);
    return new Outcome(run.exit(), run.out(), run.err());
  }

  private static String[] words(String line, Object... given) {
    Iterator<Object> next = List.of(given).iterator();
    return Stream.of(line.split(" ", -1))
        .map(word -> word.equals("%s") ? next.next().toString() : word)
        .toArray(String[]::new);
  }

  private String run(int exit, String line, Object... given)
      throws IOException, InterruptedException {
    Outcome outcome = result(line, given);
    told.add(line + "\n" + outcome.out() + outcome.err());
    assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(exit);
    return outcome.out();
  }

  private void nothingSeen(List<String> canaries) throws IOException {
    for (String canary : canaries) {
      assertThat(told).as("streams").noneMatch(text -> text.contains(canary));
      assertThat(seen).as("processes").isNotEmpty().noneMatch(line -> line.contains(canary));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!given.contains(file) && !isStream(file) && !file.endsWith("credentials.json")) {
          String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
          for (String canary : canaries) {
            assertThat(bytes.contains(canary)).as(canary + " in " + file).isFalse();
          }
        }
      }
    }
  }

  /** What a process printed, which is looked at elsewhere. */
  private static boolean isStream(Path file) {
    return file.getFileName().toString().matches("(out|err).*\\.txt");
  }

  /** Whatever holds people or access is its owner's alone, and so is every folder of its own. */
  private void ownersOnly() throws IOException {
    List<String> open = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = file.getFileName().toString();
        boolean ours =
            given.contains(file) || name.matches("(out|err).*\\.txt|config\\.toml|ready");
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        if (!ours && !mode.equals("rw-------")) {
          open.add(mode + " " + folder.relativize(file));
        }
      }
    }
    assertThat(open).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"weidu", "west2", "anqicms", "zaihangyun"})
  void whatTheProgramIsGivenIsNotSeenAgain(String system) throws IOException, InterruptedException {
    byProcess = system.equals("weidu");
    Thread watcher = ProcessWatch.start(seen);
    List<String> canaries = new ArrayList<>(List.of(PASSWORD, NEW_PASSWORD, WRONG));
    String store = folder.resolve("s.db").toString();
    Path password = given("password", PASSWORD + "\n");
    run(0, "user create ada --store %s --password-file %s --email %s", store, password, MAIL);
    run(0, "user create bob --store %s --password-file %s", store, password);
    Path log = folder.resolve("access.log");
    String trace = folder.resolve("trace.txt").toString();
    try (ServedProgram served =
        ServedProgram.start(program, folder, "--access-log", log.toString())) {
      run(0, "target add live --system %s --url %s", system, served.url());
      List<String> tokens = new ArrayList<>();
      for (String user : List.of("ada", "bob")) {
        String issued = result("token issue %s -q -o id --store %s", user, store).out();
        tokens.add(issued.strip());
      }
      canaries.addAll(tokens);
      if (system.equals("zaihangyun")) {
        Path token = given("token", tokens.getFirst() + "\n");
        run(0, "target login live --token-file %s --trace-file %s", token, trace);
      } else {
        Path wrong = given("wrong", WRONG);
        run(4, "target login live --login ada --password-file %s --trace", wrong);
        run(0, "target login live --login ada --password-file %s --trace", password);
        canaries.addAll(stored());
      }
      run(0, "user get me -t live --trace --fields id,username");
      run(0, "avatar upload me %s -t live --trace-file %s", photo(), trace);
      if (system.equals("zaihangyun")) {
        Path changed = given("new-password", NEW_PASSWORD);
        run(0, "user update me -t live --password-file %s --trace -o json", changed);
      }
      if (!system.equals("west2")) {
        rows(tokens, trace);
      }
      run(0, "target test live --trace -q");
      run(0, "target show live -o json");
      run(0, "run list -o json");
      // how it goes depends on the machine
      told.add(result("doctor --bundle %s", folder.resolve("bundle")).toString());
      run(0, "user history ada --store %s -o json", store);
      run(0, "store backup %s --store %s", folder.resolve("copy.db"), store);
      run(0, "target logout live --trace");
    }
    assertThat(log).isNotEmptyFile();
    watcher.interrupt();
    nothingSeen(canaries);
    for (String file : List.of("access.log", "trace.txt", "bundle")) {
      assertThat(Files.readString(folder.resolve(file))).as(file).doesNotContain(MAIL);
    }
    assertThat(seen)
        .filteredOn(line -> !line.contains("--email"))
        .noneMatch(line -> line.contains(MAIL));
    ownersOnly();
  }

  private static String photo() {
    return Path.of("src/test/resources/images/photo.jpg").toAbsolutePath().toString();
  }

  /** The tokens that a login has left. */
  private List<String> stored() throws IOException {
    Path file = folder.resolve(".local/state/profilectl/credentials.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    Matcher token =
        Pattern.compile("\"(?:token|access|refresh)\"\\s*:\\s*\"([^\"]+)\"")
            .matcher(Files.readString(file));
    List<String> tokens = token.results().map(found -> found.group(1)).toList();
    assertThat(tokens).isNotEmpty();
    return tokens;
  }

  /** Many users, each by a token of its own: of a column, and of a command. */
  private void rows(List<String> tokens, String trace) throws IOException, InterruptedException {
    Path rows =
        given(
            "rows.csv",
            "username,nickname,token\nada,N1,%s\nbob,%s,%s\n"
                .formatted(tokens.get(0), "x".repeat(40), tokens.get(1)));
    String report = folder.resolve("report.ndjson").toString();
    String rejects = folder.resolve("rejects.csv").toString();
    run(
        3,
        "user import %s -t live --report %s --rejects %s --trace-file %s -o json",
        rows,
        report,
        rejects,
        trace);
    Path script =
        given(
            "tokens.sh",
            "case \"$1\" in ada) echo %s;; *) echo %s;; esac\n"
                .formatted(tokens.get(0), tokens.get(1)));
    Path plain = given("plain.csv", "username,nickname\nada,N2\nbob,N3\n");
    run(
        0,
        "user import %s -t live --trace --token-command %s",
        plain,
        "sh " + script + " {username}");
    String run = result("run list --limit 1 -o id").out().strip();
    run(0, "run show %s -o json", run);
    run(0, "run undo %s -t live --trace --token-command %s", run, "sh " + script + " {username}");
  }

  /** A process that crashes leaves no image of its memory, and its report tells no secret. */
  @Test
  void aCrashTellsNoSecret() throws IOException, InterruptedException {
    Path store = folder.resolve("s.db");
    Path ready = folder.resolve("ready");
    String serve = "serve --port 0 --seed-users 1 --store %s --ready-file %s";
    Running serving = program.startJar(words(serve, store, ready));
    while (!Files.exists(ready)) {
      assertThat(serving.process().isAlive()).isTrue();
      Thread.onSpinWait();
    }
    Path login = given("password", "seed-password");
    run(0, "target add live --system weidu --url %s", Files.readString(ready).strip());
    run(0, "target login live --login user-0001 --password-file %s", login);
    List<String> canaries = new ArrayList<>(stored());
    canaries.add("seed-password");
    String pid = String.valueOf(serving.process().pid());
    assertThat(new ProcessBuilder("kill", "-SEGV", pid).start().waitFor()).isZero();
    Outcome outcome = serving.finish();
    assertThat(outcome.exit()).isNotZero();
    told.add(outcome.out() + outcome.err());
    seen.add("none was watched");
    nothingSeen(canaries);
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        assertThat(file.getFileName().toString()).doesNotStartWith("core");
      }
    }
  }
}
