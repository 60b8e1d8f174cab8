package dev.profilectl.profile;

import java.util.function.Function;

/** A password or pass that no log, trace, message or debugger view shows by accident. */
public final class Secret {
  private final String value;

  /** Of at least one character, as it was typed or read. */
  public Secret(String value) {
    this.value = value;
  }

  /** Gives the characters to the one who needs them: a rule, a hash, a request. */
  public <R> R reveal(Function<String, R> use) {
    return use.apply(value);
  }

  /** Stars, as many for every secret. */
  @Override
  public String toString() {
    return "******";
  }
}
