package dev.profilectl.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.validation.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
      Problem first = failure.problems().getFirst();
      return text.append(Message.of("hint.code", first.code()).in(locale)).toString();
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
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeObjectFieldStart("error");
      json.writeStringField("kind", code.kind());
      json.writeNumberField("exit", code.number());
      if (row.key() != null) {
        json.writeStringField("key", row.key());
      }
      json.writeStringField("message", message(failure));
      json.writeArrayFieldStart("problems");
      for (Problem problem : failure.problems()) {
        json.writeStartObject();
        json.writeStringField("field", problem.field());
        json.writeStringField("code", problem.code());
        json.writeStringField("message", message(failure, problem));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
      json.writeEndObject();
    } catch (IOException onlyInMemory) {
      throw new UncheckedIOException(onlyInMemory);
    }
    // JSON escapes the control characters below 32; the others must not reach a terminal either.
    return SafeText.replaceUnsafe(text.toString(), FailureReport::escaped);
  }

  private static String escaped(int codePoint) {
    return Character.toString(codePoint)
        .chars()
        .mapToObj(unit -> String.format(Locale.ROOT, "\\u%04x", unit))
        .collect(Collectors.joining());
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
