package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import dev.profilectl.PackagedProgram.Running;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.HistoryEntry;
import dev.profilectl.profile.UserRef;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program imports, is killed or stopped while it does, and goes on. */
@Timeout(120)
class ImportIT {
  private static final int USERS = 4000;
  private static final long SEED = 6;

  /** More of them, {@code -Dkills=100}, when something about runs has changed. */
  private static final int KILLS = Integer.getInteger("kills", 8);

  private static final StoreSettings SETTINGS =
      new StoreSettings(Clock.systemUTC(), new Random(1), 4);
  private static final Pattern RUN = Pattern.compile("[0-9]{8}-[0-9]{6}-[a-z0-9]{5}");

  @TempDir Path folder;
  private PackagedProgram program;
  private Path store;

  @BeforeEach
  void makeUsers() throws IOException, InterruptedException {
    program = new PackagedProgram(folder);
    store = folder.resolve("store.db");
    Outcome made = run("user", "import", rows("made.csv", "Oslo").toString(), "--mode", "create");
    assertThat(made.exit()).as(made.err()).isZero();
  }

  private Path rows(String name, String city) throws IOException {
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= USERS; i++) {
      csv.append("user").append(i).append(',').append(city).append('\n');
    }
    return Files.writeString(folder.resolve(name), csv);
  }

  private String[] words(String... words) {
    String[] all = java.util.Arrays.copyOf(words, words.length + 3);
    all[words.length] = "--store";
    all[words.length + 1] = store.toString();
    all[words.length + 2] = "-otsv";
    return all;
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    return program.run(words(words));
  }

  private List<String> runs() throws IOException, InterruptedException {
    return run("run", "list", "--limit", "1", "--fields", "run,state", "--no-headers")
        .out()
        .lines()
        .toList();
  }

  /** Everybody lives there, and the run stands once in the history of each. */
  private void check(String city, String run, String what) throws SQLException {
    String sql = "SELECT count(*), count(DISTINCT user_id) FROM history WHERE run = ?";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, run);
      try (ResultSet row = statement.executeQuery()) {
        assertThat(List.of(row.getLong(1), row.getLong(2))).as(what).containsOnly((long) USERS);
      }
    }
    try (SqliteDirectory directory = SqliteDirectory.open(store, SETTINGS)) {
      assertThat(directory.care().check()).as(what).isEmpty();
      int[] there = {0};
      directory.list(user -> there[0] += city.equals(user.get(Field.CITY)) ? 1 : 0);
      assertThat(there[0]).as(what).isEqualTo(USERS);
      for (int i = 1; i <= USERS; i += 97) {
        List<HistoryEntry> history =
            directory.history(new UserRef.ByUsername("user" + i)).orElseThrow().entries();
        assertThat(history.stream().filter(entry -> entry.origin().run().equals(run)))
            .as("%s, user%d", what, i)
            .hasSize(1);
      }
    }
  }

  private static void waitFor(long nanos) {
    for (long end = System.nanoTime() + nanos; System.nanoTime() < end; ) {
      Thread.onSpinWait();
    }
  }

  @Test
  @Timeout(1800)
  void killedAtRandomItGoesOnWithoutLossOrRepetition()
      throws IOException, InterruptedException, SQLException {
    Random random = new Random(SEED);
    int unfinished = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      String city = "City" + kill;
      String what = "seed " + SEED + ", kill " + kill;
      Path file = rows("in.csv", city);
      Running running = program.startJar(words("user", "import", file.toString()));
      waitFor(random.nextLong(200_000_000L, 1_500_000_000L));
      running.process().toHandle().destroyForcibly();
      running.finish();
      String[] last = runs().getFirst().split("\t", -1);
      if (last[1].equals("running")) {
        unfinished++;
        Outcome resumed = run("run", "resume", last[0]);
        assertThat(resumed.exit()).as(what + resumed.err()).isZero();
        assertThat(resumed.err()).as(what).contains(USERS + " changed, 0 made, 0 unchanged");
        check(city, last[0], what);
      } else if (last[1].equals("nothing done")) {
        Outcome refused = run("run", "resume", last[0]);
        assertThat(refused.exit()).as(what + refused.err()).isEqualTo(2);
      }
    }
    assertThat(unfinished).as("runs that were killed at work").isBetween(0, KILLS);
  }

  private static final int MANY = 80_000;

  /** Waits until some rows of a run, but not all, are done. */
  private void waitForRows(Running running, String run, long more) throws SQLException {
    String sql =
        "SELECT count(*) FROM run_rows WHERE state = 'created' AND run ="
            + " (SELECT number FROM runs WHERE id LIKE ?)";
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, run);
      for (long done = -1; done < more; ) {
        assertThat(running.process().isAlive()).as("it is still at work").isTrue();
        try (ResultSet row = statement.executeQuery()) {
          done = row.getLong(1);
        }
      }
    }
  }

  private static void signal(Running running, String name)
      throws IOException, InterruptedException {
    String pid = String.valueOf(running.process().pid());
    assertThat(new ProcessBuilder("kill", "-" + name, pid).start().waitFor()).isZero();
  }

  @Test
  void signalsEndItAfterWhatIsInFlight() throws IOException, InterruptedException, SQLException {
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= MANY; i++) {
      csv.append("new").append(i).append(",Rome\n");
    }
    Path file = Files.writeString(folder.resolve("many.csv"), csv);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
        PreparedStatement rows = connection.prepareStatement("DELETE FROM run_rows");
        PreparedStatement drop = connection.prepareStatement("DELETE FROM runs")) {
      rows.executeUpdate();
      assertThat(drop.executeUpdate()).isEqualTo(1);
    }
    Running first = program.startJar(words("user", "import", file.toString(), "--mode", "create"));
    waitForRows(first, "%", 5000);
    signal(first, "INT");
    Outcome interrupted = first.finish();
    assertThat(interrupted.exit()).as(interrupted.err()).isEqualTo(130);
    assertThat(interrupted.err()).contains("ending after what is in flight");
    Matcher hint = Pattern.compile("profilectl (run resume \\S+)").matcher(interrupted.err());
    assertThat(hint.find()).as(interrupted.err()).isTrue();
    String run = hint.group(1).substring("run resume ".length());
    assertThat(interrupted.out().lines().filter(line -> line.contains("username")).count())
        .as("what was done was shown")
        .isBetween(5000L, MANY - 1L);

    Running second = program.startJar(words("run", "resume", run));
    waitForRows(second, run, 15_000);
    Outcome refused = run("run", "resume", run);
    assertThat(refused.exit()).as(refused.err()).isEqualTo(6);
    assertThat(refused.err()).contains("is being worked on by process");
    signal(second, "TERM");
    Outcome ended = second.finish();
    assertThat(ended.exit()).as(ended.err()).isIn(143, 0);

    Outcome last = run("run", "resume", run);
    assertThat(last.exit()).as(last.err()).isZero();
    assertThat(last.err()).contains("0 changed, " + MANY + " made, 0 unchanged, 0 failed");
  }

  @Test
  void compressedFilesAndStandardInputAreRead()
      throws IOException, InterruptedException, SQLException {
    Path packed = folder.resolve("in.csv.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write(Files.readAllBytes(rows("in.csv", "Rome")));
    }
    Outcome fromFile = run("user", "import", packed.toString());
    assertThat(fromFile.exit()).as(fromFile.err()).isZero();
    assertThat(fromFile.err()).contains(USERS + " changed");
    Process process =
        new ProcessBuilder(
                "sh",
                "-c",
                "cat \"$1\" | sed s/Rome/Bern/ | \"$2\" user import - --store \"$3\"",
                "sh",
                folder.resolve("in.csv").toString(),
                PackagedImage.launcher().toString(),
                store.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    assertThat(said).contains(USERS + " changed");
    Matcher run = RUN.matcher(said);
    assertThat(run.find()).isTrue();
    check("Bern", run.group(), "from standard input");
  }

  @Test
  void progressIsToldAsEvents() throws IOException, InterruptedException {
    Path file = rows("in.csv", "Rome");
    Outcome events = run("user", "import", file.toString(), "--progress", "json");
    assertThat(events.exit()).as(events.err()).isZero();
    String last = "{\"progress\":{\"done\":" + USERS + ",\"all\":" + USERS;
    assertThat(events.err().lines()).anyMatch(line -> line.startsWith(last));
    assertThat(events.err()).doesNotContain("\u001b", "\r");
  }
}
