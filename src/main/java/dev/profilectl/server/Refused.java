package dev.profilectl.server;

import dev.profilectl.failure.Message;

/** A request that cannot be answered as HTTP: told in the envelope of the system it went to. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Message sentence;
  private final long secondsToWait;

  Refused(int status, Message sentence) {
    this(status, sentence, 0);
  }

  private Refused(int status, Message sentence, long secondsToWait) {
    super(sentence.key());
    this.status = status;
    this.sentence = sentence;
    this.secondsToWait = secondsToWait;
  }

  static Refused unreadable() {
    return new Refused(400, Message.of("serve.unreadable"));
  }

  static Refused tooSlow() {
    return new Refused(408, Message.of("serve.too-slow"));
  }

  static Refused tooLarge(long most) {
    return new Refused(413, Message.of("serve.too-large", most));
  }

  static Refused tooManyGuesses(long seconds) {
    return new Refused(429, Message.of("serve.too-many-guesses", seconds), seconds);
  }

  /** Seconds after which it may be tried again; 0 where that is of no use. */
  long secondsToWait() {
    return secondsToWait;
  }

  int status() {
    return status;
  }

  Message sentence() {
    return sentence;
  }
}
