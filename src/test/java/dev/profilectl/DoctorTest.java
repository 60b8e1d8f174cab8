package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.remote.fake.FakeZaihangyun;
import dev.profilectl.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code doctor} where things are broken or missing: it works, tells, and leaves no trace. */
class DoctorTest {
  private static final Duration IN_A_ROW = Duration.ofSeconds(10);

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void surroundings() {
    environment.putAll(Map.of("HOME", home.toString(), "COLUMNS", "100", "USER", "sam"));
    environment.put("PROFILECTL_BCRYPT_COST", "4");
  }

  private Program.Run run(String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(err, true, StandardCharsets.UTF_8);
    Channels channels =
        new Channels(InputStream.nullInputStream(), out, writer, new Streams(false, false, false));
    int exit = new CommandRunner(new Application(channels, environment, home)).run(words);
    return new Program.Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The states by check; of several findings of one check the last. */
  private Map<String, String> states(int exit, String... more) throws IOException {
    List<String> words = new ArrayList<>(List.of("doctor", "-o", "json"));
    words.addAll(List.of(more));
    Program.Run run = run(words.toArray(String[]::new));
    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(exit);
    Map<String, String> states = new LinkedHashMap<>();
    for (JsonNode finding : new ObjectMapper().readTree(run.out())) {
      String state = finding.get("state").asText();
      states.put(finding.get("check").asText(), state);
      assertThat(finding.get("hint").isNull()).as(finding.toString()).isEqualTo(state.equals("ok"));
    }
    return states;
  }

  private Path config(String text) throws IOException {
    Path file = home.resolve(".config/profilectl/config.toml");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private Path store() {
    return home.resolve(".local/share/profilectl/store.db");
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store());
        Statement statements = connection.createStatement()) {
      statements.execute(statement);
    }
  }

