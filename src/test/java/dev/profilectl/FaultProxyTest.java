package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.FaultProxy;
import dev.profilectl.remote.fake.FaultProxy.Visit;
import dev.profilectl.server.Backing;
import dev.profilectl.server.Outside;
import dev.profilectl.server.ProfileServer;
import dev.profilectl.server.ServerSettings;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The program on a server of every system, by way of a network that spoils a third of all
 * exchanges: what the report says is what is in the store, and no change is sent twice unless it
 * was read in between that it had not been made. {@code -Dnet.ops} has it do more.
 */
class FaultProxyTest {
  private static final int OPS = Integer.getInteger("net.ops", 100);
  private static final long SEED = Long.getLong("net.seed", 20_261_120L);
  private static final int USERS = Math.clamp(OPS / 20, 8, 100);
  private static final JsonMapper JSON = new JsonMapper();
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");

  @TempDir Path home;
  private SqliteDirectory store;
  private ProfileServer server;
  private final Map<String, String> tokens = new TreeMap<>();

  @BeforeEach
  void serve() {
    store =
        SqliteDirectory.openToServe(
            home.resolve("s.db"), new StoreSettings(Clock.systemUTC(), new Random(5), 4));
    List<Edit> made = new ArrayList<>();
    for (int i = 0; i < USERS; i++) {
      made.add(new Edit.Create(null, new ProfilePatch(Map.of(Field.USERNAME, name(i)), Set.of())));
    }
    for (Outcome outcome : store.apply(made, new Origin("r", "t", null))) {
      Profile user = ((Outcome.Created) outcome).user();
      Grant grant = new Grant(user.id(), Kind.ACCESS, false, Duration.ofDays(1));
      String token =
          store.tokens().issue(List.of(grant), null).getFirst().secret().reveal(text -> text);
      tokens.put(String.valueOf(user.username()), token);
    }
    ServerSettings settings =
        new ServerSettings(
            new ServerSettings.Place("127.0.0.1", 0, null, null),
            Set.of(DocumentedSystem.values()),
            Set.of(),
            false,
            new ServerSettings.Limits(20 << 20, Duration.ofSeconds(30)),
            Locale.ENGLISH);
    Backing backing = new Backing(store, store.tokens(), store.numbers(), store.uploads());
    Outside outside = new Outside(Clock.systemUTC(), new Random(6), "t", null);
    server = ProfileServer.start(settings, "", backing, outside);
  }

  @AfterEach
  void end() {
    server.close();
    store.close();
  }

  private static String name(int number) {
    return "user%03d".formatted(number);
  }

  private Profile user(String name) {
    return store.find(new UserRef.ByUsername(name)).orElseThrow();
  }

  private Program.Run run(String... words) {
    return new Program(home, false).run(words);
  }

  private void target(DocumentedSystem system, FaultProxy proxy) {
    Program.Run added =
        run("target", "add", "live", "--system", word(system), "--url", proxy.url());
    assertThat(added.exit()).as(added.err()).isZero();
  }

  private static String word(DocumentedSystem system) {
    return system.name().toLowerCase(Locale.ROOT);
  }

