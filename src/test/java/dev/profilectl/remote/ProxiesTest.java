package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Through which proxy, and when through none. */
class ProxiesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "http://server.test|-|true",
        "http://server.test|''|true",
        "http://server.test|server.test|false",
        "http://SERVER.test|server.TEST|false",
        "http://server.test:8080|server.test|false",
        "http://server.test|other.test|true",
        "http://a.server.test|server.test|false",
        "http://a.server.test|.server.test|false",
        "http://a.server.test|*.server.test|false",
        "http://server.test|.server.test|false",
        "http://myserver.test|server.test|true",
        "http://server.test|*|false",
        "http://server.test|a, server.test ,b|false",
        "http://server.test|a server.test|false",
        "http://server.test|,,|true",
        "http://10.0.0.1|10.0.0.1|false",
        "http://10.0.0.1|0.0.1|true",
        "http://[fd00::1]|[fd00::1]|false",
        "http://[fd00::1]|fd00::1|false",
        "http://server.test:8080|server.test:8080|false",
        "http://server.test:8080|server.test:9090|true",
        "http://localhost|-|false",
        "http://127.0.0.1|-|false",
        "http://127.1.2.3:80|-|false",
        "http://[::1]|-|false"
      })
  void someServersAreReachedWithoutAProxy(String address, String without, boolean through) {
    Map<String, String> environment =
        without == null
            ? Map.of("HTTP_PROXY", "http://proxy.test:3128")
            : Map.of("HTTP_PROXY", "proxy.test:3128", "NO_PROXY", without);
    Proxy proxy = new Proxies(environment, Optional.empty()).select(URI.create(address)).getFirst();
    assertThat(proxy)
        .isEqualTo(
            through
                ? new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3128))
                : Proxy.NO_PROXY);
  }

  @Test
  void eachSchemeHasItsProxyAndSmallLettersGoFirst() {
    Map<String, String> environment =
        Map.of(
            "http_proxy",
            "http://small:1",
            "HTTP_PROXY",
            "http://big:2",
            "HTTPS_PROXY",
            "http://tls:3",
            "all_proxy",
            "http://all:4");
    Proxies proxies = new Proxies(environment, Optional.empty());
    assertThat(proxies.select(URI.create("http://a")).getFirst().toString()).contains("small");
    assertThat(proxies.select(URI.create("https://a")).getFirst().toString()).contains("tls");
    Proxies all = new Proxies(Map.of("ALL_PROXY", "all"), Optional.empty());
    assertThat(all.select(URI.create("https://a")).getFirst().address())
        .isEqualTo(InetSocketAddress.createUnresolved("all", 80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://user:pass@proxy", "http://", "a b", "http://[::1"})
  void whatIsNoProxyIsRefusedWithoutBeingTold(String proxy) {
    Proxies proxies = new Proxies(Map.of("HTTPS_PROXY", proxy), Optional.empty());
    assertThat(
            catchThrowableOfType(
                Failure.Usage.class, () -> proxies.select(URI.create("https://a"))))
        .hasMessageNotContaining("user:pass");
  }
}
