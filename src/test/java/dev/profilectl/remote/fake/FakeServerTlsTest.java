package dev.profilectl.remote.fake;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fakes behind TLS, with a certificate that only its own client believes. */
class FakeServerTlsTest {
  private static final String PASSWORD = "changeit";

  private static SSLContext own;

  @BeforeAll
  static void makeCertificate(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("keys.p12");
    String tool =
        Path.of(requireNonNull(System.getProperty("java.home")), "bin/keytool").toString();
    String words =
        "-genkeypair -alias s -keyalg EC -dname CN=fake -ext SAN=ip:127.0.0.1 -storetype PKCS12"
            + " -storepass "
            + PASSWORD
            + " -keystore "
            + file;
    Process keytool =
        new ProcessBuilder((tool + " " + words).split(" ", -1)).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(said).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    var identity = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(keys);
    own = SSLContext.getInstance("TLS");
    own.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
  }

  private static String get(HttpClient client, String url) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url)).header("Authorization", "ada").build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Test
  void speaksTlsAndFailsUnderItToo() throws Exception {
    try (FakeZaihangyun fake = FakeZaihangyun.start(manners -> manners.over(own));
        HttpClient knowing = HttpClient.newBuilder().sslContext(own).build();
        HttpClient stranger = HttpClient.newHttpClient()) {
      fake.user("ada", Map.of("nickname", "Ada"));
      String url = fake.url("/v1/user/info");
      assertThat(url).startsWith("https://");
      assertThat(get(knowing, url)).contains("\"nickname\":\"Ada\"");
      assertThatThrownBy(() -> get(stranger, url)).isInstanceOf(SSLHandshakeException.class);
      fake.server().next(Fault.RESET_AFTER_HANDLING, Fault.RESET_AFTER_HANDLING);
      assertThatThrownBy(() -> get(knowing, url)).isInstanceOf(IOException.class);
    }
  }
}
