package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports on a server by several workers, whose rows are read from the journal some at a time. */
class RemoteWorkersTest {
  private static final int WORKERS = 4;

  /** More than are read at once for so many workers. */
  private static final int USERS = 10 * WORKERS;

  @TempDir Path home;

  @Test
  void noneWaitsForTheSlowestRowOfMany() throws IOException {
    try (FakeWeidu fake = FakeWeidu.start()) {
      StringBuilder csv = new StringBuilder("username,token,city\n");
      String slowest = "";
      for (int i = 1; i <= USERS; i++) {
        String id = fake.user("old-password", Map.of("username", "user" + i, "city", "Oslo"));
        String token = fake.token(id);
        slowest = i == 1 ? token : slowest;
        csv.append("user%d,%s,Rome%n".formatted(i, token));
      }
      Path file = Files.writeString(home.resolve("people.csv"), csv);
      Program program = new Program(home, false);
      Run added =
          program.run("target", "add", "shop", "--system", "weidu", "--url", fake.server().url(""));
      assertThat(added.exit()).as(added.err()).isZero();

      CountDownLatch others = new CountDownLatch(USERS - 1);
      AtomicBoolean overtaken = new AtomicBoolean();
      String first = "Bearer " + slowest;
      fake.server()
          .on(
              request -> {
                if (!request.method().equals("PUT")) {
                  return false;
                }
                if (request.headerOrEmpty("Authorization").equals(first)) {
                  overtaken.set(isOver(others));
                } else {
                  others.countDown();
                }
                return false;
              },
              Fault.status(500));
      Run done =
          program.run(
              "user",
              "import",
              file.toString(),
              "-t",
              "shop",
              "--concurrency",
              String.valueOf(WORKERS));
      assertThat(done.exit()).as(done.err()).isZero();
      assertThat(done.err()).contains(USERS + " changed");
      assertThat(overtaken).as("all others were written before the first was answered").isTrue();
    }
  }

  private static boolean isOver(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
