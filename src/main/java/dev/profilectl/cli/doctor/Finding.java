package dev.profilectl.cli.doctor;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a check found.
 *
 * @param check what was looked at, {@code store} or {@code target shop} for example
 * @param state how it is
 * @param found in words
 * @param hint the way out; {@code null} where there is nothing to do
 * @param kind of the failure that commands would end with; {@code null} where it is no problem
 */
record Finding(
    String check, State state, Message found, @Nullable Message hint, @Nullable String kind) {
  /** How it is with what was looked at. */
  enum State {
    /** As it should be. */
    OK,
    /** Commands work, but something is worth knowing. */
    WARNING,
    /** Some commands cannot work. */
    PROBLEM;

    /** The word in every language. */
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Finding ok(String check, Message found) {
    return new Finding(check, State.OK, found, null, null);
  }

  static Finding warning(String check, Message found, Message hint) {
    return new Finding(check, State.WARNING, found, hint, null);
  }

  static Finding problem(String check, Failure failure, Message hint) {
    return new Finding(check, State.PROBLEM, failure.sentence(), hint, failure.kind());
  }
}
