package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Zaihangyun's table of users, and the cache in front of it. */
final class ZaihangyunUsers {
  static final String APP_KEY = "fakeapp";

  private static final Duration CACHED = Duration.ofHours(24);
  private static final int EXT_DATA_COLUMN = 256;
  private static final int EMAIL_COLUMN = 64;
  private static final int GENDER_COLUMN = 4;
  private static final List<String> COPIED =
      List.of(
          "nickname", "oaid", "device_id", "email", "country", "province", "city", "enter_pass");

  private record Kept(ObjectNode row, Instant since) {}

  private final Map<Long, ObjectNode> rows = new LinkedHashMap<>();
  private final Map<Long, Kept> cache = new LinkedHashMap<>();
  private final Later clock;
  private long last = 10_000;

  ZaihangyunUsers(Later clock) {
    this.clock = clock;
  }

  synchronized long add(Map<String, ?> values) {
    long uid = ++last;
    ObjectNode row = Json.object().put("uid", uid).put("app_key", APP_KEY);
    for (String absent :
        List.of(
            "huawei_openid", "huawei_unionid", "wechat_openid", "wechat_unionid", "apple_userid")) {
      row.putNull(absent);
    }
    row.putNull("oaid").putNull("device_id").put("username", "u" + uid).put("nickname", "");
    row.put("mcode", "+86").putNull("mobile").putNull("password").putNull("email");
    row.put("avatar", "").put("gender", "0").putNull("birthday").putNull("country");
    row.putNull("province").putNull("city").put("reg_ip", "127.0.0.1").put("is_forever_vip", 0);
    row.putNull("vip_expired_at").put("is_vip", 0).putNull("enter_pass");
    row.put("version_number", 1).put("channel", "fake").put("reg_from", 1).putNull("ext_data");
    row.putNull("canceled_at").put("updated_at", stamp()).put("created_at", stamp());
    values.forEach((column, value) -> row.set(column, Json.MAPPER.valueToTree(value)));
    rows.put(uid, row);
    return uid;
  }

  synchronized @Nullable ObjectNode row(long uid) {
    ObjectNode row = rows.get(uid);
    return row == null ? null : row.deepCopy();
  }

  /** By another hand, so the cache does not hear of it. */
  synchronized void set(long uid, String column, @Nullable Object value) {
    ObjectNode row = rows.get(uid);
    if (row != null) {
      row.set(column, Json.MAPPER.valueToTree(value));
    }
  }

  synchronized void remove(long uid) {
    rows.remove(uid);
    cache.remove(uid);
  }

  synchronized int count() {
    return rows.size();
  }

  /** The row, or what it was when it was last read. */
  synchronized Optional<ObjectNode> read(long uid) {
    Kept kept = cache.get(uid);
    if (kept == null || kept.since().plus(CACHED).isBefore(clock.now())) {
      ObjectNode row = rows.get(uid);
      if (row == null) {
        return Optional.empty();
      }
      kept = new Kept(row.deepCopy(), clock.now());
      cache.put(uid, kept);
    }
    return Optional.of(kept.row());
  }

  /** Writes what was sent and wipes three columns; false when the database refuses. */
  synchronized boolean update(long uid, ObjectNode sent) {
    ObjectNode row = rows.get(uid);
    if (row == null) {
      return false;
    }
    ObjectNode changed = row.deepCopy();
    changed.putNull("birthday").putNull("password").put("mcode", "+86");
    for (String column : COPIED) {
      JsonNode value = sent.path(column);
      if (value.isTextual()) {
        changed.set(column, value);
      }
    }
    boolean stored = gender(sent, changed) && birthday(sent, changed) && extData(sent, changed);
    ZaihangyunRules.given(sent, "password")
        .ifPresent(password -> changed.put("password", md5(password.asText())));
    if (!stored || length(changed, "email") > EMAIL_COLUMN || collides(uid, changed)) {
      return false;
    }
    keep(uid, row, changed);
    return true;
  }

  private static boolean gender(ObjectNode sent, ObjectNode changed) {
    JsonNode value = sent.path("gender");
    if (!value.isMissingNode() && !value.isNull()) {
      changed.put("gender", ZaihangyunRules.php(value));
    }
    return length(changed, "gender") <= GENDER_COLUMN;
  }

  private static boolean birthday(ObjectNode sent, ObjectNode changed) {
    Optional<JsonNode> value = ZaihangyunRules.given(sent, "birthday");
    Optional<String> day = value.flatMap(text -> PhpDate.stored(text.asText()));
    day.ifPresent(stored -> changed.put("birthday", stored));
    return value.isEmpty() || day.isPresent();
  }

  private static boolean extData(ObjectNode sent, ObjectNode changed) {
    JsonNode value = sent.path("ext_data");
    if (value.isContainerNode()) {
      changed.put("ext_data", PhpJson.ascii(value));
    } else if (value.isTextual()) {
      changed.set("ext_data", value);
    }
    return length(changed, "ext_data") <= EXT_DATA_COLUMN;
  }

  private static int length(ObjectNode row, String column) {
    String text = row.path(column).asText("");
    return text.codePointCount(0, text.length());
  }

  /** The unique key of prefix and number; rows without a number never collide. */
  private boolean collides(long uid, ObjectNode changed) {
    return changed.path("mobile").isTextual()
        && rows.entrySet().stream()
            .filter(other -> other.getKey() != uid)
            .map(Map.Entry::getValue)
            .anyMatch(
                other ->
                    other.path("mobile").equals(changed.path("mobile"))
                        && other.path("mcode").equals(changed.path("mcode")));
  }

  synchronized void avatar(long uid, String url) {
    ObjectNode row = rows.get(uid);
    if (row != null) {
      keep(uid, row, row.deepCopy().put("avatar", url));
    }
  }

  /** The cache is dropped only when a row changed. */
  private void keep(long uid, ObjectNode row, ObjectNode changed) {
    if (!row.equals(changed)) {
      rows.put(uid, changed.put("updated_at", stamp()));
      cache.remove(uid);
    }
  }

  private String stamp() {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", java.util.Locale.ROOT)
        .format(clock.now().truncatedTo(ChronoUnit.SECONDS).atZone(ZoneId.of("Asia/Shanghai")));
  }

  static String md5(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
