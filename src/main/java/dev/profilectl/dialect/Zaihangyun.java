package dev.profilectl.dialect;

import dev.profilectl.profile.Field;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The words of Zaihangyun's document that both sides of the wire need. */
public final class Zaihangyun {
  public static final String INFO = "/v1/user/info";
  public static final String UPDATE = "/v1/user/update";
  public static final String AVATAR = "/v1/user/avatar";

  /** The part of a picture. */
  public static final String AVATAR_PART = "avatar";

  /** The most bytes of a picture. */
  public static final int AVATAR_BYTES = 2 << 20;

  /** The code of success; its text is {@value #OK}. */
  public static final int SUCCESS = 200;

  public static final String OK = "success";

  public static final int NO_TOKEN = 400;
  public static final int UNAUTHORIZED = 401;
  public static final int EXPIRED = 402;
  public static final int NO_SUCH_USER = 400199;
  public static final int UPDATE_FAILED = 400250;

  /** Codes of a picture: none, too large, of another kind. */
  public static final String AVATAR_MISSING = "400101";

  public static final String AVATAR_TOO_LARGE = "400102";
  public static final String AVATAR_KIND = "400103";

  /** In the order of the document, in which the server checks them. */
  public static final Set<Field> SETTABLE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Field.NICKNAME,
              Field.GENDER,
              Field.BIRTHDAY,
              Field.OAID,
              Field.DEVICE_ID,
              Field.PASSWORD,
              Field.EMAIL,
              Field.COUNTRY,
              Field.PROVINCE,
              Field.CITY,
              Field.ENTER_PASS,
              Field.EXT_DATA));

  private Zaihangyun() {}

  /** A time as it is written. */
  public static String time(Instant time) {
    return WireTime.written(time);
  }
}
