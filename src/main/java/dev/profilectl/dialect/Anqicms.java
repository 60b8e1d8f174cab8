package dev.profilectl.dialect;

/** The words of AnQiCMS's document that both sides of the wire need. */
public final class Anqicms {
  public static final String DETAIL = "/api/user/detail";
  public static final String AVATAR = "/api/user/avatar";
  public static final String LOGIN = "/api/login";

  /** The part of a picture. */
  public static final String AVATAR_PART = "file";

  /** The header of a request. */
  public static final String TOKEN = "Token";

  /** The header of an answer that brings another token. */
  public static final String NEW_TOKEN = "update-token";

  /** The code of success. */
  public static final int SUCCESS = 0;

  /** The code of a failure whose reason the text tells. */
  public static final int FAILED = -1;

  public static final int NOT_LOGGED_IN = 1001;
  public static final int NOT_AUTHORIZED = 1002;

  /** The text of a picture that was taken. */
  public static final String UPLOADED = "上传成功";

  private Anqicms() {}
}
