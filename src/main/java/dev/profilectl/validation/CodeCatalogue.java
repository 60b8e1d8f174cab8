package dev.profilectl.validation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * All codes that the documents state, and our own words: the lines of {@code codes.txt}, read at
 * the first question. The sentences are read when they are asked for.
 *
 * <p>To add a code: a line in {@code codes.txt}, its sentences in {@code Codes.properties} and
 * {@code Codes_zh.properties}; and, where this program reports it about a value, the sentence for
 * the user in both {@code ValidationMessages}.
 */
public final class CodeCatalogue {
  private CodeCatalogue() {}

  /**
   * Every entry: first what is said about values, in the order of the field table, then the other
   * codes, system by system.
   */
  public static List<CodeEntry> all() {
    return Entries.ALL;
  }

  /** Every code once, in the order of {@link #all}; what a suggestion can choose from. */
  public static List<String> codes() {
    return all().stream().map(CodeEntry::code).distinct().toList();
  }

  /**
   * The entries that {@code query} names: a code, {@code system/code}, or {@code system/call/code},
   * where the call may be cut at a hyphen ({@code zaihangyun/avatar/400101}). A code that all calls
   * of a system share is found under any call that does not have it to itself. Letter case does not
   * matter. Empty when there is none.
   */
  public static List<CodeEntry> find(String query) {
    String[] words = query.strip().toLowerCase(Locale.ROOT).split("/", -1);
    if (words.length > 3) {
      return List.of();
    }
    String code = words[words.length - 1];
    List<CodeEntry> found = those(all(), entry -> entry.code().equals(code));
    if (words.length > 1) {
      found = those(found, entry -> entry.system().equals(words[0]));
    }
    return words.length < 3 ? found : ofCall(words[1].replace(' ', '-'), found);
  }

  private static List<CodeEntry> ofCall(String call, List<CodeEntry> entries) {
    Predicate<CodeEntry> named = entry -> (entry.callKey() + "-").startsWith(call + "-");
    List<CodeEntry> own = those(entries, named);
    return own.isEmpty() && all().stream().anyMatch(named)
        ? those(entries, entry -> entry.call().equals("all"))
        : own;
  }

  private static List<CodeEntry> those(List<CodeEntry> entries, Predicate<CodeEntry> wanted) {
    return entries.stream().filter(wanted).toList();
  }

  /** Holds the entries apart, so that nothing is read before the first question. */
  private static final class Entries {
    private static final List<CodeEntry> ALL = read();

    private static List<CodeEntry> read() {
      try (var lines =
          new BufferedReader(
              new InputStreamReader(
                  Objects.requireNonNull(CodeCatalogue.class.getResourceAsStream("codes.txt")),
                  StandardCharsets.UTF_8))) {
        return lines
            .lines()
            .filter(line -> !line.isBlank() && !line.startsWith("#"))
            .map(Entries::entry)
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static CodeEntry entry(String line) {
      String[] columns = line.split(" +", -1);
      return new CodeEntry(
          columns[0],
          columns[1].replace('-', ' '),
          columns[2],
          columns[3].equals("-") ? null : columns[3],
          CodeEntry.Kind.valueOf(columns[4].toUpperCase(Locale.ROOT)),
          columns[5]);
    }
  }
}
