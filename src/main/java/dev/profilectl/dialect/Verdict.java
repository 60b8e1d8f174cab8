package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer says about its request, all signs taken together. */
public sealed interface Verdict {
  /**
   * It was done.
   *
   * @param root the whole answer
   */
  record Done(JsonNode root) implements Verdict {
    /** The content may be secret. */
    @Override
    public String toString() {
      return "Done";
    }
  }

  /**
   * It was not done, or it is not known whether it was.
   *
   * @param why the kind
   * @param code the system's code, or the HTTP status, as text
   * @param words what the server says, cleaned: one line, no control characters; maybe empty
   */
  record Refused(Reason why, String code, String words) implements Verdict {}

  /** Why a request was refused. */
  enum Reason {
    /** The token is missing, wrong or expired. */
    NOT_LOGGED_IN,
    /** The token is good, and not for this. */
    FORBIDDEN,
    /** There is no such user. */
    NO_SUCH_USER,
    /** There is no such file. */
    NO_SUCH_FILE,
    /** A value breaks a rule of the server. */
    INVALID,
    /** Another user has the value, or the profile has moved on. */
    CONFLICT,
    /** Too many bytes. */
    TOO_LARGE,
    /** Nothing was done; later it may be. */
    LATER,
    /** Nothing was done, for a reason that only the words tell. */
    FAILED,
    /** What was done is not known: the signs contradict each other, or there is none. */
    UNKNOWN,
    /** This is not the API: a web page, a redirect, no such path. */
    NOT_THE_API
  }
}
