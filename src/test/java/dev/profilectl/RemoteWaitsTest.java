package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that have to wait: all workers do, and the person is told why. */
class RemoteWaitsTest {
  private static final int USERS = 60;
  private static final int WORKERS = 6;
  private static final int REFUSED = 40;

  @TempDir Path home;
  private FakeWeidu fake;

  @BeforeEach
  void startServer() throws IOException {
    fake = FakeWeidu.start();
    StringBuilder script = new StringBuilder("case \"$1\" in\n");
    StringBuilder csv = new StringBuilder("username,city\n");
    for (int i = 1; i <= USERS; i++) {
      String id = fake.user("old-password", Map.of("username", "user" + i, "city", "Oslo"));
      script.append("user%d|%s) echo %s;;\n".formatted(i, id, fake.token(id)));
      csv.append("user").append(i).append(",Rome\n");
    }
    Files.writeString(home.resolve("tokens.sh"), script.append("esac\n"));
    Files.writeString(home.resolve("people.csv"), csv);
    String command = "sh " + home.resolve("tokens.sh") + " {username}";
    new Program(home, false)
        .run(
            "target",
            "add",
            "shop",
            "--system",
            "weidu",
            "--url",
            fake.server().url(""),
            "--token-command",
            command);
    fake.server().clear();
  }

  @AfterEach
  void stopServer() {
    fake.close();
  }

  private String[] words(String progress) {
    return new String[] {
      "user",
      "import",
      home.resolve("people.csv").toString(),
      "-t",
      "shop",
      "--concurrency",
      String.valueOf(WORKERS),
      "--progress",
      progress,
      "-o",
      "id"
    };
  }

  /** Refuses one request, and counts those that begin before the time it named is over. */
  private List<Integer> refuseOne() {
    AtomicInteger number = new AtomicInteger();
    AtomicLong refusedAt = new AtomicLong();
    List<Integer> early = new CopyOnWriteArrayList<>();
    fake.server()
        .on(
            (Request _) -> {
              int mine = number.incrementAndGet();
              long now = System.nanoTime();
              if (mine == REFUSED) {
                refusedAt.set(now);
                return true;
              }
              if (mine > REFUSED && now - refusedAt.get() < 1_000_000_000L) {
                early.add(mine);
              }
              return false;
            },
            Fault.retryAfter(429, "1"));
    return early;
  }

  @Test
  void oneRefusalHoldsEveryWorker() {
    List<Integer> early = refuseOne();
    Run run = new Program(home, false).run(words("json"));
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains(USERS + " changed");
    // those under way when the answer came; alone each worker would have sent dozens in a second
    assertThat(early).hasSizeLessThanOrEqualTo(2 * WORKERS);
    assertThat(fake.server().requests()).hasSizeGreaterThan(REFUSED + 4 * WORKERS);
    assertThat(run.err())
        .contains("\"waiting\":{\"reason\":\"asked\",\"seconds\":1,\"status\":429}");
  }

  @Test
  void theReasonStandsInALineAndOnTheBar() {
    refuseOne();
    Run plain = new Program(home, false).run(words("plain"));
    assertThat(plain.err())
        .contains("; waiting 1 s: the server asks for it (429)")
        .doesNotContain("\u001b");
    refuseOne();
    Run bar = new Program(home, false).run(words("bar"));
    assertThat(bar.exit()).as(bar.err()).isZero();
    assertThat(bar.err()).contains("█", "; waiting 1 s: the server asks for it (429)");
  }
}
