package dev.profilectl.output;

import java.util.Arrays;
import java.util.List;

/**
 * How to write a result.
 *
 * @param format the format
 * @param look what it is written to
 * @param headers false for {@code --no-headers}
 * @param fields the keys of {@code --fields} in their order; empty where it is not given
 */
public record Page(OutputFormat format, Look look, boolean headers, List<String> fields) {
  /** Copies the fields. */
  public Page {
    fields = List.copyOf(fields);
  }

  /** Everything this format shows when nobody chooses. */
  public static Page of(OutputFormat format, Look look) {
    return new Page(format, look, true, List.of());
  }

  /** The keys in {@code a,b}, blanks around them dropped; an empty list has one empty key. */
  public static List<String> fields(String list) {
    return Arrays.stream(list.split(",", -1)).map(String::strip).toList();
  }
}
