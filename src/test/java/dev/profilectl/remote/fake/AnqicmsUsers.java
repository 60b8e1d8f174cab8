package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Anqicms's table of users. */
final class AnqicmsUsers {
  private static final Map<String, Integer> COLUMNS =
      Map.of(
          "user_name",
          64,
          "real_name",
          64,
          "first_name",
          32,
          "last_name",
          32,
          "introduce",
          1000,
          "email",
          100,
          "phone",
          20);

  private final Map<Long, ObjectNode> rows = new LinkedHashMap<>();
  private final Map<Long, String> passwords = new LinkedHashMap<>();
  private final Later clock;

  AnqicmsUsers(Later clock) {
    this.clock = clock;
  }

  synchronized long add(String userName, String password, Map<String, ?> values) {
    long id = rows.size() + 1L;
    long now = clock.now().getEpochSecond();
    ObjectNode row = Json.object().put("id", id).put("created_time", now).put("updated_time", now);
    row.put("parent_id", 0).put("user_name", userName).put("url_token", "u" + id);
    row.put("real_name", "").put("first_name", "").put("last_name", "").put("birthday", 0);
    row.put("avatar_url", "").put("introduce", "").put("email", "").put("email_verified", false);
    row.put("phone", "").put("group_id", 1).put("google_id", "").put("reset_password", false);
    row.put("status", 1).put("is_retailer", 0).put("balance", 0).put("total_reward", 0);
    row.put("invite_code", "").put("last_login", 0).put("expire_time", 0).putNull("extra");
    row.put("token", "").putNull("group");
    values.forEach((column, value) -> row.set(column, Json.MAPPER.valueToTree(value)));
    rows.put(id, row);
    passwords.put(id, password);
    return id;
  }

  synchronized @Nullable ObjectNode row(long id) {
    ObjectNode row = rows.get(id);
    return row == null ? null : row.deepCopy();
  }

  synchronized void set(long id, String column, Object value) {
    ObjectNode row = rows.get(id);
    if (row != null) {
      row.set(column, Json.MAPPER.valueToTree(value));
    }
  }

  synchronized Optional<Long> login(String column, String value, String password) {
    return rows.entrySet().stream()
        .filter(user -> user.getValue().path(column).asText().equals(value))
        .map(Map.Entry::getKey)
        .filter(id -> password.equals(passwords.get(id)))
        .findFirst();
  }

  /**
   * Replaces five texts, sent or not; phone and email only where there is none yet. The column that
   * another user's value stands in the way of; none when it is done, or when the database would not
   * have it, which nobody hears of.
   */
  synchronized Optional<String> update(long id, ObjectNode sent, boolean lost) {
    ObjectNode row = rows.get(id);
    if (row == null) {
      return Optional.empty();
    }
    ObjectNode changed = row.deepCopy();
    for (String column :
        List.of("user_name", "real_name", "first_name", "last_name", "introduce")) {
      changed.put(column, sent.path(column).asText(""));
    }
    String first = changed.path("first_name").asText();
    if (!first.isEmpty()) {
      changed.put("real_name", (first + " " + changed.path("last_name").asText()).strip());
    }
    for (String column : List.of("phone", "email")) {
      String value = sent.path(column).asText("");
      if (row.path(column).asText().isEmpty() && !value.isEmpty()) {
        changed.put(column, value);
      }
    }
    for (String column : List.of("user_name", "phone", "email")) {
      if (isTaken(id, column, changed)) {
        return Optional.of(column);
      }
    }
    boolean fits = COLUMNS.entrySet().stream().allMatch(c -> length(changed, c) <= c.getValue());
    if (fits && !lost) {
      rows.put(id, changed.put("updated_time", clock.now().getEpochSecond()));
    }
    return Optional.empty();
  }

  private static int length(ObjectNode row, Map.Entry<String, Integer> column) {
    String text = row.path(column.getKey()).asText();
    return text.codePointCount(0, text.length());
  }

  /** An empty name counts as a name, an empty phone or email does not. */
  private boolean isTaken(long id, String column, ObjectNode changed) {
    String value = changed.path(column).asText();
    return (!value.isEmpty() || column.equals("user_name"))
        && rows.entrySet().stream()
            .filter(other -> other.getKey() != id)
            .anyMatch(other -> other.getValue().path(column).asText().equals(value));
  }
}
