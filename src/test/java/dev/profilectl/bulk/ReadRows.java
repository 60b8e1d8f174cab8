package dev.profilectl.bulk;

import dev.profilectl.bulk.Inputs.Choice;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.validation.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading an input to its end.
 *
 * @param format what it was taken for
 * @param rows that could be read
 * @param problems {@code line: kind}, of those that could not
 */
record ReadRows(InputFormat format, List<Row> rows, List<String> problems) {
  static ReadRows of(String name, String text) {
    return of(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static ReadRows of(String name, byte[] bytes) {
    return of(new ByteArrayInputStream(bytes), new Choice(name, null, null));
  }

  static ReadRows of(InputStream in, Choice choice) {
    List<Row> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (RowReader reader = Inputs.open(in, choice)) {
      while (next(reader, problems).map(rows::add).orElse(false)) {
        // as long as there are rows
      }
      return new ReadRows(Inputs.detected(reader), rows, problems);
    }
  }

  private static Optional<Row> next(RowReader reader, List<String> problems) {
    while (problems.size() < 100) {
      try {
        return reader.next();
      } catch (Invalid wrong) {
        problems.add(told(wrong));
      }
    }
    throw new AssertionError("no end of problems: " + problems.subList(0, 5));
  }

  /** {@code 3 row cells}: the line, the code and which of its sentences. */
  static String told(Invalid wrong) {
    Problem problem = wrong.problems().getFirst();
    for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
      String sentence = problem.message(locale);
      if (sentence.contains("?") || sentence.contains("{")) {
        throw new AssertionError("a fact is missing: " + sentence);
      }
    }
    return problem.parameters().get("line")
        + " "
        + problem.code().replace("-malformed", "")
        + " "
        + problem.parameters().get("expected");
  }

  List<Map<String, @Nullable Object>> cells() {
    List<Map<String, @Nullable Object>> cells = new ArrayList<>();
    rows.forEach(row -> cells.add(row.cells()));
    return cells;
  }

  List<Long> lines() {
    return rows.stream().map(Row::line).toList();
  }
}
