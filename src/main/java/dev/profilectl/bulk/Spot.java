package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.validation.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where in an input something is wrong.
 *
 * @param file as the user named it
 * @param line from 1
 */
record Spot(String file, long line) {
  /** The same file at another line. */
  Spot at(long other) {
    return new Spot(file, other);
  }

  /**
   * This one record cannot be read.
   *
   * @param kind which sentence of the code {@code row-malformed}
   * @param facts what the sentence mentions; a {@code column} is also the field of the problem
   */
  Invalid row(String kind, Map<String, Object> facts) {
    Object column = facts.get("column");
    return problem(
        column instanceof String name ? name : "row", "row-malformed", with(kind, facts));
  }

  /** The input cannot be read from here on; the sentences are those of {@code input-malformed}. */
  Invalid input(String kind, Map<String, Object> facts) {
    return problem("input", "input-malformed", with(kind, facts));
  }

  private static Map<String, Object> with(String kind, Map<String, Object> facts) {
    Map<String, Object> all = new HashMap<>(facts);
    all.put("expected", kind);
    return all;
  }

  private Invalid problem(String field, String code, Map<String, Object> facts) {
    facts.put("file", file);
    facts.put("line", line);
    return new Invalid(List.of(new Problem(field, code, facts)));
  }
}
