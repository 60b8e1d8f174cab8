package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports on a server where each user's token is printed by a command. */
class RemoteImportTest {
  private static final int USERS = 12;
  private static final String CANARY = "canary-pass1";

  @TempDir Path home;
  private FakeWeidu fake;
  private final List<String> ids = new ArrayList<>();
  private final List<String> tokens = new ArrayList<>();

  @BeforeEach
  void startServer() throws IOException {
    fake = FakeWeidu.start();
    StringBuilder script = new StringBuilder("case \"$1\" in\n");
    for (int i = 1; i <= USERS; i++) {
      String id =
          fake.user(
              "old-password", Map.of("username", "user" + i, "city", "Oslo", "nickname", "N" + i));
      String token = fake.token(id);
      ids.add(id);
      tokens.add(token);
      script.append("user%d|%s) echo %s;;\n".formatted(i, id, token));
    }
    Files.writeString(home.resolve("tokens.sh"), script.append("*) exit 3;;\nesac\n"));
    Run added =
        line(
            "target",
            "add",
            "shop",
            "--system",
            "weidu",
            "--url",
            fake.server().url(""),
            "--token-command",
            "sh " + home.resolve("tokens.sh") + " {username}");
    assertThat(added.exit()).as(added.err()).isZero();
    fake.server().clear();
  }

  @AfterEach
  void stopServer() {
    fake.close();
  }

  private Run line(String... words) {
    return new Program(home, false).run(words);
  }

  private Run run(String... words) {
    return line(
        Stream.concat(Stream.of(words), Stream.of("-t", "shop", "--retries", "1"))
            .toArray(String[]::new));
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(home.resolve(name), text).toString();
  }

