package dev.profilectl.terminal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** The texts of {@code src/test/resources/attack/naughty.txt}. */
public final class NaughtyStrings {
  private static final Path FILE = Path.of("src/test/resources/attack/naughty.txt");
  private static final JsonMapper JSON = new JsonMapper();

  private NaughtyStrings() {}

  /** All of them, each once. */
  public static List<String> all() {
    try {
      return Files.readAllLines(FILE).stream()
          .filter(line -> !line.startsWith("#"))
          .map(NaughtyStrings::text)
          .distinct()
          .toList();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  /** Every n-th of them; all with {@code -Dattack.all=true}. */
  public static List<String> each(int n) {
    List<String> all = all();
    return Boolean.getBoolean("attack.all")
        ? all
        : IntStream.range(0, all.size()).filter(i -> i % n == 0).mapToObj(all::get).toList();
  }

  private static String text(String line) {
    try {
      return JSON.readValue(line, String.class);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(line, broken);
    }
  }

  /** Whether it has halves of characters, which no file in UTF-8 can hold. */
  public static boolean isTorn(String text) {
    return text.codePoints().anyMatch(c -> c >= 0xd800 && c <= 0xdfff);
  }

  /** Whether a text on a terminal, which has lines and nothing else, could act on it. */
  public static boolean isSafeToShow(String text) {
    return text.lines().allMatch(HostileText::isHarmless);
  }
}
