package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way to a server: certificates, proxies, addresses that lead nowhere. */
class NetworkTest {
  private static final String INFO = "{\"code\":200,\"data\":{\"uid\":7,\"username\":\"Ada.L\"}}";

  @TempDir static Path keys;

  private static Keys here;
  private static Keys elsewhere;
  private static Keys expired;

  @TempDir Path folder;

  @BeforeAll
  static void makeKeys() {
    here = Keys.of(keys, "ip:127.0.0.1,ip:::1,dns:server.test");
    elsewhere = Keys.of(keys, "dns:other.example");
    expired = Keys.of(keys, "ip:127.0.0.1", "-startdate", "-10d", "-validity", "1");
  }

  private static LiveSystem tls(Keys keys) {
    return LiveSystem.Kind.ZAIHANGYUN.start(manners -> manners.over(keys.context()));
  }

  private static boolean works(ProfileDirectory directory) {
    return directory.find(new UserRef.Owner()).orElseThrow().username().equals(LiveSystem.ADA);
  }

  private static String refusal(ProfileDirectory directory) {
    Failure.Unavailable failure =
        catchThrowableOfType(Failure.Unavailable.class, () -> directory.find(new UserRef.Owner()));
    assertThat(failure).isNotNull();
    return failure.getMessage();
  }

  private Remotes patientless(Remotes remotes) {
    return remotes.with(TargetSetting.RETRIES, "1").with(TargetSetting.TIMEOUT, "10s");
  }

  @Test
  void aCertificateOfOnesOwnIsBelievedByItsFile() {
    Remotes remotes =
        new Remotes(folder).with(TargetSetting.CA_FILE, here.certificate().toString());
    try (LiveSystem live = tls(here);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(works(directory)).isTrue();
    }
  }

  @Test
  void anUnknownCertificateIsNot() {
    Remotes remotes = patientless(new Remotes(folder));
    try (LiveSystem live = tls(here);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(refusal(directory))
          .isEqualTo(
              "live cannot be reached: its certificate is not trusted (a --ca-file setting names"
                  + " another authority)");
      assertThat(live.server().requests()).isEmpty();
      assertThat(remotes.time.pauses()).isEmpty();
    }
  }

  @Test
  void aCertificateForAnotherHostIsNot() {
    Remotes remotes =
        patientless(new Remotes(folder))
            .with(TargetSetting.CA_FILE, elsewhere.certificate().toString());
    try (LiveSystem live = tls(elsewhere);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(refusal(directory)).endsWith("its certificate is for another host");
    }
  }

  @Test
  void anExpiredCertificateIsNot() {
    Remotes remotes =
        patientless(new Remotes(folder))
            .with(TargetSetting.CA_FILE, expired.certificate().toString());
    try (LiveSystem live = tls(expired);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(refusal(directory)).endsWith("its certificate has expired");
    }
  }

  @Test
  void insecureBelievesAnybody() {
    for (Keys keys : new Keys[] {here, elsewhere, expired}) {
      try (LiveSystem live = tls(keys);
          ProfileDirectory directory = new Remotes(folder).insecure().open(live)) {
        assertThat(works(directory)).isTrue();
      }
    }
  }

