package dev.profilectl.dialect;

import java.time.Instant;

/** The words of west2-online's document that both sides of the wire need. */
public final class West2 {
  public static final String INFO = "/user/info";
  public static final String AVATAR = "/user/avatar/upload";
  public static final String LOGIN = "/user/login";

  /** The documents put the same calls below this too. */
  public static final String OTHER_BASE = "/douyin";

  /** The headers of a pair of tokens, in requests and in answers. */
  public static final String ACCESS = "Access-Token";

  public static final String REFRESH = "Refresh-Token";

  /** The part of a picture. */
  public static final String AVATAR_PART = "data";

  /** The code of success; its text is {@value #OK}. */
  public static final int SUCCESS = 10000;

  public static final String OK = "success";

  /** The code of every failure. */
  public static final int FAILED = -1;

  private West2() {}

  /** A time as it is written; never is the epoch. */
  public static String time(Instant time) {
    return WireTime.written(time);
  }
}
