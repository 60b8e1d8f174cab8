package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.Inputs;
import dev.profilectl.bulk.PictureMatches;
import dev.profilectl.bulk.PictureMatches.Matched;
import dev.profilectl.bulk.PictureMatches.Unmatched;
import dev.profilectl.bulk.Row;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A list that says whose picture each file is; the rejects of an earlier import are one. */
final class PictureList {
  /** Its columns; what is wrong with a row is passed over. */
  static final List<String> COLUMNS = List.of("file", "username", "id");

  private static final Set<String> PASSED_OVER = Set.of("error_code", "error_message");

  private final Session session;
  private final String name;

  /** Of a file, {@code -} for standard input. */
  PictureList(Session session, String name) {
    this.session = session;
    this.name = name;
  }

  /**
   * What it says, as far as the files are there.
   *
   * @throws Usage for another column, or a row without a file or a user
   * @throws Conflict where it names a user twice
   */
  PictureMatches among(List<String> files) {
    Set<String> there = new HashSet<>(files);
    List<Matched> matched = new ArrayList<>();
    List<Unmatched> unmatched = new ArrayList<>();
    Set<String> users = new HashSet<>();
    try (RowReader reader =
        Inputs.open(
            TextInput.stream(session.workspace(), name), new Inputs.Choice(name, null, null))) {
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        Matched said = matched(row.get());
        if (!users.add(said.name().toLowerCase(Locale.ROOT))) {
          throw new Conflict(
              Message.of("pictures.listed-twice", name, row.get().line(), said.name()));
        }
        if (there.contains(said.file())) {
          matched.add(said);
        } else {
          unmatched.add(new Unmatched(said.file(), Message.of("pictures.not-there")));
        }
      }
    }
    return new PictureMatches(matched, unmatched, List.of());
  }

  private Matched matched(Row row) {
    for (String column : row.cells().keySet()) {
      if (!COLUMNS.contains(column) && !PASSED_OVER.contains(column)) {
        throw new Usage(
            Message.of("pictures.list-column", name, column, String.join(", ", COLUMNS)));
      }
    }
    String file = cell(row, "file");
    String username = cell(row, "username");
    String id = cell(row, "id");
    if (file == null || (username == null && id == null)) {
      throw new Usage(Message.of("pictures.list-row", name, row.line()));
    }
    UserRef user =
        id == null
            ? new UserRef.ByUsername(Objects.requireNonNull(username))
            : new UserRef.ById(id);
    UserId known = id == null ? null : UserId.anySystem(id).orElse(null);
    String called = username == null ? Objects.requireNonNull(id) : username;
    return new Matched(file, user, known, called);
  }

  private static @Nullable String cell(Row row, String column) {
    Object value = row.cells().get(column);
    return value == null || value.toString().isEmpty() ? null : value.toString();
  }
}
