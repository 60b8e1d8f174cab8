package dev.profilectl.validation;

import static dev.profilectl.validation.ProfileValidatorTest.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules about text that names somebody or something: username, e-mail, avatar URL. */
class AddressRulesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"a", "Z", "0", ".", "_", "-", "..", "Me-", "mee", "a.b_c-D9", "null", "you"})
  void usernameIsTaken(String name) {
    assertThat(codes("username", name)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a b",
        "a\n",
        "a\0",
        "ä",
        "中",
        "a@b",
        "a/b",
        "a:b",
        "me",
        "ME",
        "mE",
        "é",
        "😀",
        "abcdefghijklmnopqrstuvwxyz",
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "12345678901234567890123456"
      })
  void usernameIsRefused(String name) {
    assertThat(codes("username", name)).containsExactly("username-invalid");
  }

  @Test
  void usernameHasItsBounds() {
    assertThat(codes("username", "a".repeat(25))).isEmpty();
    assertThat(codes("username", "a".repeat(26))).containsExactly("username-invalid");
    assertThat(codes("username", "a".repeat(25) + "-")).isEmpty();
    assertThat(codes("username", "a".repeat(27))).isEmpty();
    assertThat(codes("username", "a".repeat(64))).isEmpty();
    assertThat(codes("username", "a".repeat(65))).containsExactly("username-invalid");
    assertThat(codes("username", 7)).containsExactly("username-invalid");
    assertThat(codes("username", true)).containsExactly("username-invalid");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a@b.c",
        "ada.lovelace@example.org",
        "a+b@x-y.co.uk",
        "A_B-c@1.2",
        "o'brien@x.ie",
        "a@b.c.d.e",
        "!#$%&'*+/=?^_`{|}~-@x.y"
      })
  void emailIsTaken(String email) {
    assertThat(codes("email", email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "@",
        "a@",
        "@b.c",
        "a@b",
        "a@b.",
        "a@.b",
        "a@b..c",
        "a b@c.d",
        "a@b c.d",
        "a@b.c ",
        " a@b.c",
        "a@b.c\n",
        "ä@b.c",
        "a@ä.c",
        "a@中.c",
        "a@b@c.d",
        "a..b@c.d",
        ".a@b.c",
        "a.@b.c",
        "a@-b.c",
        "a@b-.c",
        "a@[1.2.3.4]",
        "\"a\"@b.c",
        "a@b.c\0",
        "a＠b.c",
        "Ada <a@b.c>",
        "a@b。c"
      })
  void emailIsRefused(String email) {
    assertThat(codes("email", email)).containsExactly("400116");
  }

  @Test
  void emailHasItsBounds() {
    assertThat(codes("email", "a".repeat(64) + "@b.c")).isEmpty();
    assertThat(codes("email", "a".repeat(65) + "@b.c")).containsExactly("400116");
    String label = "b".repeat(63);
    assertThat(codes("email", "a@" + label + ".c")).isEmpty();
    assertThat(codes("email", "a@b" + label + ".c")).containsExactly("400116");
    String domain = String.join(".", label, label, label, "b".repeat(61));
    assertThat(codes("email", "a@" + domain)).isEmpty();
    assertThat(codes("email", "a@" + domain + "b")).containsExactly("400116");
    assertThat(codes("email", 5)).containsExactly("400116");
    assertThat(codes("email", "a.".repeat(50_000) + "@b.c")).containsExactly("400116");
    assertThat(codes("email", "a@" + "b.".repeat(5_000_000))).containsExactly("400116");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://example.org/a.jpg",
        "http://h/",
        "HTTP://H/a",
        "https://1.2.3.4:8080/a?b=c#d",
        "http://[::1]/a",
        "https://h/中.png",
        "20260101/users/abc/def/a.jpg",
        "a",
        "/a/b",
        "a..b/c",
        "...",
        "a/...",
        "./a",
        "a b.jpg",
        "中/😀.png",
        "a?b",
        "https://u:p@h/x",
        "%41%zz"
      })
  void avatarUrlIsTaken(String url) {
    assertThat(codes("avatar_url", url)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../a",
        "a/..",
        "a/../b",
        "/..",
        "%2e%2e",
        "a/%2e%2e/b",
        "a/.%2E/b",
        "%2e./a",
        "a%2f..%2fb",
        "a/..%5cb",
        "a\\..\\b",
        "..\\a",
        "//host",
        "//host/a",
        "/%2fhost",
        "javascript:alert(1)",
        "JavaScript:x",
        "java\nscript:x",
        "data:image/png;base64,AA",
        "file:///etc/passwd",
        "ftp://h/a",
        "http:",
        "http://",
        "http:///a",
        "http:a",
        "http:/a",
        "https://h/a b",
        "https://h/<a>",
        "a\0b",
        "a\nb",
        "a\u001bb",
        "a\ud800",
        "mailto:a@b.c",
        "x:y"
      })
  void avatarUrlIsRefused(String url) {
    assertThat(codes("avatar_url", url)).containsExactly("url-invalid");
  }

  @Test
  void avatarUrlHasItsBounds() {
    for (String start : List.of("https://h/", "a/")) {
      for (String letter : List.of("a", "中", "😀")) {
        String longest = start + letter.repeat(1024 - start.length());
        assertThat(codes("avatar_url", longest)).as(start + letter).isEmpty();
        assertThat(codes("avatar_url", longest + "a")).containsExactly("url-invalid");
      }
    }
    assertThat(codes("avatar_url", 1)).containsExactly("url-invalid");
    assertThat(codes("avatar_url", List.of("a"))).containsExactly("url-invalid");
  }
}
