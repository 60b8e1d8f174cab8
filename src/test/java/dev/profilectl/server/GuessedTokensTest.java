package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who guesses tokens or passwords is slowed down, and learns nothing on the way. */
class GuessedTokensTest {
  private static final String ME = "/weidu/api/v1/users/me";

  @TempDir Path folder;

  /** A clock that is set. */
  private static final class Hand extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  @Test
  void forgivesOneAfterEachPause() {
    Hand clock = new Hand();
    Guesses guesses = new Guesses(3, Duration.ofSeconds(6), clock);
    for (int i = 0; i < 3; i++) {
      guesses.check("a");
      guesses.wrong("a");
    }
    assertThatThrownBy(() -> guesses.check("a"))
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.status()).isEqualTo(429);
              assertThat(refused.secondsToWait()).isEqualTo(6);
            });
    guesses.check("b");
    clock.now = clock.now.plusSeconds(6);
    guesses.check("a");
    guesses.wrong("a");
    assertThatThrownBy(() -> guesses.check("a")).isInstanceOf(Refused.class);
    clock.now = clock.now.plusSeconds(600);
    for (int i = 0; i < 3; i++) {
      guesses.check("a");
      guesses.wrong("a");
    }
    assertThatThrownBy(() -> guesses.check("a")).isInstanceOf(Refused.class);
  }

  @Test
  void manyAddressesDoNotFillTheMemory() {
    Guesses guesses = new Guesses(1, Duration.ofHours(1), new Hand());
    for (int i = 0; i < 20_000; i++) {
      guesses.wrong("address " + i);
    }
    guesses.check("address 0");
    assertThatThrownBy(() -> guesses.check("address 19999")).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @CsvSource({
    "/weidu/api/v1/users/me,Authorization,Bearer x",
    "/user/info,Access-Token,x",
    "/user/info,Refresh-Token,x",
    "/api/user/detail,Token,x",
    "/v1/user/info,Authorization,x"
  })
  void manyGuessesGetNowhere(String path, String header, String guess) {
    try (Served served = new Served(folder, Manner.STRICT)) {
      String token = served.token(ADA);
      int refused = 0;
      for (int i = 0; i < 160; i++) {
        Got got = served.get(path, header, guess + i);
        if (got.status() == 429) {
          refused++;
          assertThat(got.header("Retry-After")).isEqualTo("1");
        } else {
          assertThat(got.json().toString()).doesNotContain("ada");
        }
      }
      assertThat(refused).isPositive();
      // What is not a guess is answered: nobody's word is taken, and health is nobody's secret.
      assertThat(served.get("/healthz").status()).isEqualTo(200);
      assertThat(served.get(ME).json().path("code").asInt()).isEqualTo(1000);
      assertThat(served.get(ME, "Authorization", "Bearer " + token).status()).isIn(200, 429);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/weidu/api/v1/users/login | {\"login_id\":\"ada\",\"password\":\"%s\"}",
        "/user/login | username=ada&password=%s",
        "/api/login | {\"user_name\":\"ada\",\"password\":\"%s\"}"
      })
  void passwordsAreGuessedTenTimesAtMost(String path, String body) {
    try (Served served = new Served(folder, Manner.STRICT)) {
      for (int i = 0; i < 10; i++) {
        Got got = served.send("POST", path, body.formatted("wrong-" + i));
        assertThat(got.status()).isEqualTo(200);
        assertThat(got.json().toString()).doesNotContain("\"code\":200", "\"code\":0");
      }
      // Not even the right one tells that it is right.
      Got late = served.send("POST", path, body.formatted("ada-secret"));
      assertThat(late.status()).isEqualTo(429);
      assertThat(Integer.parseInt(late.header("Retry-After"))).isBetween(1, 6);
      assertThat(late.response().headers().map()).doesNotContainKeys("token", "access-token");
      // A token that is good stays good.
      assertThat(served.get(ME, "Authorization", "Bearer " + served.token(BOB)).status())
          .isEqualTo(200);
    }
  }

  /** The same answer whether the name is known, so that names are not gathered. */
  @Test
  void anUnknownNameIsAnsweredLikeAWrongPassword() {
    try (Served served = new Served(folder, Manner.STRICT)) {
      for (String path : new String[] {"/weidu/api/v1/users/login", "/user/login", "/api/login"}) {
        String form = "{\"login_id\":\"%1$s\",\"username\":\"%1$s\",\"user_name\":\"%1$s\",";
        String json = form + "\"password\":\"wrong-one\"}";
        String type = "application/json";
        Got known = served.send("POST", path, json.formatted("ada"), "Content-Type", type);
        Got unknown = served.send("POST", path, json.formatted("nobody"), "Content-Type", type);
        assertThat(unknown.json()).isEqualTo(known.json());
        assertThat(unknown.status()).isEqualTo(known.status());
      }
    }
  }
}
