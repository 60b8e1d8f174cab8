package dev.profilectl.store;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.Problem;
import java.sql.SQLException;

/** What SQLite complains of, as a sentence about the store. */
final class SqlFailures {
  /** SQLite's primary result codes; an extended code holds its primary one in the low byte. */
  private static final int PERM = 3;

  private static final int BUSY = 5;
  private static final int LOCKED = 6;
  private static final int READONLY = 8;
  private static final int IOERR = 10;
  private static final int CORRUPT = 11;
  private static final int FULL = 13;
  private static final int CANTOPEN = 14;
  private static final int NOTADB = 26;

  private SqlFailures() {}

  /** The failure of a read, or of opening. */
  static Failure reading(SQLException cause, String name) {
    return switch (cause.getErrorCode() & 0xff) {
      case BUSY, LOCKED -> new Unavailable(Message.of("store.busy", name));
      case PERM, READONLY -> new Fault(Message.of("store.read-only", name), cause);
      case IOERR -> new Fault(Message.of("store.io", name), cause);
      case FULL -> new Fault(Message.of("store.full", name), cause);
      case CANTOPEN -> new Fault(Message.of("store.cannot-open", name), cause);
      case CORRUPT -> new Fault(Message.of("store.damaged", name), cause);
      case NOTADB -> new Fault(Message.of("store.not-a-store", name), cause);
      default -> new Fault(Message.of("store.failed", name, cause.toString()), cause);
    };
  }

  /** The failure of a change: it was rolled back. Carries 400250 unless it may be tried again. */
  static Failure writing(SQLException cause, String name) {
    Failure plain = reading(cause, name);
    return plain instanceof Unavailable
        ? plain
        : new Fault(plain.sentence(), Problem.of("user", "400250"), cause);
  }
}
