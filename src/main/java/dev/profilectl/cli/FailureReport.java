package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.output.JsonLine;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.validation.Problem;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells failures on standard error: sentences, or one JSON object a line. */
public final class FailureReport {
  private final PrintWriter err;
  private final boolean json;
  private final Locale locale;
  private final @Nullable Place script;

  private FailureReport(Workspace workspace, boolean json, Locale locale) {
    this.err = workspace.channels().err();
    this.json = json;
    this.locale = locale;
    this.script = workspace.place().orElse(null);
  }

  static FailureReport of(Workspace workspace, OutputFormat format, Locale locale) {
    return new FailureReport(workspace, format.json(), locale);
  }

  /**
   * A failure and what it is about.
   *
   * @param place where in an input; {@code null} where it is about none, or the failure says so
   *     itself by the parameters {@code file} and {@code line} of its problem
   * @param key the user as named on the command line or in the row; {@code null} where the whole
   *     command failed, or a row names nobody
   * @param failure why
   */
  public record Row(@Nullable Place place, @Nullable String key, Failure failure) {
    /** About a user of the command line, or the whole command. */
    public Row(@Nullable String key, Failure failure) {
      this(null, key, failure);
    }
  }

  /**
   * A line of an input, in sentences {@code people.csv:12}.
   *
   * @param file as the user named it
   * @param line from 1
   */
  public record Place(String file, long line) {
    /** Where a problem says it is; {@code null} where it says nothing. */
    public static @Nullable Place of(Problem problem) {
      Map<String, Object> facts = problem.parameters();
      return facts.get("file") instanceof String file && facts.get("line") instanceof Long line
          ? new Place(file, line)
          : null;
    }

    /** What a sentence about a row begins with: {@code people.csv:12 (ada)}. */
    public String of(@Nullable String key) {
      return text() + (key == null ? "" : " (" + key + ")");
    }

    String text() {
      return file + ":" + line;
    }
  }

  void tell(Row row) {
    err.println(json ? object(row) : sentences(row));
  }

  /** What every sentence begins with; in a script, where the command stands. */
  static String start(@Nullable Place script) {
    return script == null
        ? "profilectl: "
        : "profilectl: " + SafeText.visible(script.text()) + ": ";
  }

  private String sentences(Row row) {
    Failure failure = row.failure();
    String prefix = start(script) + about(row, place(row));
    StringBuilder text = new StringBuilder();
    if (failure instanceof Failure.Invalid) {
      for (Problem problem : failure.problems()) {
        String sentence = SafeText.visible(problem.message(locale));
        text.append(start(script))
            .append(about(row, place(row, problem)))
            .append(sentence)
            .append(" (")
            .append(problem.code())
            .append(")\n");
      }
      // Of many, others may well have been changed.
      String hint = row.key() == null ? "hint.code" : "hint.code-of-one";
      String code = failure.problems().getFirst().code();
      if (row.place() != null) {
        // One hint a row would bury the sentences.
        return text.deleteCharAt(text.length() - 1).toString();
      }
      return text.append(Message.of(hint, code).in(locale)).toString();
    }
    text.append(prefix).append(SafeText.visible(failure.sentence().in(locale)));
    for (Problem problem : failure.problems()) {
      text.append(" (").append(problem.code()).append(')');
    }
    return text.toString();
  }

  /** Whom it is about, where the sentence does not say so itself. */
  private String about(Row row, @Nullable Place place) {
    String key = row.key();
    if (place != null) {
      return SafeText.visible(place.of(key)) + ": ";
    }
    boolean told =
        key == null
            || (!(row.failure() instanceof Failure.Invalid)
                && row.failure().sentence().in(locale).contains(key));
    return told ? "" : SafeText.visible(String.valueOf(key)) + ": ";
  }

  /** A text that people write may be wrong in several lines at once. */
  private static @Nullable Place place(Row row, Problem problem) {
    return row.place() == null ? Place.of(problem) : row.place();
  }

  private static @Nullable Place place(Row row) {
    List<Problem> problems = row.failure().problems();
    return row.place() != null || problems.isEmpty() ? row.place() : Place.of(problems.getFirst());
  }

  private String object(Row row) {
    Failure failure = row.failure();
    ExitCode code = ExitCode.of(failure);
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("kind", code.kind());
    error.put("exit", code.number());
    Place place = place(row) == null ? script : place(row);
    if (place != null) {
      error.put("file", place.file());
      error.put("line", place.line());
    }
    if (row.key() != null) {
      error.put("key", row.key());
    }
    error.put("message", failure.told(locale));
    error.put("problems", failure.problems().stream().map(p -> object(failure, p)).toList());
    return JsonLine.of(Map.of("error", error));
  }

  private Map<String, @Nullable Object> object(Failure failure, Problem problem) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("field", problem.field());
    object.put("code", problem.code());
    object.put("message", message(failure, problem));
    return object;
  }

  private String message(Failure failure, Problem problem) {
    List<Problem> problems = failure.problems();
    boolean own = !(failure instanceof Failure.Invalid) && problems.size() == 1;
    return own ? failure.sentence().in(locale) : problem.message(locale);
  }
}
