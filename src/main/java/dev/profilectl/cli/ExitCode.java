package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;

/** The exit codes. Codes are added, never reused; a code nobody knows is a failure. */
public enum ExitCode {
  /** Done, or nothing to do. */
  OK(0),
  /** Whatever is not listed: a bug, I/O. */
  FAILURE(1),
  /** Unknown command, flag, value or column; what the target cannot do. */
  USAGE(2),
  /** Some rows or fields failed. */
  PARTIAL(3),
  /** Not logged in, or refused. */
  DENIED(4),
  /** User, avatar, file or target not found. */
  NOT_FOUND(5),
  /** Version, duplicate, stale plan, or something would be lost. */
  CONFLICT(6),
  /** Invalid data; nothing was changed. */
  INVALID(7),
  /** Temporary or unknown: server, network, rate limit, after retries. */
  UNAVAILABLE(8),
  /** Stopped by a limit; can be resumed. */
  STOPPED(9),
  /** Changes pending; only with {@code --exit-code}. */
  PENDING(10),
  /** Interrupted; the run can be resumed. */
  INTERRUPTED(130),
  /** Terminated; the run can be resumed. */
  TERMINATED(143);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  /** The number the process exits with. */
  public int number() {
    return number;
  }

  /** The word in machine output, {@code not-found} for example. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The code of a failure. */
  public static ExitCode of(Failure failure) {
    return switch (failure) {
      case Failure.Fault _ -> FAILURE;
      case Failure.Usage _ -> USAGE;
      case Failure.Partial _ -> PARTIAL;
      case Failure.Denied _ -> DENIED;
      case Failure.NotFound _ -> NOT_FOUND;
      case Failure.Conflict _ -> CONFLICT;
      case Failure.Invalid _ -> INVALID;
      case Failure.Unavailable _ -> UNAVAILABLE;
      case Failure.Stopped _ -> STOPPED;
      case Failure.Interrupted _ -> INTERRUPTED;
    };
  }

  /** The code of a kind of failure, as {@link Failure#kind} has it. */
  public static ExitCode ofKind(String kind) {
    return Arrays.stream(values())
        .filter(code -> code.kind().equals(kind))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(kind));
  }

  /** The code of a run: 0, the one reason every row failed for, or partial. */
  public static ExitCode of(long good, Set<String> kinds) {
    if (kinds.isEmpty()) {
      return OK;
    }
    return good == 0 && kinds.size() == 1 ? ofKind(kinds.iterator().next()) : PARTIAL;
  }

  /** The code of a command on many: 0, the one reason all failed for, or partial. */
  public static ExitCode of(int done, Collection<? extends Failure> failures) {
    if (failures.isEmpty()) {
      return OK;
    }
    var reasons = failures.stream().map(ExitCode::of).distinct().toList();
    return done == 0 && reasons.size() == 1 ? reasons.getFirst() : PARTIAL;
  }
}
