package dev.profilectl.cli.bulk;

import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.output.Column;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.validation.Problem;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong with a row.
 *
 * @param place where the row is
 * @param key whom it names; {@code null} where it names nobody
 * @param problem what
 */
record RowProblem(Place place, @Nullable String key, Problem problem) {
  /** As a row of a result. */
  static List<Column<RowProblem>> columns(Locale locale) {
    return List.of(
        Column.of("file", problem -> problem.place.file()),
        Column.of("line", problem -> problem.place.line()),
        Column.of("key", problem -> problem.key),
        Column.of("field", problem -> problem.problem.field()),
        Column.of("code", problem -> problem.problem.code()),
        Column.of("message", problem -> problem.problem.message(locale)));
  }

  /** As a sentence that is safe on a terminal. */
  String sentence(Locale locale) {
    String text = place.of(key) + ": " + problem.message(locale);
    return SafeText.visible(text) + " (" + problem.code() + ")";
  }
}
