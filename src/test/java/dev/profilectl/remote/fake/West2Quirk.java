package dev.profilectl.remote.fake;

/** What else was seen on servers of this kind. */
public enum West2Quirk {
  /** Only a new access token comes back on renewal, as {@code New-Access-Token}. */
  NEW_ACCESS_TOKEN,
  /** Login gives the tokens in the body, beside {@code base}. */
  TOKENS_IN_BODY,
  /** Codes are texts: {@code "10000"}. */
  CODE_AS_STRING,
  /** Users come as a list of one. */
  DATA_AS_ARRAY,
  /** Errors are {@code code} and {@code msg} without {@code base}; without a login status 401. */
  FLAT_ERRORS,
  /** A path leads to itself with a slash at the end, by 307. */
  TRAILING_SLASH,
  /** {@code avatar_url} begins with a slash. */
  RELATIVE_URL,
  /** Times are called {@code create_at}, {@code update_at}, {@code delete_at}. */
  SHORT_TIME_NAMES,
  /** Users show the hash of their password. */
  PASSWORD_HASH,
  /** An upload fails with many lines of SQL. */
  SQL_ERROR
}
