package dev.profilectl.image.fetch;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate its own key signed, for the name {@code pictures.example} alone. */
class TlsTest {
  private static final char[] PASSWORD = "changeit".toCharArray();
  private static final byte[] PICTURE = {1, 2, 3};

  private static SSLContext own;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(requireNonNull(System.getProperty("java.home")), "bin/keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=pictures.example",
                "-ext",
                "SAN=dns:pictures.example",
                "-storetype",
                "PKCS12",
                "-storepass",
                new String(PASSWORD),
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD);
    }
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    own = SSLContext.getInstance("TLS");
    own.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private static LoopbackServer server(LoopbackServer.Answer answer) throws IOException {
    ServerSocket socket =
        own.getServerSocketFactory().createServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"));
    return LoopbackServer.over(socket, answer);
  }

  /** Every name leads to this machine. */
  private static PictureFetcher fetcher(Network.Trust trust, Duration limit) {
    return new PictureFetcher(
        new Network(_ -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")}, _ -> true, trust),
        "test/1",
        limit);
  }

  private static byte[] fetch(Network.Trust trust, String host, LoopbackServer server) {
    return fetcher(trust, Duration.ofSeconds(30))
        .fetch(PictureUrl.parse("https://" + host + ":" + server.port() + "/a.png?token=secret"));
  }

  private static Failure failure(Network.Trust trust, String host, LoopbackServer server) {
    Failure failure = catchThrowableOfType(Failure.class, () -> fetch(trust, host, server));
    assertThat(failure).hasMessageNotContaining("secret");
    return failure;
  }

  @Test
  void believesAKnownCertificateOfThisName() throws IOException {
    try (LoopbackServer server = server(LoopbackServer.ok(PICTURE))) {
      assertThat(fetch(() -> own, "pictures.example", server)).isEqualTo(PICTURE);
    }
  }

  @Test
  void doesNotBelieveAnUnknownCertificate() throws IOException {
    try (LoopbackServer server = server(LoopbackServer.ok(PICTURE))) {
      Failure failure = failure(SSLContext::getDefault, "pictures.example", server);
      assertThat(failure).isInstanceOf(Denied.class);
      assertThat(failure.sentence().key()).isEqualTo("fetch.certificate");
      assertThat(server.heads()).as("no request was sent").isEmpty();
    }
  }

  @Test
  void doesNotBelieveTheCertificateOfAnotherName() throws IOException {
    try (LoopbackServer server = server(LoopbackServer.ok(PICTURE))) {
      Failure failure = failure(() -> own, "elsewhere.example", server);
      assertThat(failure).isInstanceOf(Denied.class);
      assertThat(failure.sentence().key()).isEqualTo("fetch.certificate");
      assertThat(server.heads()).as("no request was sent").isEmpty();
    }
  }

  @Test
  void doesNotGoBackToPlainHttp() throws IOException {
    try (LoopbackServer plain = LoopbackServer.of(LoopbackServer.ok(PICTURE));
        LoopbackServer server = server(LoopbackServer.redirect(plain.url("/a.png?token=secret")))) {
      Failure failure = failure(() -> own, "pictures.example", server);
      assertThat(failure).isInstanceOf(Denied.class);
      assertThat(failure.sentence().key()).isEqualTo("fetch.downgrade");
      assertThat(plain.connections()).isZero();
    }
  }

  @Test
  void tellsThatTheServerSpeaksNoTls() throws IOException {
    try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      Thread.ofVirtual().start(() -> answerPlainly(plain));
      PictureUrl url = PictureUrl.parse("https://pictures.example:" + plain.getLocalPort() + "/");
      Failure failure =
          catchThrowableOfType(
              Failure.class, () -> fetcher(() -> own, Duration.ofSeconds(30)).fetch(url));
      assertThat(failure).isInstanceOf(Unavailable.class);
      assertThat(failure.sentence().key()).isEqualTo("fetch.tls");
    }
  }

  private static void answerPlainly(ServerSocket plain) {
    try (var socket = plain.accept()) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException gone) {
      return;
    }
  }

  @Test
  void aHandshakeThatNeverEndsIsGivenUp() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.ofLiteral("127.0.0.1"))) {
      PictureUrl url = PictureUrl.parse("https://pictures.example:" + silent.getLocalPort() + "/");
      Unavailable late =
          catchThrowableOfType(
              Unavailable.class, () -> fetcher(() -> own, Duration.ofMillis(300)).fetch(url));
      assertThat(late.sentence().key()).isEqualTo("fetch.timeout");
    }
  }
}