  private Map<String, String> everything() throws IOException {
    Map<String, String> found = new LinkedHashMap<>();
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.sorted().toList()) {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        String content =
            Files.isRegularFile(file)
                ? Files.readString(file, StandardCharsets.ISO_8859_1)
                    + Files.getLastModifiedTime(file)
                : "";
        found.put(file.toString(), mode + content);
      }
    }
    return found;
  }

  @Test
  void anEmptyHomeIsInOrderAndStaysEmpty() throws IOException {
    Map<String, String> before = everything();
    assertThat(states(0).values()).containsOnly("ok");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void leavesAStoreAndTokensAsTheyAre() throws IOException {
    assertThat(run("user", "create", "ada").exit()).isZero();
    Path credentials = home.resolve(".local/state/profilectl/credentials.json");
    Files.createDirectories(credentials.getParent());
    Files.writeString(credentials, "{\"targets\":{}}");
    Files.setPosixFilePermissions(credentials, PosixFilePermissions.fromString("rw-r--r--"));
    Map<String, String> before = everything();
    assertThat(states(0)).containsEntry("store", "ok").containsEntry("permissions", "warning");
    assertThat(everything()).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HOME"})
  void worksWithoutAHome(String unset) throws IOException {
    environment.remove("HOME");
    if (unset.isEmpty()) {
      environment.put("HOME", "");
    }
    Map<String, String> states = states(2);
    assertThat(states).containsEntry("store", "problem").containsEntry("config", "warning");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[defaults\noutput = json", "defaults = 1", "[defaults]\nouput = \"json\""})
  void worksWithABrokenConfigFile(String text) throws IOException {
    config(text);
    assertThat(states(2)).containsEntry("config", "problem").containsEntry("store", "ok");
    assertThat(run("user", "list").exit()).isEqualTo(2);
  }

  @Test
  void tellsOfAChosenTargetThatIsNotThere() throws IOException {
    config("[defaults]\ntarget = \"gone\"\n");
    assertThat(states(5)).containsEntry("config", "problem");
  }

  @Test
  void worksWithANewerAndABrokenStore() throws IOException, SQLException {
    assertThat(run("user", "create", "ada").exit()).isZero();
    sql("PRAGMA user_version = 99");
    assertThat(states(1)).containsEntry("store", "problem");
    Files.writeString(store(), "SQLite format 3\0 and then nothing that makes sense");
    assertThat(states(1)).containsEntry("store", "problem");
    Files.delete(store());
    Files.createDirectory(store());
    assertThat(states(1)).containsEntry("store", "problem");
  }

  @Test
  void brokenTokensAndABrokenStoreAreSeveralKinds() throws IOException {
    Path credentials = home.resolve(".local/state/profilectl/credentials.json");
    Files.createDirectories(credentials.getParent());
    Files.writeString(credentials, "{");
    assertThat(states(4)).containsEntry("credentials", "problem");
    Files.createDirectories(store());
    assertThat(states(3)).containsEntry("credentials", "problem").containsEntry("store", "problem");
  }

  @Test
  void asksAllTargetsAtOnceAndNoneForLong() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 9, InetAddress.getLoopbackAddress());
        FakeZaihangyun server = FakeZaihangyun.start()) {
      String mute = "http://127.0.0.1:" + silent.getLocalPort();
      for (String name : List.of("mute", "dumb", "still")) {
        run("target", "add", name, "--system", "anqicms", "--url", mute);
      }
      run("target", "add", "shut", "--system", "weidu", "--url", "http://127.0.0.1:1");
      run("target", "add", "good", "--system", "zaihangyun", "--url", server.url(""));
      long start = System.nanoTime();
      Map<String, String> states = states(8);
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IN_A_ROW);
      assertThat(states)
          .containsEntry("target mute", "problem")
          .containsEntry("target still", "problem")
          .containsEntry("target shut", "problem")
          .containsEntry("target good", "warning");
      assertThat(server.server().requests())
          .noneMatch(r -> r.headers().toString().contains("uthoriz"));
      assertThat(states(0, "--target", "good")).doesNotContainKey("target mute");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash,.bashrc", "zsh,.zshrc", "fish,.config/fish/config.fish"})
  void seesWhetherTheShellCompletes(String line) throws IOException {
    String[] shell = line.split(",", -1);
    environment.put("SHELL", "/usr/bin/" + shell[0]);
    assertThat(states(0)).containsEntry("completion", "warning");
    // whole, however narrow a table is
    assertThat(run("doctor", "-o", "table").err()).contains("profilectl completion " + shell[0]);
    Path settings = home.resolve(shell[1]);
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "# profilectl completion\n");
    assertThat(states(0)).containsEntry("completion", "warning");
    Files.writeString(settings, "ls\n  source <(profilectl completion " + shell[0] + ")\n");
    assertThat(states(0)).containsEntry("completion", "ok");
  }

  @Test
  void theBundleHoldsNothingThatIsSomebodys() throws IOException {
    assertThat(run("user", "create", "canary-user", "--nickname", "canary").exit()).isZero();
    config(
        """
        # canary of a remark
        [defaults]
        output = "canary"
        reason = "canary"
        actor = "canary"
        canary = "canary"
        timeout = "3s"
        [targets.shop]
        system = "west2"
        url = "http://127.0.0.1:1/canary"
        token-command = "pass canary"
        proxy = "http://canary.invalid:1"
        user-id = "canary"
        form-field = "canary"
        retries = 7
        [targets.odd]
        system = "canary"
        url = "canary"
        token = "canary"
        [targets."Canary name"]
        system = "weidu"
        """);
    Path credentials = home.resolve(".local/state/profilectl/credentials.json");
    Files.createDirectories(credentials.getParent());
    Files.writeString(credentials, "{\"targets\":{\"shop\":{\"access\":\"canary\"}}, canary");
    environment.put("PROFILECTL_TOKEN", "canary");
    environment.put("PROFILECTL_OUTPUT", "json");
    environment.put("TERM", "canary");
    environment.put("CANARY", "canary");
    environment.put("USER", "canary");
    environment.put("LANG", "canary");
    environment.put("SHELL", "/canary");
    Program.Run run = run("doctor", "--bundle", "report.txt");
    assertThat(run.exit()).isEqualTo(3);
    Path file = home.resolve("report.txt");
    String report = Files.readString(file);
    assertThat(report).doesNotContainIgnoringCase("canary").doesNotContain(home.toString());
    assertThat(report)
        .contains("  PROFILECTL_TOKEN\n", "defaults timeout = 3s", "target shop retries = 7")
        .contains("target shop system = west2", "target shop token-command = [set]")
        .contains("java: ", "store: ok", "credentials: problem", "target shop: problem");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(run("doctor", "--bundle", "report.txt").exit()).isEqualTo(6);
    assertThat(Files.readString(file)).isEqualTo(report);
  }
}
