package dev.profilectl.dialect;

import dev.profilectl.profile.Field;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** The words of weidu's documents that both sides of the wire need. */
public final class Weidu {
  public static final String BASE = "/weidu/api/v1";
  public static final String UPDATE = BASE + "/users/update";
  public static final String AVATAR = BASE + "/users/avatar";
  public static final String FILES = BASE + "/files";
  public static final String LOGIN = BASE + "/users/login";
  public static final String ME = BASE + "/users/me";
  public static final String INFO = BASE + "/users/info";

  /** The part of a file. */
  public static final String FILE_PART = "files";

  /** The header that a test environment trusts. */
  public static final String USER_ID = "User-Id";

  /** The header of an answer to a login. */
  public static final String TOKEN = "Token";

  public static final String AVATAR_FILE_ID = "avatar_file_id";

  /** The code of success; its text is {@value #OK}. */
  public static final int SUCCESS = 200;

  public static final String OK = "ok";

  /** Not logged in, or not any more. */
  public static final int NOT_LOGGED_IN = 1000;

  public static final int WRONG_PASSWORD = 40013;

  /** The documented members of an update besides the id, in the document's order. */
  public static final Set<Field> SETTABLE =
      Collections.unmodifiableSet(
          EnumSet.of(
              Field.USERNAME,
              Field.NICKNAME,
              Field.AVATAR_URL,
              Field.CITY,
              Field.PROVINCE,
              Field.COUNTRY,
              Field.GENDER,
              Field.LEVEL,
              Field.MAJOR,
              Field.DESC));

  private Weidu() {}
}
