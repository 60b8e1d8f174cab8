package dev.profilectl.image.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Usage;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PictureUrlTest {
  @ParameterizedTest
  @CsvSource({
    "http://example.com,                   http://example.com/",
    "HTTPS://Example.com:8443/a/b.png,     https://Example.com:8443/a/b.png",
    "http://example.com:/a,                http://example.com/a",
    "http://example.com?q=1,               http://example.com/?q=1",
    "http://example.com/a?q=1#part,        http://example.com/a?q=1",
    "http://example.com/my photo|1.png,    http://example.com/my%20photo%7C1.png",
    "http://example.com/%2e%2e/a,          http://example.com/%2e%2e/a",
    "http://example.com//a//b,             http://example.com//a//b",
    "http://bücher.example/é.png?ü,        http://xn--bcher-kva.example/%C3%A9.png?%C3%BC",
    "http://my_host.example/a,             http://my_host.example/a",
    "http://[::1]:80/a,                    http://[::1]:80/a",
    "http://[::ffff:127.0.0.1]/,           http://[::ffff:127.0.0.1]/",
    "http://2130706433/,                   http://2130706433/",
    "http://0x7f.1/,                       http://0x7f.1/",
    "http://１２７.0.0.1/,                  http://127.0.0.1/",
    "http://127。0。0。1/,                   http://127.0.0.1/",
    "http://example.com/a@b,               http://example.com/a@b",
    "http://example.com/?u=http://b@c,     http://example.com/?u=http://b@c"
  })
  void isAskedForAs(String text, String asked) {
    assertThat(PictureUrl.parse(text).uri()).hasToString(asked);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://",
        "http:///a",
        "http://:80/",
        "http://a b/",
        "http://a%2eb/",
        "http://example.com:0/",
        "http://example.com:65536/",
        "http://example.com:80:80/",
        "http://example.com\\.evil.example/",
        "http://[::1/",
        "http://[fe80::1%25eth0]/",
        "http://a\nb/",
        "http://a/\u0000",
        "http://a/%zz",
        "http://..example/"
      })
  void isNone(String text) {
    assertThatThrownBy(() -> PictureUrl.parse(text)).isInstanceOf(Usage.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/a",
        "file:///etc/passwd",
        "gopher://example.com/",
        "jar:http://example.com!/a",
        "data:image/png;base64,AA",
        "http://user:secret@example.com/",
        "http://user@example.com/",
        "http://@example.com/",
        "http://example.com:80@evil.example/",
        "http://example.com\\@evil.example/"
      })
  void isRefused(String text) {
    assertThatThrownBy(() -> PictureUrl.parse(text))
        .isInstanceOf(Denied.class)
        .hasMessageNotContaining("secret");
  }

  @ParameterizedTest
  @CsvSource({
    "https://b.example/c,  https://b.example/c",
    "//b.example/c,        http://b.example/c",
    "/c?d,                 http://a.example:81/c?d",
    "c,                    http://a.example:81/x/c",
    "?d,                   http://a.example:81/x/y?d",
    "#d,                   http://a.example:81/x/y",
    "../c,                 http://a.example:81/x/../c"
  })
  void redirects(String location, String to) {
    PictureUrl from = PictureUrl.parse("http://a.example:81/x/y?secret");
    assertThat(from.redirected(location).uri()).hasToString(to);
  }

  @ParameterizedTest
  @CsvSource({
    "https://a.example/b.png, true",
    "HTTP://a, true",
    "file:///a, true",
    "photo.jpg, false",
    "C:\\photo.jpg, false",
    "a:b, false",
    "-, false",
    "./http://a, false"
  })
  void isMeantBy(String word, boolean meant) {
    assertThat(PictureUrl.isMeantBy(word)).isEqualTo(meant);
  }

  @Test
  void showsNoQuery() {
    assertThat(PictureUrl.parse("https://a.example/b.png?token=secret#secret").shown())
        .isEqualTo("https://a.example/b.png");
    assertThatThrownBy(() -> PictureUrl.parse("https://u:secret@[?token=secret"))
        .hasMessageNotContaining("secret");
  }

  /** What the JDK makes of odd literals is for the guard to judge, not for the URL. */
  @Test
  void aNumberIsAnAddress() {
    assertThat(InetAddress.ofLiteral("2130706433")).hasToString("/127.0.0.1");
    assertThat(InetAddress.ofLiteral("0177.0.0.1")).hasToString("/177.0.0.1");
  }
}
