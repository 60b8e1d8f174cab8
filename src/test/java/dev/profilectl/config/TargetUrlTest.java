package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetUrlTest {
  @ParameterizedTest
  @CsvSource({
    "example.org, https://example.org",
    "example.org:8443, https://example.org:8443",
    "example.org/douyin/, https://example.org/douyin",
    "example.org/a//, https://example.org/a",
    "HTTPS://Example.ORG/Douyin, https://example.org/Douyin",
    "http://example.org, http://example.org",
    "localhost, http://localhost",
    "LocalHost:8080/x, http://localhost:8080/x",
    "localhost.example.org, https://localhost.example.org",
    "127.0.0.1:80, http://127.0.0.1:80",
    "127.9.8.7, http://127.9.8.7",
    "128.0.0.1, https://128.0.0.1",
    "[::1]:9/x, http://[::1]:9/x",
    "[::1], http://[::1]",
    "[2001:db8::1]:443, https://[2001:db8::1]:443",
    "0:8888, http://127.0.0.1:8888",
    "http://0:8888/douyin, http://127.0.0.1:8888/douyin",
    "https://0/, https://127.0.0.1",
    "http://10.0.0.1, http://10.0.0.1",
    "https://localhost, https://localhost"
  })
  void whatPeopleWriteIsMadeWhole(String written, String kept) {
    assertThat(TargetUrl.parse(written)).hasToString(kept);
    assertThat(TargetUrl.parse(kept)).as("it stays the same").hasToString(kept);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "/x",
        "ftp://example.org",
        "file:///etc/passwd",
        "https://",
        "https:///x",
        "a b",
        "https://exa mple",
        "https://example.org:0",
        "https://example.org:65536",
        "https://example.org:x",
        "user:CANARY@example.org",
        "https://CANARY@example.org",
        "https://ada:CANARY@exa mple",
        "https://example.org?token=CANARY",
        "https://example.org/#CANARY",
        "example.org/?"
      })
  void whatIsNoServerIsRefusedAndNotRepeated(String written) {
    assertThatThrownBy(() -> TargetUrl.parse(written))
        .isInstanceOf(Usage.class)
        .hasMessageNotContaining("CANARY")
        .hasNoCause();
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org, https://example.org:443",
    "https://example.org:443/x, https://example.org:443",
    "http://example.org/y, http://example.org:80",
    "http://Example.org:8080, http://example.org:8080",
    "https://[::1]/, https://[::1]:443"
  })
  void anOriginNamesThePort(String url, String origin) {
    assertThat(TargetUrl.origin(URI.create(url))).isEqualTo(origin);
  }

  @Test
  void whatTravelsInClearIsKnown() {
    assertThat(TargetUrl.isOpen(TargetUrl.parse("http://example.org"))).isTrue();
    assertThat(TargetUrl.isOpen(TargetUrl.parse("http://10.0.0.1:80"))).isTrue();
    assertThat(TargetUrl.isOpen(TargetUrl.parse("https://example.org"))).isFalse();
    for (String here : new String[] {"localhost:80", "127.0.0.2", "[::1]", "0"}) {
      assertThat(TargetUrl.isOpen(TargetUrl.parse(here))).as(here).isFalse();
    }
  }
}
