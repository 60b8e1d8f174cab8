package dev.profilectl.cli.help;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What {@code help} tells besides commands; each is a text file named like it. */
public enum Topic {
  /** What the program exits with. */
  EXIT_CODES,
  /** Which variables it reads. */
  ENVIRONMENT,
  /** What {@code -o} writes. */
  FORMATS,
  /** What a profile holds, and the limits. */
  FIELDS,
  /** What files of users look like. */
  IMPORT,
  /** How to work on a server. */
  TARGETS,
  /** The prompt, scripts, completion. */
  SHELL,
  /** What works on weidu, and what is odd there. */
  WEIDU,
  /** What works on west2-online, and what is odd there. */
  WEST2,
  /** What works on AnQiCMS, and what is odd there. */
  ANQICMS,
  /** What works on Zaihangyun, and what is odd there. */
  ZAIHANGYUN;

  /** The words for {@code help}. */
  public static List<String> names() {
    return Arrays.stream(values()).map(Topic::word).toList();
  }

  static Topic named(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The word for {@code help}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its text; English but for Chinese. */
  public List<String> lines(Locale locale) {
    String language = locale.getLanguage().equals("zh") ? "_zh" : "";
    try (InputStream in = Topic.class.getResourceAsStream(word() + language + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("no text for the topic " + word());
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
