package dev.profilectl.remote.fake;

/** What the documents of weidu leave open, and what they say in two ways. */
public enum WeiduQuirk {
  /** {@code User-Id} is believed, as on a test system; without it the id in the body is. */
  TEST_MODE,
  /** Times are seconds, as documented; else milliseconds, as shown. */
  SECONDS,
  /** Fields that are not sent stay; else they become empty. */
  KEEPS_OMITTED,
  /** Codes are texts: {@code "200"}. */
  CODE_AS_STRING,
  /** Every answer about a user has {@code user} and {@code description}. */
  NEW_NAMES,
  /** Every answer about a user has {@code user_info} and {@code desc}. */
  OLD_NAMES,
  /** Errors have a status of HTTP too: 401 without a login, else 400. */
  HTTP_STATUS,
  /** Answers hide the mobile number and leave the password out, as documented. */
  MASKED
}