  @Test
  void aServerThatSpeaksNoTlsIsToldAsThat() {
    Remotes remotes = patientless(new Remotes(folder)).with(TargetSetting.TIMEOUT, "1s");
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start()) {
      Target target = remotes.target(live, live.url().replace("http:", "https:"));
      remotes.login(live, target);
      try (ProfileDirectory directory = remotes.directory(target)) {
        assertThat(refusal(directory)).startsWith("live ");
        assertThat(live.server().requests()).isEmpty();
      }
    }
  }

  @Test
  void aCaFileThatIsNoneIsRefused() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty.pem"));
    Path text = Files.writeString(folder.resolve("text.pem"), "hello");
    try (LiveSystem live = tls(here)) {
      for (Path file : new Path[] {empty, text, folder.resolve("missing.pem")}) {
        Remotes remotes = new Remotes(folder).with(TargetSetting.CA_FILE, file.toString());
        assertThat(catchThrowableOfType(Failure.Usage.class, () -> remotes.open(live)))
            .hasMessageContaining(file.toString());
      }
    }
  }

  @Test
  void sixIsAnAddressToo() {
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start(Manners::ipv6);
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      assertThat(live.url()).startsWith("http://[::1]:");
      assertThat(works(directory)).isTrue();
    }
  }

  private ProfileDirectory at(Remotes remotes, LiveSystem live, String url) {
    Target target = remotes.target(live, url);
    remotes.login(live, target);
    return remotes.directory(target);
  }

  @Test
  void whereNobodyListensIsToldAsThat() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      free = socket.getLocalPort();
    }
    Remotes remotes = patientless(new Remotes(folder));
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start();
        ProfileDirectory directory = at(remotes, live, "http://127.0.0.1:" + free)) {
      assertThat(refusal(directory))
          .isEqualTo("live cannot be reached: nobody listens at that address");
      assertThat(remotes.time.pauses()).hasSize(1);
    }
  }

  @Test
  void aHostThatIsNotThereIsToldAsThat() {
    Remotes remotes = patientless(new Remotes(folder));
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start();
        ProfileDirectory directory = at(remotes, live, "http://no-such-host.invalid")) {
      assertThat(refusal(directory))
          .isEqualTo("live cannot be reached: no host of that name is known");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP_PROXY", "http_proxy", "ALL_PROXY", "setting"})
  void aProxyIsHandedTheWholeAddress(String where) {
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start();
        FakeServer proxy = FakeServer.start(_ -> Response.json(200, INFO))) {
      Map<String, String> environment =
          where.equals("setting") ? Map.of("NO_PROXY", "*") : Map.of(where, proxy.url(""));
      Remotes remotes = patientless(new Remotes(folder, environment));
      if (where.equals("setting")) {
        remotes.with(TargetSetting.PROXY, proxy.url(""));
      }
      try (ProfileDirectory directory = at(remotes, live, "http://server.test:8080/base")) {
        assertThat(works(directory)).isTrue();
        Request request = proxy.requests().getFirst();
        assertThat(request.target()).isEqualTo("http://server.test:8080/base/v1/user/info");
        assertThat(request.headerOrEmpty("Host")).isEqualTo("server.test:8080");
      }
      assertThat(live.server().requests()).isEmpty();
    }
  }

  @Test
  void aTunnelKeepsTheTokenFromTheProxy() throws IOException {
    try (LiveSystem live = tls(here);
        Tunnels proxy = new Tunnels(live.server().port())) {
      Remotes remotes =
          patientless(new Remotes(folder, Map.of("HTTPS_PROXY", proxy.url())))
              .with(TargetSetting.CA_FILE, here.certificate().toString());
      try (ProfileDirectory directory = at(remotes, live, "https://server.test")) {
        assertThat(works(directory)).isTrue();
        assertThat(proxy.heads())
            .singleElement()
            .asString()
            .startsWith("CONNECT server.test:443 ")
            .doesNotContain("Bearer");
      }
    }
  }

  @Test
  void aProxyThatMakesNoTunnelIsNoAnswerOfTheServer() throws IOException {
    try (LiveSystem live = tls(here);
        Tunnels proxy = new Tunnels(0)) {
      Remotes remotes = patientless(new Remotes(folder, Map.of("HTTPS_PROXY", proxy.url())));
      try (ProfileDirectory directory = at(remotes, live, "https://server.test")) {
        assertThat(catchThrowableOfType(Failure.class, () -> directory.find(new UserRef.Owner())))
            .isInstanceOfAny(Failure.Unavailable.class, Failure.Denied.class);
      }
    }
  }
}
