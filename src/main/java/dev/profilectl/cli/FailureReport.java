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

  private FailureReport(PrintWriter err, boolean json, Locale locale) {
    this.err = err;
    this.json = json;
    this.locale = locale;
  }

  static FailureReport of(Workspace workspace, OutputFormat format, Locale locale) {
    return new FailureReport(workspace.channels().err(), format.json(), locale);
  }

  /**
   * A failure and what it is about.
   *
   * @param key the user as named on the command line; {@code null} where the whole command failed
   * @param failure why
   */
  public record Row(@Nullable String key, Failure failure) {}

  void tell(Row row) {
    err.println(json ? object(row) : sentences(row));
  }

  private String sentences(Row row) {
    Failure failure = row.failure();
    String prefix = "profilectl: " + about(row);
    StringBuilder text = new StringBuilder();
    if (failure instanceof Failure.Invalid) {
      for (Problem problem : failure.problems()) {
        String sentence = SafeText.visible(problem.message(locale));
        text.append(prefix).append(sentence).append(" (").append(problem.code()).append(")\n");
      }
      // Of many, others may well have been changed.
      String hint = row.key() == null ? "hint.code" : "hint.code-of-one";
      String code = failure.problems().getFirst().code();
      return text.append(Message.of(hint, code).in(locale)).toString();
    }
    text.append(prefix).append(SafeText.visible(failure.sentence().in(locale)));
    for (Problem problem : failure.problems()) {
      text.append(" (").append(problem.code()).append(')');
    }
    return text.toString();
  }

  /** Whom it is about, where the sentence does not say so itself. */
  private String about(Row row) {
    String key = row.key();
    boolean told =
        key == null
            || (!(row.failure() instanceof Failure.Invalid)
                && row.failure().sentence().in(locale).contains(key));
    return told ? "" : SafeText.visible(String.valueOf(key)) + ": ";
  }

  private String object(Row row) {
    Failure failure = row.failure();
    ExitCode code = ExitCode.of(failure);
    Map<String, @Nullable Object> error = new LinkedHashMap<>();
    error.put("kind", code.kind());
    error.put("exit", code.number());
    if (row.key() != null) {
      error.put("key", row.key());
    }
    error.put("message", message(failure));
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

  private String message(Failure failure) {
    return failure instanceof Failure.Invalid
        ? failure.problems().getFirst().message(locale)
        : failure.sentence().in(locale);
  }

  private String message(Failure failure, Problem problem) {
    List<Problem> problems = failure.problems();
    boolean own = !(failure instanceof Failure.Invalid) && problems.size() == 1;
    return own ? failure.sentence().in(locale) : problem.message(locale);
  }
}
