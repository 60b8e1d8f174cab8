package dev.profilectl.image.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Unavailable;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Ways to a server on this machine that must not be reached. 127.0.0.2 stands for the Internet, of
 * which no address is used; everything else is judged as ever.
 */
class GuardTest {
  private static final InetAddress OUTSIDE = InetAddress.ofLiteral("127.0.0.2");
  private static final InetAddress INSIDE = InetAddress.ofLiteral("127.0.0.1");
  private static final byte[] PICTURE = {1, 2, 3};

  private LoopbackServer inside;

  @BeforeEach
  void listenInside() {
    inside = LoopbackServer.of(LoopbackServer.ok(PICTURE));
  }

  @AfterEach
  void stop() throws IOException {
    inside.close();
  }

  private static Network network(Network.Names names) {
    return new Network(
        names,
        address -> address.equals(OUTSIDE) || PublicAddresses.contain(address),
        SSLContext::getDefault);
  }

  private static Failure failure(Network network, String url) {
    return catchThrowableOfType(
        Failure.class,
        () ->
            new PictureFetcher(network, "test/1", Duration.ofSeconds(20))
                .fetch(PictureUrl.parse(url)));
  }

  private void assertNobodyCame() {
    assertThat(inside.connections()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.1",
        "2130706433",
        "127.0.0.1.",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "０.0.0.0",
        "0",
        "0.0.0.0",
        "[::]",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::127.0.0.1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "[fe80::1]",
        "10.0.0.1",
        "169.254.169.254",
        "0x7f.1",
        "0x7f000001",
        "017700000001"
      })
  void refusesEveryWayToWriteIt(String host) {
    Failure failure =
        failure(network(InetAddress::getAllByName), "http://" + host + ":" + inside.port() + "/");
    // What Java takes for no address at all is asked of the name server, which knows no such name.
    assertThat(failure).isInstanceOfAny(Denied.class, Unavailable.class);
    assertThat(failure.sentence().key()).isIn("fetch.address", "fetch.no-host");
    assertNobodyCame();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "localhost", "[::1]", "[::ffff:127.0.0.1]"})
  void saysWhatItRefuses(String host) {
    assertThat(failure(network(InetAddress::getAllByName), "http://" + host + "/a?secret"))
        .isInstanceOf(Denied.class)
        .hasMessageContaining("--allow-private")
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "2130706433", "localhost", "169.254.169.254", "[::1]"})
  void refusesARedirectInside(String host) throws IOException {
    String location = "http://" + host + ":" + inside.port() + "/latest/meta-data/";
    try (var outside = LoopbackServer.at("127.0.0.2", 0, LoopbackServer.redirect(location))) {
      Failure failure =
          failure(network(InetAddress::getAllByName), "http://127.0.0.2:" + outside.port() + "/");
      assertThat(failure.sentence().key()).isEqualTo("fetch.address");
      assertThat(outside.connections()).isEqualTo(1);
    }
    assertNobodyCame();
  }

  /** The name is looked up once for a connection; the address that is judged is the one used. */
  @Test
  void refusesANameThatChangesItsAddress() throws IOException {
    List<String> asked = new ArrayList<>();
    Network.Names changing =
        host -> {
          asked.add(host);
          return new InetAddress[] {asked.size() == 1 ? OUTSIDE : INSIDE};
        };
    int port = inside.port();
    try (var outside = LoopbackServer.at("127.0.0.2", port, LoopbackServer.ok(PICTURE))) {
      PictureUrl url = PictureUrl.parse("http://rebinds.example:" + port + "/");
      PictureFetcher fetcher =
          new PictureFetcher(network(changing), "test/1", Duration.ofSeconds(20));
      assertThat(fetcher.fetch(url)).isEqualTo(PICTURE);
      assertThat(asked).hasSize(1);
      assertThat(outside.connections()).isEqualTo(1);
      assertNobodyCame();

      Failure failure = catchThrowableOfType(Failure.class, () -> fetcher.fetch(url));
      assertThat(failure.sentence().key()).isEqualTo("fetch.address");
      assertThat(asked).hasSize(2);
      assertThat(outside.connections()).isEqualTo(1);
    }
    assertNobodyCame();
  }

  /** The same between two hops, where a kept connection or a remembered judgement would do harm. */
  @Test
  void refusesANameThatChangesItsAddressForTheRedirect() throws IOException {
    List<String> asked = new ArrayList<>();
    Network.Names changing =
        host -> {
          asked.add(host);
          return new InetAddress[] {asked.size() == 1 ? OUTSIDE : INSIDE};
        };
    int port = inside.port();
    try (var outside = LoopbackServer.at("127.0.0.2", port, LoopbackServer.redirect("/again"))) {
      Failure failure = failure(network(changing), "http://rebinds.example:" + port + "/");
      assertThat(failure).isInstanceOf(Denied.class).hasMessageContaining("127.0.0.1");
      assertThat(outside.connections()).isEqualTo(1);
    }
    assertNobodyCame();
  }

  /** One forbidden address among others is enough: where that is, somebody tries something. */
  @Test
  void refusesANameWithAddressesOfBothKinds() throws IOException {
    int port = inside.port();
    try (var outside = LoopbackServer.at("127.0.0.2", port, LoopbackServer.ok(PICTURE))) {
      Failure failure =
          failure(network(_ -> new InetAddress[] {INSIDE, OUTSIDE}), "http://both.example:" + port);
      assertThat(failure).isInstanceOf(Denied.class);
      assertThat(outside.connections()).isZero();
    }
    assertNobodyCame();
  }

  /** As in a name server's answer that falls back to the inside when the outside is shut. */
  @Test
  void refusesTheAddressThatIsTriedNext() {
    String url = "http://both.example:" + inside.port();
    Failure failure = failure(network(_ -> new InetAddress[] {OUTSIDE, INSIDE}), url);
    assertThat(failure).isInstanceOf(Denied.class).hasMessageContaining("127.0.0.1");
    assertNobodyCame();
  }

  @Test
  void aNameServerThatIsSilentIsNotWaitedFor() {
    CountDownLatch never = new CountDownLatch(1);
    Network silent =
        network(
            _ -> {
              try {
                never.await();
              } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
              }
              return new InetAddress[] {INSIDE};
            });
    PictureFetcher fetcher = new PictureFetcher(silent, "test/1", Duration.ofMillis(200));
    Unavailable late =
        catchThrowableOfType(
            Unavailable.class, () -> fetcher.fetch(PictureUrl.parse("http://silent.example/")));
    assertThat(late.sentence().key()).isEqualTo("fetch.timeout");
    assertNobodyCame();
  }

  /** Behind a proxy nobody could tell what is connected to. */
  @ParameterizedTest
  @ValueSource(strings = {"http.proxy", "socksProxy"})
  void usesNoProxyOfTheJvm(String kind) throws IOException {
    String hostKey = kind + "Host";
    String portKey = kind + "Port";
    System.setProperty("http.nonProxyHosts", "");
    System.setProperty(hostKey, "127.0.0.1");
    System.setProperty(portKey, String.valueOf(inside.port()));
    try (var outside = LoopbackServer.at("127.0.0.2", 0, LoopbackServer.ok(PICTURE))) {
      PictureUrl url = PictureUrl.parse("http://127.0.0.2:" + outside.port() + "/");
      assertThat(
              new PictureFetcher(
                      network(InetAddress::getAllByName), "test/1", Duration.ofSeconds(20))
                  .fetch(url))
          .isEqualTo(PICTURE);
    } finally {
      System.clearProperty("http.nonProxyHosts");
      System.clearProperty(hostKey);
      System.clearProperty(portKey);
    }
    assertNobodyCame();
  }
}
