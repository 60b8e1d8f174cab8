package dev.profilectl.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Sentences of help in a language. The English ones stand beside the commands and flags they are
 * about; {@code help_zh.txt} has each of them with the Chinese below it, and a test sees to it that
 * none is missing and none is left over.
 */
final class HelpText {
  private HelpText() {}

  private static final class Chinese {
    static final Map<String, String> SENTENCES = read();
  }

  private static Map<String, String> read() {
    Map<String, String> sentences = new HashMap<>();
    try (InputStream in = HelpText.class.getResourceAsStream("help_zh.txt")) {
      byte[] bytes = Objects.requireNonNull(in).readAllBytes();
      List<String> lines =
          new String(bytes, StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.isBlank() && !line.startsWith("#"))
              .toList();
      for (int i = 0; i + 1 < lines.size(); i += 2) {
        sentences.put(lines.get(i), lines.get(i + 1));
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return sentences;
  }

  /** A sentence in the language of the locale; the sentence itself where it has none in it. */
  static String in(Locale locale, String english) {
    return locale.getLanguage().equals("zh")
        ? Chinese.SENTENCES.getOrDefault(english, english)
        : english;
  }

  /** What there is in Chinese, by the English. */
  static Map<String, String> chinese() {
    return Map.copyOf(Chinese.SENTENCES);
  }
}
