package dev.profilectl.remote;

import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.remote.fake.FakeAnqicms;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.FakeZaihangyun;
import dev.profilectl.validation.DocumentedSystem;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * How long it takes to change many users of a system that takes its time for every answer. An
 * update is read, write, read back; the ideal is that many answers by so many at once.
 *
 * <p>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/classpath},
 * then {@code java -cp target/test-classes:target/classes:$(cat target/classpath)
 * dev.profilectl.remote.RemoteDirectoryBenchmark [USERS]}.
 */
public final class RemoteDirectoryBenchmark {
  private static final int AT_ONCE = 16;
  private static final int REQUESTS_EACH = 3;
  private static final Duration LATENCY = Duration.ofMillis(20);
  private static final double GOAL = 1.15;

  private final int users;

  private RemoteDirectoryBenchmark(int users) {
    this.users = users;
  }

  /** Prints a line for each system, twice: the JVM is cold the first time. */
  public static void main(String[] words) {
    int users = words.length == 0 ? 2000 : Integer.parseInt(words[0]);
    RemoteDirectoryBenchmark benchmark = new RemoteDirectoryBenchmark(users);
    for (int round = 0; round < 2; round++) {
      benchmark.zaihangyun();
      benchmark.anqicms();
      benchmark.weidu();
    }
  }

  private void zaihangyun() {
    try (FakeZaihangyun fake = FakeZaihangyun.start()) {
      Map<String, String> tokens = new LinkedHashMap<>();
      for (int i = 0; i < users; i++) {
        long uid = fake.user("t" + i, Map.of("username", "u" + i, "birthday", "2000-01-01"));
        tokens.put(String.valueOf(uid), "t" + i);
      }
      measure(DocumentedSystem.ZAIHANGYUN, fake.server(), tokens);
    }
  }

  private void anqicms() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      Map<String, String> tokens = new LinkedHashMap<>();
      for (int i = 0; i < users; i++) {
        long id = fake.user("u" + i, "password", Map.of());
        tokens.put(String.valueOf(id), fake.token(id));
      }
      measure(DocumentedSystem.ANQICMS, fake.server(), tokens);
    }
  }

  private void weidu() {
    try (FakeWeidu fake = FakeWeidu.start()) {
      Map<String, String> tokens = new LinkedHashMap<>();
      for (int i = 0; i < users; i++) {
        String id = fake.user("password", Map.of("username", "u" + i));
        tokens.put(id, fake.token(id));
      }
      measure(DocumentedSystem.WEIDU, fake.server(), tokens);
    }
  }

  private void measure(DocumentedSystem system, FakeServer server, Map<String, String> tokens) {
    server.recording(false);
    server.latency(LATENCY);
    Target target =
        new Target(
            "bench",
            system,
            URI.create(server.url("")),
            Map.of(TargetSetting.CONCURRENCY, String.valueOf(AT_ONCE)));
    AccessBook book =
        user -> new GivenAccess(Tokens.of(tokens.getOrDefault(user.text(), "-")), null);
    Surroundings surroundings =
        new Surroundings(
            Clock.systemUTC(), new Random(), time -> Thread.sleep(time), new SeenPictures());
    List<Edit> edits = new ArrayList<>();
    tokens
        .keySet()
        .forEach(
            id ->
                edits.add(new Edit.Update(new UserId(id), People.set(Field.NICKNAME, "n"), null)));
    Connector.Manner manner = new Connector.Manner(target, false, null, Trace.NONE);
    try (ProfileDirectory directory =
        new Connector(surroundings, Map.of(), "profilectl/bench").directory(manner, book)) {
      long start = System.nanoTime();
      List<Outcome> outcomes = directory.apply(edits, new Origin("run", "bench", null));
      double seconds = (System.nanoTime() - start) / 1e9;
      long updated = outcomes.stream().filter(Outcome.Updated.class::isInstance).count();
      tell(system, seconds, updated + " of " + users + ", " + server.connections());
    }
  }

  private void tell(DocumentedSystem system, double seconds, String done) {
    double ideal = (double) users * REQUESTS_EACH / AT_ONCE * LATENCY.toMillis() / 1000;
    System.gc();
    long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() >> 20;
    System.out.printf(
        Locale.ROOT,
        "%-10s %s connections: %.2f s, ideal %.2f s, ratio %.3f (goal %.2f), heap %d MB%n",
        system.word(),
        done,
        seconds,
        ideal,
        seconds / ideal,
        GOAL,
        heap);
  }
}
