package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.validation.DocumentedSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
  private static Target of(DocumentedSystem system) {
    return new Target("t", system, TargetUrl.parse("https://example.org/a"), Map.of());
  }

  private static Target knowing(TargetSetting setting) {
    return of(
        List.of(DocumentedSystem.values()).stream()
            .filter(setting::isKnownTo)
            .findFirst()
            .orElseThrow());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file-base | cdn.example.org/x/ | https://cdn.example.org/x",
        "protected | true | true",
        "timeout | 500ms | 500ms",
        "timeout | 24h | 24h",
        "retries | 0 | 0",
        "retries | 100 | 100",
        "retry-max-wait | 0s | 0s",
        "concurrency | 256 | 256",
        "concurrency | 007 | 7",
        "rate | 20/s | 20/s",
        "rate | 100/m | 100/m",
        "proxy | http://Proxy.example.org:3128/ | http://proxy.example.org:3128",
        "ca-file | /etc/ca.pem | /etc/ca.pem",
        "token-command | get {username} {id} | get {username} {id}",
        "avatar-max-bytes | 900KiB | 900KiB",
        "avatar-max-bytes | 1048576 | 1048576",
        "avatar-max-side | 512 | 512",
        "auth | test | test",
        "user-id | k4t1 | k4t1",
        "avatar-read | avatar | avatar",
        "form-field | file | file",
        "success-codes | 10000, 0,-1 | 10000,0,-1",
        "success-codes | 0010 | 10",
        "bearer | false | false",
        "site-id | 0 | 0",
        "sub-site-id | 2147483647 | 2147483647",
        "body | form | form"
      })
  void aSettingTakes(String key, String text, String kept) {
    TargetSetting setting = TargetSetting.of(key).orElseThrow();
    assertThat(knowing(setting).with(setting, text).text(setting)).contains(kept);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "file-base | ftp://example.org",
        "protected | yes",
        "timeout | 30",
        "timeout | 0s",
        "timeout | 25h",
        "timeout | 1.5s",
        "timeout | 99999999h",
        "retries | -1",
        "retries | 101",
        "retries | 99999999999",
        "concurrency | 0",
        "concurrency | 257",
        "rate | 0/s",
        "rate | 20",
        "rate | 20/d",
        "proxy | proxy.example.org:3128",
        "proxy | http://proxy.example.org",
        "proxy | http://proxy.example.org:3128/x",
        "proxy | socks://proxy.example.org:3128",
        "ca-file | ca.pem",
        "token-command | ''",
        "token-command | get {user}",
        "avatar-max-bytes | 1MB",
        "avatar-max-bytes | 1023",
        "avatar-max-bytes | 9999999999MiB",
        "avatar-max-side | 0",
        "auth | basic",
        "user-id | a b",
        "avatar-read | both",
        "form-field | ''",
        "success-codes | 1,",
        "success-codes | x",
        "bearer | 1",
        "site-id | a",
        "sub-site-id | 2147483648",
        "body | xml"
      })
  void aSettingRefuses(String key, String text) {
    TargetSetting setting = TargetSetting.of(key).orElseThrow();
    assertThatThrownBy(() -> knowing(setting).with(setting, text))
        .isInstanceOf(Usage.class)
        .hasMessageStartingWith("--" + key + ": ");
  }

  @ParameterizedTest
  @CsvSource({
    "proxy, http://a:CANARY@b:1",
    "proxy, http://a:CANARY@b c:1",
    "proxy, CANARY",
    "file-base, a:CANARY@b",
    "file-base, https://b?CANARY",
    "token-command, CANARY {x}"
  })
  void whatMayHoldAPasswordIsNotRepeated(String key, String text) {
    TargetSetting setting = TargetSetting.of(key).orElseThrow();
    assertThatThrownBy(() -> knowing(setting).with(setting, text))
        .isInstanceOf(Usage.class)
        .hasMessageNotContaining("CANARY");
  }

  @ParameterizedTest
  @EnumSource
  void everyStandardIsAValueThatItTakes(TargetSetting setting) {
    setting
        .standard()
        .ifPresent(
            standard ->
                assertThat(knowing(setting).with(setting, standard).text(setting))
                    .contains(standard));
    assertThat(TargetSetting.of(setting.key())).contains(setting);
  }

  @Test
  void aSettingOfAnotherSystemIsRefusedWithThoseThatKnowIt() {
    assertThatThrownBy(() -> of(DocumentedSystem.WEIDU).with(TargetSetting.SITE_ID, "1"))
        .isInstanceOf(Usage.class)
        .hasMessage("--site-id: it is a setting of anqicms, not of weidu; leave it out");
  }

  @Test
  void whatIsNotSetIsUsual() {
    Target target = of(DocumentedSystem.WEST2);
    assertThat(target.duration(TargetSetting.TIMEOUT)).isEqualTo(Duration.ofSeconds(30));
    assertThat(target.duration(TargetSetting.RETRY_MAX_WAIT)).isEqualTo(Duration.ofMinutes(5));
    assertThat(target.number(TargetSetting.RETRIES)).isEqualTo(3);
    assertThat(target.number(TargetSetting.CONCURRENCY)).isEqualTo(4);
    assertThat(target.flag(TargetSetting.PROTECTED)).isFalse();
    assertThat(target.flag(TargetSetting.BEARER)).isFalse();
    assertThat(target.list(TargetSetting.SUCCESS_CODES)).containsExactly("10000");
    assertThat(target.text(TargetSetting.FORM_FIELD)).contains("data");
    assertThat(target.text(TargetSetting.AUTH)).as("unknown to west2").isEmpty();
    assertThat(target.rate()).isEmpty();
    assertThat(target.limit(TargetSetting.AVATAR_MAX_BYTES)).isEmpty();
    assertThat(target.uri(TargetSetting.PROXY)).isEmpty();
    assertThat(target.path(TargetSetting.CA_FILE)).isEmpty();
    assertThat(target.settings()).isEmpty();
  }

  @Test
  void whatIsSetIsTyped() {
    Target target =
        of(DocumentedSystem.WEIDU)
            .with(TargetSetting.TIMEOUT, "500ms")
            .with(TargetSetting.TIMEOUT, "2h")
            .with(TargetSetting.RATE, "100/m")
            .with(TargetSetting.AVATAR_MAX_BYTES, "900KiB")
            .with(TargetSetting.PROXY, "http://p:1")
            .with(TargetSetting.CA_FILE, "/ca.pem")
            .with(TargetSetting.PROTECTED, "true");
    assertThat(target.duration(TargetSetting.TIMEOUT)).isEqualTo(Duration.ofHours(2));
    assertThat(target.rate()).contains(new Rate(100, Duration.ofMinutes(1)));
    assertThat(target.rate().orElseThrow().interval()).isEqualTo(Duration.ofMillis(600));
    assertThat(target.limit(TargetSetting.AVATAR_MAX_BYTES)).contains(921_600);
    assertThat(target.uri(TargetSetting.PROXY)).contains(URI.create("http://p:1"));
    assertThat(target.path(TargetSetting.CA_FILE)).contains(Path.of("/ca.pem"));
    assertThat(target.flag(TargetSetting.PROTECTED)).isTrue();
    assertThat(target.base().resolve("b/c")).hasToString("https://example.org/a/b/c");
    assertThat(target.origin()).isEqualTo("https://example.org:443");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "local", "A", "-a", "_a", "a b", "a.b", "a/b", "ä"})
  void someNamesAreNone(String name) {
    assertThatThrownBy(() -> Target.checkName(name)).isInstanceOf(Usage.class);
    assertThatThrownBy(() -> Target.checkName("a".repeat(65))).isInstanceOf(Usage.class);
    Target.checkName("a".repeat(64));
    Target.checkName("0-_");
  }
}
