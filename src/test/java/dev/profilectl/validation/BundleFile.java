package dev.profilectl.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** One properties file as it is written, without the fall-back of a resource bundle. */
final class BundleFile {
  private final Properties lines = new Properties();

  BundleFile(String name) {
    try (var text =
        new InputStreamReader(
            Objects.requireNonNull(BundleFile.class.getResourceAsStream(name)),
            StandardCharsets.UTF_8)) {
      lines.load(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Set<String> keys() {
    return new TreeSet<>(lines.stringPropertyNames());
  }

  String text(String key) {
    return Objects.requireNonNull(lines.getProperty(key), key);
  }

  /** Fails unless both languages say something under the same keys. */
  static void assertSameKeys(BundleFile english, BundleFile chinese) {
    assertThat(chinese.keys()).isEqualTo(english.keys());
    for (String key : english.keys()) {
      assertThat(english.text(key)).as(key).isNotBlank();
      assertThat(english.text(key).codePoints().noneMatch(Character::isIdeographic))
          .as("%s in English: %s", key, english.text(key))
          .isTrue();
      assertThat(chinese.text(key).codePoints().anyMatch(Character::isIdeographic))
          .as("%s in Chinese: %s", key, chinese.text(key))
          .isTrue();
    }
  }
}