  private static String cities(String city) {
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= USERS; i++) {
      csv.append("user").append(i).append(',').append(city).append('\n');
    }
    return csv.toString();
  }

  private String city(int number) {
    return Objects.requireNonNull(fake.row(ids.get(number - 1))).path("city").asText();
  }

  private List<String> cities() {
    List<String> cities = new ArrayList<>();
    for (int i = 1; i <= USERS; i++) {
      cities.add(city(i));
    }
    return cities;
  }

  private long writes() {
    return fake.server().requests().stream().filter(RemoteImportTest::isUpdate).count();
  }

  private static boolean isUpdate(Request request) {
    return request.method().equals("PUT") && request.path().endsWith("/users/update");
  }

  private static String word(Run run, String pattern) {
    Matcher matcher = Pattern.compile(pattern).matcher(run.err());
    assertThat(matcher.find()).as(run.err()).isTrue();
    return matcher.group(1);
  }

  private Path journal() {
    return home.resolve(".local/state/profilectl/runs.db");
  }

  /** So that what somebody else changes meanwhile is written over as rarely as can be. */
  @Test
  void eachUserIsReadRightBeforeTheWrite() throws IOException {
    Run done = run("user", "import", file("people.csv", cities("Rome")), "--concurrency", "2");
    assertThat(done.exit()).as(done.err()).isZero();
    int reads = 0;
    int writes = 0;
    for (Request call : fake.server().requests()) {
      if (isUpdate(call)) {
        // of two at work both may have read, and of those that are done each was read back
        assertThat(reads).as("before write %d", writes).isLessThanOrEqualTo(2 + 2 * writes);
        writes++;
      } else {
        reads++;
      }
    }
    assertThat(writes).isEqualTo(USERS);
    assertThat(reads).isEqualTo(2 * USERS);
  }

  @Test
  void aDryRunSendsNothingAndShowsTheSame() throws IOException {
    fake.set(ids.get(2), "city", "Rome");
    String file = file("people.csv", cities("Rome"));
    Run dry = run("user", "import", file, "--dry-run");
    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.err())
        .contains("11 change, 0 new, 1 unchanged")
        .contains("11 changed, 0 made, 1 un");
    assertThat(writes()).isZero();
    assertThat(journal()).doesNotExist();
    Run real = run("user", "import", file);
    assertThat(real.exit()).as(real.err()).isZero();
    assertThat(real.err()).contains("12 rows, 0 of them invalid").contains("11 changed, 0 made, 1");
    assertThat(real.out()).isEqualTo(dry.out());
    assertThat(writes()).isEqualTo(11);
    assertThat(cities()).containsOnly("Rome");
  }

  @Test
  void theJournalIsItsOwnersAndHoldsNoSecret() throws IOException {
    String file =
        file("people.csv", "username,city,password\nuser1,Rome," + CANARY + "\nuser2,Rome,\n");
    Run run = run("user", "import", file);
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).contains("unsupported-field");
    assertThat(city(2)).isEqualTo("Rome");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(journal())))
        .isEqualTo("rw-------");
    assertThat(run.out() + run.err()).doesNotContain(CANARY);
    try (Stream<Path> files = Files.list(journal().resolveSibling("."))) {
      for (Path each : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(each, StandardCharsets.ISO_8859_1);
        assertThat(bytes).as(each.toString()).doesNotContain(CANARY, tokens.get(0), tokens.get(1));
      }
    }
    assertThat(line("run", "list").out()).contains("user import").contains("shop");
  }

  /** As a crash leaves it: rows were begun; of some the server knows, of others it does not. */
  private void crash(String run, int... begun) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE runs SET state = 'running' WHERE id = '" + run + "'");
      for (int seq : begun) {
        statement.execute("UPDATE run_rows SET state = 'started' WHERE seq = " + seq);
      }
    }
  }

  @Test
  void afterACrashWhatWasBegunIsReadBackFirst() throws IOException, SQLException {
    Run first = run("user", "import", file("people.csv", cities("Rome")));
    assertThat(first.exit()).as(first.err()).isZero();
    String id = word(first, "run undo (\\S+)");
    crash(id, 4, 5, 6, 7);
    fake.set(ids.get(4), "city", "Oslo");
    fake.set(ids.get(6), "city", "Oslo");
    fake.server().clear();
    Run resumed = line("run", "resume", id);
    assertThat(resumed.exit()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("12 changed, 0 made, 0 unchanged, 0 failed, of 12");
    assertThat(writes()).as("only what the server does not know").isEqualTo(2);
    assertThat(cities()).containsOnly("Rome");
    // what was there before the first attempt is what comes back
    Run undo = line("run", "undo", id);
    assertThat(undo.exit()).as(undo.err()).isZero();
    assertThat(cities()).containsOnly("Oslo");
  }

  @Test
  void anUndoPutsBackAndLeavesWhatOthersChanged() throws IOException {
    String rows = "username,city,nickname\n";
    for (int i = 1; i <= USERS; i++) {
      rows += "user" + i + ",Rome,X" + i + "\n";
    }
    Run first = run("user", "import", file("people.csv", rows));
    assertThat(first.exit()).as(first.err()).isZero();
    fake.set(ids.get(3), "city", "Kyiv");
    Run undo = line("run", "undo", word(first, "run undo (\\S+)"));
    assertThat(undo.exit()).as(undo.err()).isEqualTo(3);
    assertThat(undo.err()).contains("user4 was changed since in city");
    assertThat(city(4)).isEqualTo("Kyiv");
    assertThat(city(5)).isEqualTo("Oslo");
    assertThat(Objects.requireNonNull(fake.row(ids.get(3))).path("nickname").asText())
        .as("the rest of the row is put back")
        .isEqualTo("N4");
    Run again = line("run", "undo", word(undo, "run undo (\\S+)"));
    assertThat(city(5)).isEqualTo("Rome");
    assertThat(again.exit()).as(again.err()).isZero();
  }

  @Test
  void anUndoOfWhatOthersHaveAllChangedIsAConflict() throws IOException {
    Run first = run("user", "import", file("people.csv", "username,city\nuser1,Rome\n"));
    fake.set(ids.get(0), "city", "Kyiv");
    Run undo = line("run", "undo", word(first, "run undo (\\S+)"));
    assertThat(undo.exit()).as(undo.err()).isEqualTo(6);
    assertThat(city(1)).isEqualTo("Kyiv");
  }

  @Test
  void whatFailedIsTriedAgain() throws IOException {
    fake.server()
        .on(
            r -> isUpdate(r) && r.headerOrEmpty("Authorization").endsWith(tokens.get(6)),
            Fault.status(503));
    Run first = run("user", "import", file("people.csv", cities("Rome")));
    assertThat(first.exit()).as(first.err()).isEqualTo(3);
    assertThat(first.err()).contains("people.csv:8 (user7)").contains("11 changed");
    assertThat(city(7)).isEqualTo("Oslo");
    fake.server().heal();
    fake.server().clear();
    Run retry = line("run", "retry", word(first, "run undo (\\S+)"));
    assertThat(retry.exit()).as(retry.err()).isZero();
    assertThat(retry.err()).contains("12 changed, 0 made, 0 unchanged, 0 failed");
    assertThat(writes()).isEqualTo(1);
    assertThat(cities()).containsOnly("Rome");
  }

  @Test
  void aDryRunOfGoingOnLeavesTheRunAsItIs() throws IOException, SQLException {
    Run first = run("user", "import", file("people.csv", cities("Rome")));
    String id = word(first, "run undo (\\S+)");
    crash(id, 4, 5);
    fake.set(ids.get(4), "city", "Oslo");
    fake.server().clear();
    String before = line("run", "show", id, "--rows", "all").out();
    Run dry = line("run", "resume", id, "--dry-run");
    assertThat(dry.exit()).as(dry.err()).isZero();
    assertThat(dry.err()).contains("12 changed").contains("dry run: nothing was changed");
    assertThat(writes()).isZero();
    assertThat(line("run", "show", id, "--rows", "all").out()).isEqualTo(before);
    assertThat(city(5)).isEqualTo("Oslo");
  }

  @Test
  void aServerThatIsBusyIsWaitedFor() throws IOException {
    fake.server().next(Fault.retryAfter(429, "0"), Fault.retryAfter(429, "0"));
    String file = file("people.csv", cities("Rome"));
    // both may meet one request
    Run run = line("user", "import", file, "-t", "shop", "--retries", "2", "--concurrency", "4");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(cities()).containsOnly("Rome");
  }
}
