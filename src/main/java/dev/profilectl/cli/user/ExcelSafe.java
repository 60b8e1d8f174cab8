package dev.profilectl.cli.user;

import dev.profilectl.output.Column;
import dev.profilectl.profile.Profile;
import org.jspecify.annotations.Nullable;

/** Keeps spreadsheets from taking a text for a formula. Numbers are none. */
final class ExcelSafe {
  private static final String SIGNS = "=+-@\t\r";

  private long changed;

  /** The column with its texts made safe. */
  Column<Profile> column(Column<Profile> column) {
    return new Column<>(
        column.key(), column.header(), user -> safe(column.value().of(user)), column.use());
  }

  private @Nullable Object safe(@Nullable Object value) {
    if (value instanceof String text && !text.isEmpty() && SIGNS.indexOf(text.charAt(0)) >= 0) {
      changed++;
      return "'" + text;
    }
    return value;
  }

  /** How many cells are not as they are in the store. */
  long changed() {
    return changed;
  }
}
