package dev.profilectl.image.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.BasicHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/**
 * One request over one connection of its own. It carries nothing from hop to hop: no cookie, no
 * credential, no referrer, no kept connection; and no proxy of the JVM or the environment is used.
 */
final class Hop implements AutoCloseable {
  private static final int LONGEST_HEADER = 8_192;
  private static final int MOST_HEADERS = 100;

  private final PictureUrl url;
  private final CloseableHttpClient client;

  Hop(PictureUrl url, Network network, String userAgent, Duration limit) {
    this.url = url;
    Timeout patience = Timeout.of(limit);
    BasicHttpClientConnectionManager connections =
        new BasicHttpClientConnectionManager(
            new DefaultHttpClientConnectionOperator(
                _ -> new GuardedSocket(network.allowed(), url.shown()),
                null,
                new Resolver(network.names()),
                scheme -> scheme.equals("https") ? tls(network.trust()) : null),
            ManagedHttpClientConnectionFactory.builder()
                .http1Config(
                    Http1Config.custom()
                        .setMaxLineLength(LONGEST_HEADER)
                        .setMaxHeaderCount(MOST_HEADERS)
                        .build())
                .build());
    connections.setConnectionConfig(
        ConnectionConfig.custom().setConnectTimeout(patience).setSocketTimeout(patience).build());
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setRoutePlanner(new DefaultRoutePlanner(null))
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setAuthenticationEnabled(false)
                    .setProtocolUpgradeEnabled(false)
                    .setResponseTimeout(patience)
                    .build())
            .setUserAgent(userAgent)
            .setDefaultHeaders(
                List.of(
                    new BasicHeader(HttpHeaders.ACCEPT, "image/*, */*;q=0.1"),
                    new BasicHeader(HttpHeaders.ACCEPT_ENCODING, "identity")))
            .disableAuthCaching()
            .disableAutomaticRetries()
            .disableContentCompression()
            .disableCookieManagement()
            .disableRedirectHandling()
            .build();
  }

  /** Sends the request and reads the head of the answer. Its body ends when this is closed. */
  ClassicHttpResponse get() throws IOException {
    return client.executeOpen(
        new HttpHost(url.scheme(), url.host(), url.port()), new HttpGet(url.uri()), null);
  }

  /** At once, whatever is still to come. */
  @Override
  public void close() {
    client.close(CloseMode.IMMEDIATE);
  }

  private static TlsSocketStrategy tls(Network.Trust trust) {
    return (socket, host, port, attachment, context) -> {
      try {
        return new DefaultClientTlsStrategy(trust.context())
            .upgrade(socket, host, port, attachment, context);
      } catch (NoSuchAlgorithmException noTrustStore) {
        throw new SSLException(noTrustStore);
      }
    };
  }

  private record Resolver(Network.Names names) implements DnsResolver {
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      return names.addressesOf(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
      return host;
    }
  }
}
