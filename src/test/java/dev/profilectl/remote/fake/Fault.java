package dev.profilectl.remote.fake;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Something that goes wrong with one exchange, though the system behind it is well. */
public final class Fault {
  enum Kind {
    NONE,
    RESET_BEFORE_READ,
    RESET_AFTER_READ_BEFORE_HANDLING,
    RESET_AFTER_HANDLING,
    HALF_ANSWER,
    DRIP,
    DELAY,
    INSTEAD,
    AFTERWARDS,
    DUPLICATE,
    EMPTY_413
  }

  /** Nothing goes wrong: a place in a script of faults. */
  public static final Fault NONE = new Fault(Kind.NONE, Duration.ZERO, null);

  /** The connection is reset when the head has come; the body is not read. */
  public static final Fault RESET_BEFORE_READ =
      new Fault(Kind.RESET_BEFORE_READ, Duration.ZERO, null);

  /** All of it is read, nothing is done, the connection is reset. */
  public static final Fault RESET_AFTER_READ_BEFORE_HANDLING =
      new Fault(Kind.RESET_AFTER_READ_BEFORE_HANDLING, Duration.ZERO, null);

  /** It is done; then the connection is reset in place of an answer. */
  public static final Fault RESET_AFTER_HANDLING =
      new Fault(Kind.RESET_AFTER_HANDLING, Duration.ZERO, null);

  /** It is done; the answer ends before the length it promised. */
  public static final Fault HALF_ANSWER = new Fault(Kind.HALF_ANSWER, Duration.ZERO, null);

  /** It is done, and answered twice in a row. */
  public static final Fault DUPLICATE = new Fault(Kind.DUPLICATE, Duration.ZERO, null);

  /** 413 without a body as soon as the head has come, and the end of the connection. */
  public static final Fault EMPTY_413 = new Fault(Kind.EMPTY_413, Duration.ZERO, null);

  /** Not done; the answer is not HTTP at all. */
  public static final Fault GARBAGE = instead(Response.raw("\u0015\u0003\u0003garbage\n\n"));

  /** Not done; status 200 with a page where JSON should be. */
  public static final Fault NOT_JSON = instead(Response.html(200, "<html><b>hello</b></html>"));

  private final Kind kind;
  private final Duration pause;
  private final @Nullable Response response;

  private Fault(Kind kind, Duration pause, @Nullable Response response) {
    this.kind = kind;
    this.pause = pause;
    this.response = response;
  }

  /** It is done; the answer comes a byte at a time with a pause after each. */
  public static Fault drip(Duration pause) {
    return new Fault(Kind.DRIP, pause, null);
  }

  /** It is done and answered, but only after a while. */
  public static Fault delay(Duration pause) {
    return new Fault(Kind.DELAY, pause, null);
  }

  /** Not done; another answer is given, as by a proxy in front. */
  public static Fault instead(Response response) {
    return new Fault(Kind.INSTEAD, Duration.ZERO, response);
  }

  /** It is done, but another answer is given, as by a proxy that lost patience. */
  public static Fault afterwards(Response response) {
    return new Fault(Kind.AFTERWARDS, Duration.ZERO, response);
  }

  /** Not done; a status with a page. */
  public static Fault status(int status) {
    return instead(Response.html(status, "<html><h1>" + status + "</h1></html>"));
  }

  /** Not done; told to come back later: seconds, or a date as HTTP writes it. */
  public static Fault retryAfter(int status, String value) {
    return instead(Response.empty(status).with("Retry-After", value));
  }

  /** Not done; sent elsewhere. */
  public static Fault redirect(int status, String location) {
    return instead(Response.empty(status).with("Location", location));
  }

  Kind kind() {
    return kind;
  }

  Duration pause() {
    return pause;
  }

  @Nullable Response response() {
    return response;
  }

  /** Whether it happens when only the head has come. */
  boolean isEarly() {
    return kind == Kind.RESET_BEFORE_READ || kind == Kind.EMPTY_413;
  }

  @Override
  public String toString() {
    return kind.name();
  }
}
