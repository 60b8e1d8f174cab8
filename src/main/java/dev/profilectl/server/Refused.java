package dev.profilectl.server;

import dev.profilectl.failure.Message;

/** A request that cannot be answered as HTTP: told in the envelope of the system it went to. */
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final transient Message sentence;

  Refused(int status, Message sentence) {
    super(sentence.key());
    this.status = status;
    this.sentence = sentence;
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

  int status() {
    return status;
  }

  Message sentence() {
    return sentence;
  }
}