  /** What a report says of every user. */
  private Map<String, String> report(Path file) throws IOException {
    Map<String, String> outcomes = new TreeMap<>();
    for (String line : Files.readAllLines(file)) {
      JsonNode row = json(line);
      outcomes.put(row.path("key").asText(), row.path("outcome").asText());
    }
    assertThat(outcomes).hasSize(USERS);
    return outcomes;
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException wrong) {
      throw new AssertionError(line, wrong);
    }
  }

  private static final Set<Integer> EXITS = Set.of(0, 3, 8);

  /** Between two changes of one person that reached the server it was looked how things are. */
  private static void noChangeIsRepeatedBlindly(List<Visit> visits, String what) {
    Map<String, List<Visit>> persons =
        visits.stream().collect(Collectors.groupingBy(Visit::person));
    persons.forEach(
        (_, own) -> {
          Visit last = null;
          for (Visit visit : own) {
            if (visit.isWrite() && last != null && last.isWrite()) {
              boolean nextStep = !visit.path().equals(last.path());
              // Files that nobody uses yet may be sent again.
              boolean file = visit.path().endsWith("/files");
              assertThat(nextStep || file).as("%s: %s then %s", what, last, visit).isTrue();
            }
            last = visit;
          }
        });
  }

  @ParameterizedTest
  @EnumSource(names = {"WEIDU", "ANQICMS", "ZAIHANGYUN"})
  void updatesAreWhatTheReportSays(DocumentedSystem system, TestReporter reporter)
      throws IOException {
    Field field = system == DocumentedSystem.ANQICMS ? Field.DESC : Field.CITY;
    int rounds = Math.max(1, OPS * 3 / 12 / USERS);
    Map<String, Integer> counts = new TreeMap<>();
    try (FaultProxy proxy = FaultProxy.before(server.url(), SEED, 33)) {
      target(system, proxy);
      for (int round = 0; round < rounds; round++) {
        String what = "%s seed %d round %d".formatted(system, SEED, round);
        String value = "r" + round + " 中&=";
        StringBuilder csv = new StringBuilder("username,token," + field.key() + "\n");
        tokens.forEach(
            (name, token) ->
                csv.append(name).append(',').append(token).append(',').append(value).append('\n'));
        Path file = Files.writeString(home.resolve("in.csv"), csv);
        Path told = home.resolve("report.ndjson");
        proxy.forget();
        Program.Run run = load("user", "import", file.toString(), "--report", told.toString());
        assertThat(run.exit()).as("%s: %s", what, run.err()).isIn(EXITS);
        assertThat(run.err()).as(what).doesNotContain("Exception", "\tat ");
        noChangeIsRepeatedBlindly(proxy.visits(), what);
        report(told)
            .forEach(
                (name, outcome) -> {
                  counts.merge(outcome, 1, Integer::sum);
                  Object now = user(name).get(field);
                  if (outcome.equals("changed") || outcome.equals("unchanged")) {
                    assertThat(now).as("%s %s %s", what, name, outcome).isEqualTo(value);
                  } else {
                    assertThat(outcome).isEqualTo("failed");
                  }
                });
      }
      proxy.heal();
      String all = "r" + (rounds - 1) + " 中&=";
      if (tokens.keySet().stream().anyMatch(name -> !all.equals(user(name).get(field)))) {
        Program.Run again = load("user", "import", home.resolve("in.csv").toString());
        assertThat(again.exit()).as(again.err()).isZero();
      }
      assertThat(tokens.keySet()).allMatch(name -> all.equals(user(name).get(field)));
    }
    reporter.publishEntry("updates on " + system, counts.toString());
    assertThat(counts.getOrDefault("changed", 0)).isGreaterThan(USERS * rounds / 2);
  }

  private Program.Run load(String... words) {
    String[] flags = {"-t", "live", "--concurrency", "8", "--retries", "4", "--timeout", "600ms"};
    return run(Stream.concat(Stream.of(words), Stream.of(flags)).toArray(String[]::new));
  }

  @ParameterizedTest
  @EnumSource(names = {"WEIDU", "ANQICMS", "ZAIHANGYUN"})
  void picturesAreWhatTheReportSays(DocumentedSystem system, TestReporter reporter)
      throws IOException {
    Path photos = Files.createDirectory(home.resolve("photos"));
    StringBuilder script = new StringBuilder("case \"$1\" in\n");
    for (Map.Entry<String, String> each : tokens.entrySet()) {
      Files.copy(PHOTO, photos.resolve(each.getKey() + ".jpg"));
      String id = user(each.getKey()).id().text();
      script.append("%s|%s) echo %s;;\n".formatted(each.getKey(), id, each.getValue()));
    }
    Path program = Files.writeString(home.resolve("token.sh"), script.append("esac\n"));
    try (FaultProxy proxy = FaultProxy.before(server.url(), SEED, 33)) {
      target(system, proxy);
      Path told = home.resolve("report.ndjson");
      String[] words = {
        "avatar",
        "import",
        photos.toString(),
        "--token-command",
        "sh " + program + " {username}",
        "--report",
        told.toString()
      };
      Program.Run run = load(words);
      String what = system + " seed " + SEED;
      assertThat(run.exit()).as("%s: %s", what, run.err()).isIn(EXITS);
      assertThat(run.err()).as(what).doesNotContain("Exception", "\tat ");
      noChangeIsRepeatedBlindly(proxy.visits(), what);
      Map<String, String> outcomes = report(told);
      outcomes.forEach(
          (name, outcome) -> {
            if (outcome.equals("changed")) {
              assertThat(hasPicture(name)).as("%s %s", what, name).isTrue();
            } else {
              assertThat(outcome).isEqualTo("failed");
            }
          });
      assertThat(outcomes.values().stream().filter("changed"::equals)).isNotEmpty();
      reporter.publishEntry("pictures on " + system, outcomes.values().toString());
    }
  }

  /** It does not tell whose a token is, so that each person has a target. */
  @Test
  void picturesOnWest2AreWhatIsTold(TestReporter reporter) throws IOException {
    Map<Integer, Integer> exits = new TreeMap<>();
    try (FaultProxy proxy = FaultProxy.before(server.url(), SEED, 33)) {
      for (Map.Entry<String, String> each : tokens.entrySet()) {
        Path own = Files.createDirectory(home.resolve(each.getKey()));
        RemoteProgram program =
            new RemoteProgram(own, each.getValue())
                .at("west2", proxy.url(), "--user-id", user(each.getKey()).id().text());
        String photo = PHOTO.toAbsolutePath().toString();
        Program.Run run =
            program.run("avatar", "upload", "me", photo, "--retries", "4", "--timeout", "600ms");
        String what = "%s seed %d: %s".formatted(each.getKey(), SEED, run.err());
        assertThat(run.exit()).as(what).isIn(EXITS);
        assertThat(run.err()).as(what).doesNotContain("Exception", "\tat ");
        exits.merge(run.exit(), 1, Integer::sum);
        if (run.exit() == 0) {
          assertThat(hasPicture(each.getKey())).as(what).isTrue();
        }
      }
      noChangeIsRepeatedBlindly(proxy.visits(), "west2 seed " + SEED);
    }
    reporter.publishEntry("pictures on WEST2, by exit code", exits.toString());
    assertThat(exits.getOrDefault(0, 0)).isGreaterThan(USERS / 2);
  }

  private boolean hasPicture(String name) {
    return store.avatar(user(name).id()).isPresent();
  }
}
