package dev.profilectl.architecture.wrong.store;

import dev.profilectl.architecture.Breaks;
import java.sql.Connection;

/** SQL lives here, a command line does not. */
@Breaks("LIBRARIES")
public final class Tables {
  /** Allowed. */
  int close(Connection connection, picocli.CommandLine line) {
    return connection.hashCode() + line.hashCode();
  }
}
