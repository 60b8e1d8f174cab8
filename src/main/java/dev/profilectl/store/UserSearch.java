package dev.profilectl.store;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.validation.JsonText;
import dev.profilectl.validation.Problem;
import dev.profilectl.validation.RawValue;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds users who are there. */
final class UserSearch {
  static final String LIVING = " FROM users WHERE deleted_at IS NULL AND ";

  private static final String BY_ID = "users.id = wanted.value";
  private static final String BY_NAME = "lower(username) = lower(wanted.value)";
  private static final String BY_EMAIL = "email = wanted.value";

  private final Statements statements;

  UserSearch(Statements statements) {
    this.statements = statements;
  }

  /**
   * The user a reference names.
   *
   * @throws Failure where it names more than one
   */
  Optional<Profile> one(UserRef user) throws SQLException {
    return switch (user) {
      case UserRef.Owner _ -> Optional.empty();
      case UserRef.ById byId -> select("id = ?", byId.text());
      case UserRef.ByUsername byName -> select("lower(username) = lower(?)", byName.text());
      case UserRef.ByEmail byEmail -> byEmail(byEmail.text());
      case UserRef.ByEither either -> either(either.text());
    };
  }

  private Optional<Profile> select(String condition, String parameter) throws SQLException {
    String sql = "SELECT " + UserRows.COLUMNS + LIVING + condition;
    try (ResultSet row = statements.with(sql, List.of(parameter)).executeQuery()) {
      return row.next() ? Optional.of(UserRows.profile(row)) : Optional.empty();
    }
  }

  private Optional<Profile> byEmail(String email) throws SQLException {
    String sql = "SELECT " + UserRows.COLUMNS + LIVING + "email = ?";
    try (ResultSet row = statements.with(sql, List.of(email)).executeQuery()) {
      Optional<Profile> first = row.next() ? Optional.of(UserRows.profile(row)) : Optional.empty();
      if (row.next()) {
        throw sharedEmail(email);
      }
      return first;
    }
  }

  private Optional<Profile> either(String text) throws SQLException {
    Optional<UserId> id = UserId.parse(text);
    Optional<Profile> byId = id.isPresent() ? select("id = ?", text) : Optional.empty();
    Optional<Profile> byName = select("lower(username) = lower(?)", text);
    if (byId.isPresent() && byName.isPresent() && !byId.get().id().equals(byName.get().id())) {
      throw new Usage(Message.of("user.ambiguous", text));
    }
    return byId.or(() -> byName);
  }

  /** Everybody, sorted by name; the consumer comes back. */
  static Consumer<Profile> list(Connection open, Consumer<Profile> each) throws SQLException {
    String sql = "SELECT " + UserRows.COLUMNS + LIVING + "TRUE ORDER BY lower(username)";
    try (Statement statement = open.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        each.accept(UserRows.profile(row));
      }
    }
    return each;
  }

  /** By the index on names, so that it takes as long among a million users as among ten. */
  List<Profile> named(String prefix, int most) throws SQLException {
    String sql =
        "SELECT "
            + UserRows.COLUMNS
            + LIVING
            + "lower(username) >= lower(?) AND lower(username) < lower(?) || char(127)"
            + " ORDER BY lower(username) LIMIT ?";
    return found(sql, List.of(prefix, prefix, most));
  }

  /** The next in order of their names, by the same index. */
  List<Profile> behind(@Nullable String username, int most) throws SQLException {
    String start = "SELECT " + UserRows.COLUMNS + LIVING;
    String end = " ORDER BY lower(username) LIMIT ?";
    return username == null
        ? found(start + "TRUE" + end, List.of(most))
        : found(start + "lower(username) > lower(?)" + end, List.of(username, most));
  }

  private List<Profile> found(String sql, List<Object> parameters) throws SQLException {
    List<Profile> found = new ArrayList<>();
    try (ResultSet row = statements.with(sql, parameters).executeQuery()) {
      while (row.next()) {
        found.add(UserRows.profile(row));
      }
    }
    return found;
  }

  private static Conflict sharedEmail(String email) {
    return new Conflict(
        Message.of("user.shared-email", email), Problem.of("email", "duplicate-key"));
  }

  /** One answer a reference, in order, with these fields and the username. */
  List<Lookup> all(List<UserRef> users, Set<Field> fields) throws SQLException {
    List<Lookup> answers = new ArrayList<>(Collections.nCopies(users.size(), new Lookup.Nobody()));
    Wanted ids = new Wanted(BY_ID);
    Wanted names = new Wanted(BY_NAME);
    Wanted emails = new Wanted(BY_EMAIL);
    for (int i = 0; i < users.size(); i++) {
      UserRef user = users.get(i);
      switch (user) {
        case UserRef.Owner _ -> {}
        case UserRef.ById byId -> ids.add(byId.text(), i);
        case UserRef.ByUsername byName -> names.add(byName.text(), i);
        case UserRef.ByEmail byEmail -> emails.add(byEmail.text(), i);
        case UserRef.ByEither either -> answers.set(i, answer(either));
      }
    }
    List<Field> chosen = UserRows.chosen(fields);
    for (Wanted wanted : List.of(ids, names, emails)) {
      wanted.find(chosen, answers);
    }
    return answers;
  }

  private Lookup answer(UserRef user) throws SQLException {
    try {
      return one(user).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Nobody::new);
    } catch (Failure failure) {
      return new Lookup.Refused(failure);
    }
  }

  /** Users wanted by one kind of name. */
  private final class Wanted {
    private final String condition;
    private final List<@Nullable Object> texts = new ArrayList<>();
    private final List<Integer> places = new ArrayList<>();

    Wanted(String condition) {
      this.condition = condition;
    }

    void add(String text, int place) {
      // nobody has a name that is no text, and no JSON could hold it
      if (RawValue.text(text) != null) {
        texts.add(text);
        places.add(place);
      }
    }

    /** In one statement, whose order of work is ours: by the index, a name at a time. */
    void find(List<Field> fields, List<Lookup> answers) throws SQLException {
      if (texts.isEmpty()) {
        return;
      }
      String sql =
          """
          SELECT %s, wanted.key FROM json_each(?) AS wanted CROSS JOIN users ON %s
          WHERE deleted_at IS NULL
          """
              .formatted(UserRows.columns(fields), condition);
      try (ResultSet row = statements.with(sql, List.of(JsonText.compact(texts))).executeQuery()) {
        while (row.next()) {
          int asked = row.getInt(fields.size() + 4);
          int place = places.get(asked);
          boolean second = !(answers.get(place) instanceof Lookup.Nobody);
          answers.set(
              place,
              second
                  ? new Lookup.Refused(sharedEmail(String.valueOf(texts.get(asked))))
                  : new Lookup.Found(UserRows.profile(row, fields)));
        }
      }
    }
  }
}
