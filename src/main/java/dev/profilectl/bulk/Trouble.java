package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Why a row failed, as it is written down.
 *
 * @param kind the word of {@link Failure#kind}
 * @param code the code of the first rule that was broken; {@code null} where none applies
 * @param message one sentence
 */
public record Trouble(String kind, @Nullable String code, String message) {
  /** A failure, told in a language. */
  public static Trouble of(Failure failure, Locale locale) {
    String code = failure.problems().isEmpty() ? null : failure.problems().getFirst().code();
    return new Trouble(failure.kind(), code, failure.told(locale));
  }
}
