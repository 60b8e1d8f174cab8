package dev.profilectl.profile;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Every member of a profile by its documented name, in the order in which problems are told. The
 * limits of the settable ones stand in {@code validation}; a test compares the two lists.
 */
public enum Field {
  NICKNAME("nickname", Kind.TEXT),
  GENDER("gender", Kind.GENDER),
  BIRTHDAY("birthday", Kind.DATE),
  OAID("oaid", Kind.TEXT),
  DEVICE_ID("device_id", Kind.TEXT),
  PASSWORD("password", Kind.SECRET),
  EMAIL("email", Kind.TEXT),
  COUNTRY("country", Kind.TEXT),
  PROVINCE("province", Kind.TEXT),
  CITY("city", Kind.TEXT),
  ENTER_PASS("enter_pass", Kind.SECRET),
  EXT_DATA("ext_data", Kind.JSON),
  USERNAME("username", Kind.TEXT),
  DESC("desc", Kind.TEXT),
  LEVEL("level", Kind.TEXT),
  MAJOR("major", Kind.TEXT),
  LABEL("label", Kind.TEXT),
  SKILL("skill", Kind.TEXT),
  AWARD_INFO("award_info", Kind.TEXT),
  ROLES("roles", Kind.TEXT),
  AVATAR_URL("avatar_url", Kind.TEXT),
  MOBILE("mobile", Kind.TEXT),
  REAL_NAME_VERIFIED("real_name_verified", Kind.FLAG),
  REFUND_RATE("refund_rate", Kind.DECIMAL),
  DISPUTE_RATE("dispute_rate", Kind.DECIMAL),
  SERVE_NUM("serve_num", Kind.INTEGER),
  WORK_NUM("work_num", Kind.INTEGER),
  TRANSACTION_PRAISE_CNT("transaction_praise_cnt", Kind.INTEGER),
  TRANSACTION_AMOUNT("transaction_amount", Kind.INTEGER),
  ID("id", Kind.ID),
  CREATE_AT("create_at", Kind.TIME),
  UPDATE_AT("update_at", Kind.TIME),
  LAST_PASSWORD_UPDATE("last_password_update", Kind.TIME);

  /** What a value of a field is in a {@link Profile}. */
  public enum Kind {
    /** A {@link String}. */
    TEXT,
    /** An {@link Integer}: 0 unknown, 1 male, 2 female. */
    GENDER,
    /** A {@link java.time.LocalDate}. */
    DATE,
    /** A {@link Secret} in a patch; a profile tells only whether there is one. */
    SECRET,
    /** A {@link String} of compact JSON. */
    JSON,
    /** A {@link Boolean}. */
    FLAG,
    /** A {@link java.math.BigDecimal}. */
    DECIMAL,
    /** A {@link Long}. */
    INTEGER,
    /** A {@link java.time.Instant} in whole milliseconds; kept by the store. */
    TIME,
    /** The {@link UserId}; given at most once, when the user is created. */
    ID
  }

  private static final Map<String, Field> BY_KEY =
      Arrays.stream(values()).collect(Collectors.toMap(Field::key, Function.identity()));

  /** Those that may be set, in the order of the table. */
  static final Set<Field> SETTABLE =
      Collections.unmodifiableSet(
          Arrays.stream(values())
              .filter(field -> !field.isReadOnly())
              .collect(Collectors.toCollection(() -> EnumSet.noneOf(Field.class))));

  private final String key;
  private final Kind kind;

  Field(String key, Kind kind) {
    this.key = key;
    this.kind = kind;
  }

  /** The documented name. */
  public String key() {
    return key;
  }

  /** What its values are. */
  public Kind kind() {
    return kind;
  }

  /** Whether a value is never shown, logged or exported. */
  public boolean isSecret() {
    return kind == Kind.SECRET;
  }

  /** Whether the store alone sets it; {@code id} may still be given when a user is created. */
  public boolean isReadOnly() {
    return kind == Kind.TIME || kind == Kind.ID;
  }

  /** Whether a profile cannot be without it once it has it. */
  public boolean isRequired() {
    return this == USERNAME || this == PASSWORD;
  }

  /** The field of a documented name. */
  public static Optional<Field> of(String key) {
    return Optional.ofNullable(BY_KEY.get(key));
  }

  /** The documented names, in the order of the table. */
  public static List<String> keys() {
    return Arrays.stream(values()).map(Field::key).toList();
  }
}
