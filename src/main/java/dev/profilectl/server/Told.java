package dev.profilectl.server;

import dev.profilectl.failure.Failure;
import java.util.Locale;

/** What a failure is called on the wire. */
final class Told {
  private Told() {}

  /** The sentence; of an input with many problems that of the first in the order of the table. */
  static String sentence(Failure failure, Locale locale) {
    return failure instanceof Failure.Invalid
        ? failure.problems().getFirst().message(locale)
        : failure.sentence().in(locale);
  }

  /** The documented code of the first problem; where it has none, what HTTP calls its kind. */
  static int code(Failure failure) {
    return failure.problems().stream()
        .map(problem -> problem.code())
        .filter(code -> code.matches("[0-9]{1,9}"))
        .findFirst()
        .map(Integer::valueOf)
        .orElseGet(() -> kind(failure));
  }

  private static int kind(Failure failure) {
    return switch (failure) {
      case Failure.Denied _ -> 401;
      case Failure.NotFound _ -> 404;
      case Failure.Conflict _ -> 409;
      case Failure.Invalid _, Failure.Usage _ -> 400;
      case Failure.Unavailable _ -> 503;
      case Failure.Fault _, Failure.Partial _, Failure.Stopped _, Failure.Interrupted _ -> 500;
    };
  }

  /** The status of HTTP: what the caller did wrong is told by the body alone. */
  static int status(Failure failure) {
    int kind = kind(failure);
    return kind < 500 ? 200 : kind;
  }
}
