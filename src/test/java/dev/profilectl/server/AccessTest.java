package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import dev.profilectl.validation.DocumentedSystem;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whom a token reaches, and for how long. */
class AccessTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration OVER = Duration.ofSeconds(-1);
  private static final String INFO = "/weidu/api/v1/users/info?user_id=";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(folder, Manner.STRICT);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private int weidu(String path, String... headers) {
    return served.get(path, headers).json().path("code").asInt();
  }

  private int zaihangyun(String... headers) {
    return served.get("/v1/user/info", headers).json().path("code").asInt();
  }

  private static String[] bearer(String token) {
    return new String[] {"Authorization", "Bearer " + token};
  }

  @Test
  void ownUserAloneUnlessAdmin() {
    String own = served.token(ADA);
    assertThat(weidu(INFO + ADA, bearer(own))).isEqualTo(200);
    assertThat(weidu(INFO + BOB, bearer(own))).isEqualTo(1000);
    String admin = served.token(ADA, Kind.ACCESS, true, DAY);
    assertThat(weidu(INFO + BOB, bearer(admin))).isEqualTo(200);
    assertThat(weidu("/weidu/api/v1/users/me", bearer(admin))).isEqualTo(200);
  }

  @Test
  void noWordIsBelievedWhereTokensAreRequired() {
    assertThat(weidu(INFO + ADA, "User-Id", ADA.text())).isEqualTo(1000);
    assertThat(weidu(INFO + ADA)).isEqualTo(1000);
    assertThat(zaihangyun("User-Id", ADA.text())).isEqualTo(400);
  }

  @Test
  void expiredRevokedAndRefreshTokensOpenNothing() {
    String expired = served.token(ADA, Kind.ACCESS, false, OVER);
    assertThat(weidu(INFO + ADA, bearer(expired))).isEqualTo(1000);
    assertThat(zaihangyun(bearer(expired))).isEqualTo(402);
    assertThat(zaihangyun("Authorization", expired)).isEqualTo(402);
    assertThat(zaihangyun(bearer(served.token(ADA, Kind.REFRESH, false, DAY)))).isEqualTo(401);
    String revoked = served.token(ADA);
    assertThat(zaihangyun("Authorization", revoked)).isEqualTo(200);
    served.store.tokens().list().forEach(token -> served.store.tokens().revoke(token.id()));
    assertThat(zaihangyun(bearer(revoked))).isEqualTo(401);
  }

  @Test
  void west2GoesOnWithTheSecondTokenOfAPair() {
    String expired = served.token(ADA, Kind.ACCESS, false, OVER);
    String refresh = served.token(ADA, Kind.REFRESH, false, DAY);
    Got got = served.get("/user/info", "Access-Token", expired, "Refresh-Token", refresh);
    assertThat(got.json().path("base").path("code").asInt()).isEqualTo(10000);
    Got next = served.get("/user/info", "Access-Token", got.header("Access-Token"));
    assertThat(next.json()).isEqualTo(got.json());
    assertThat(next.header("Access-Token")).isEmpty();
    Got neither = served.get("/user/info", "Access-Token", expired);
    assertThat(neither.json().path("base").path("code").asInt()).isEqualTo(-1);
  }

  @Test
  void anqicmsFollowsUpATokenThatRunsOutSoon() {
    String soon = served.token(ADA, Kind.ACCESS, false, Duration.ofMinutes(59));
    Got got = served.get("/api/user/detail", "Token", soon);
    assertThat(got.json().path("code").asInt()).isZero();
    Got next = served.get("/api/user/detail", "Token", got.header("update-token"));
    assertThat(next.json().path("code").asInt()).isZero();
    assertThat(next.header("update-token")).isEmpty();
  }

  @Test
  void nothingSecretIsKeptOrLogged() {
    String token = served.token(ADA);
    served.get("/v1/user/info?uid=1&x=" + token, bearer(token));
    served.send("POST", "/user/login", "username=ada&password=ada-secret");
    assertThat(served.log().lines()).hasSize(2).allMatch(line -> line.contains("\"status\":200"));
    assertThat(served.log()).doesNotContain(token, "ada-secret", "uid");
    assertThat(served.store.tokens().list().toString()).doesNotContain(token);
  }

  @Test
  void aServerThatBelievesAnybodyStaysOnItsMachine() {
    ServerSettings open =
        new ServerSettings(
            new ServerSettings.Place("0.0.0.0", 0, null, null),
            Set.of(DocumentedSystem.WEIDU),
            Set.of(),
            true,
            new ServerSettings.Limits(1, DAY),
            Locale.ENGLISH);
    var store = served.store;
    Backing backing = new Backing(store, store.tokens(), store.numbers(), store.uploads());
    Outside outside = new Outside(Clock.systemUTC(), new Random(1), "t", null);
    assertThatThrownBy(() -> ProfileServer.start(open, "", backing, outside))
        .isInstanceOf(Usage.class)
        .hasMessageContaining("0.0.0.0");
  }
}
