package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.profile.Field;
import dev.profilectl.server.Faults.Fault;
import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on purpose, and what real servers do besides. */
class FaultsTest {
  private static final Clock STILL = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);

  @TempDir Path folder;

  private static List<Fault> faults(String plan) {
    Faults faults = Faults.parse(plan, STILL);
    return Stream.generate(faults::next).limit(10_000).toList();
  }

  @Test
  void theSameSeedGivesTheSameFaults() {
    List<Fault> seven = faults("fail=5%,drop=1%,seed=7");
    assertThat(faults("seed=7,drop=1%,fail=5%")).isEqualTo(seven);
    assertThat(faults("fail=5%,drop=1%,seed=8")).isNotEqualTo(seven);
    assertThat(seven.stream().filter(f -> f == Fault.FAIL).count()).isBetween(400L, 600L);
    assertThat(seven.stream().filter(f -> f == Fault.DROP_BEFORE).count()).isBetween(25L, 75L);
    assertThat(seven.stream().filter(f -> f == Fault.DROP_AFTER).count()).isBetween(25L, 75L);
    assertThat(faults("")).containsOnly(Fault.NONE);
    assertThat(faults("rate=10/s").stream().filter(f -> f == Fault.NONE)).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "fail=5", "latency=5s", "drop=1%;seed=1", "rate=10", "fail=%"})
  void whatIsNoPlanIsRefused(String plan) {
    assertThatThrownBy(() -> Faults.parse(plan, STILL)).isInstanceOf(Usage.class);
  }

  @Test
  void aRefusalOnPurposeDoesNothingAndIsInTheEnvelope() {
    try (Served served = new Served(folder, Manner.faulty("fail=100%"))) {
      Got got = served.send("POST", "/v1/user/update", "nickname=x", "User-Id", ADA.text());
      assertThat(got.status()).isEqualTo(503);
      assertThat(got.json().path("code").asInt()).isEqualTo(503);
      assertThat(served.user(ADA).get(Field.NICKNAME)).isNull();
      assertThat(served.get("/healthz").status()).isEqualTo(200);
    }
  }

  @Test
  void aDroppedRequestIsAnsweredByNobody() {
    try (Served served = new Served(folder, Manner.faulty("drop=100%"))) {
      assertThatThrownBy(() -> served.get("/v1/user/info", "User-Id", ADA.text()))
          .isInstanceOf(UncheckedIOException.class);
    }
  }

  @Test
  void quirksOfZaihangyun() {
    try (Served served = new Served(folder, Manner.quirky())) {
      String[] ada = {"User-Id", ADA.text()};
      served.send("POST", "/v1/user/update", "nickname=x", ada);
      assertThat(served.user(ADA).get(Field.BIRTHDAY)).isNull();
      assertThat(served.user(ADA).secrets()).isEmpty();
      served.send("POST", "/v1/user/update", "birthday=1990-01-01", ada);
      Got got =
          served.send(
              "POST",
              "/v1/user/update",
              "{",
              "User-Id",
              ADA.text(),
              "Content-Type",
              "application/json");
      assertThat(got.json().path("code").asInt()).isEqualTo(200);
      assertThat(served.user(ADA).get(Field.BIRTHDAY)).isNull();
    }
  }

  @Test
  void quirksOfTheOthers() {
    try (Served served = new Served(folder, Manner.quirky())) {
      String[] ada = {"User-Id", ADA.text()};
      served.send("POST", "/api/user/detail", "{\"email\":\"new@example.org\"}", ada);
      assertThat(served.user(ADA).get(Field.EMAIL)).isEqualTo("ada@example.org");
      assertThat(served.user(ADA).get(Field.DESC)).isNull();
      String body = "{\"id\":\"" + ADA + "\",\"city\":\"x\"}";
      Got got = served.send("PUT", "/weidu/api/v1/users/update", body);
      assertThat(got.json().path("user_info").path("update_at").asInt()).isZero();
      assertThat(served.get("/weidu/api/v1/users/me", ada).json().toString())
          .contains("ada@example.org")
          .doesNotContain("password\"");
    }
  }
}
