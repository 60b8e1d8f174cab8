package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Weidu's users, in the names of the newer answers and with times in milliseconds. */
final class WeiduUsers {
  private static final List<String> TEXTS =
      List.of(
          "username", "nickname", "avatar_url", "city", "province", "country", "level", "major");
  private static final List<String> TIMES =
      List.of("create_at", "update_at", "last_password_update");

  private final Map<String, ObjectNode> rows = new LinkedHashMap<>();
  private final Quirks<WeiduQuirk> quirks;
  private final Later clock;

  WeiduUsers(Quirks<WeiduQuirk> quirks, Later clock) {
    this.quirks = quirks;
    this.clock = clock;
  }

  synchronized void add(String id, Map<String, ?> values) {
    long now = clock.now().toEpochMilli();
    ObjectNode row = Json.object().put("id", id).put("create_at", now).put("update_at", now);
    row.put("username", "").put("password", "$2a$10$" + "y".repeat(53)).put("mobile", "");
    row.put("real_name_verified", false).put("nickname", "").put("avatar_url", "");
    row.put("award_info", "").put("city", "").put("province", "").put("country", "");
    row.put("gender", 0).put("roles", "general_user").put("description", "").put("major", "");
    row.put("level", "").put("skill", "").put("refund_rate", 0).put("dispute_rate", 0);
    row.put("serve_num", 0).put("work_num", 0).put("label", "").put("transaction_amount", 0);
    row.put("transaction_praise_cnt", 0).put("last_password_update", 0);
    values.forEach((column, value) -> row.set(column, Json.MAPPER.valueToTree(value)));
    rows.put(id, row);
  }

  synchronized @Nullable ObjectNode row(String id) {
    ObjectNode row = rows.get(id);
    return row == null ? null : row.deepCopy();
  }

  /** The id behind a mobile number or a name. */
  synchronized Optional<String> find(String login) {
    return rows.values().stream()
        .filter(
            row ->
                row.path("mobile").asText().equals(login)
                    || row.path("username").asText().equals(login))
        .map(row -> row.path("id").asText())
        .findFirst();
  }

  synchronized void set(String id, String column, Object value) {
    ObjectNode row = rows.get(id);
    if (row != null) {
      row.set(column, Json.MAPPER.valueToTree(value));
    }
  }

  /** Writes every field that may be changed; what was not sent is written as empty. */
  synchronized void update(String id, ObjectNode sent) {
    ObjectNode row = rows.get(id);
    if (row == null) {
      return;
    }
    boolean keeps = quirks.has(WeiduQuirk.KEEPS_OMITTED);
    for (String field : TEXTS) {
      if (sent.has(field) || !keeps) {
        row.put(field, sent.path(field).asText(""));
      }
    }
    JsonNode about = sent.has("desc") ? sent.path("desc") : sent.path("description");
    if (!about.isMissingNode() || !keeps) {
      row.put("description", about.asText(""));
    }
    if (sent.has("gender") || !keeps) {
      row.put("gender", sent.path("gender").asInt(0));
    }
    row.put("update_at", clock.now().toEpochMilli());
  }

  /** As answers show it: by default with the hash of the password and the whole number. */
  synchronized ObjectNode shown(String id, boolean oldNames) {
    ObjectNode row = rows.get(id);
    ObjectNode shown = row == null ? Json.object() : row.deepCopy();
    if (quirks.has(WeiduQuirk.MASKED)) {
      shown.remove("password");
      shown.put("mobile", "******");
    }
    if (quirks.has(WeiduQuirk.SECONDS)) {
      TIMES.forEach(time -> shown.put(time, shown.path(time).asLong() / 1000));
    }
    if (oldNames) {
      shown.set("desc", shown.remove("description"));
      shown.remove(
          List.of("award_info", "skill", "label", "transaction_amount", "transaction_praise_cnt"));
    }
    return shown;
  }
}
