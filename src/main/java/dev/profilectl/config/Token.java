package dev.profilectl.config;

import java.util.function.Function;

/**
 * A token that no log, trace, message or debugger view shows by accident. The secrets of profiles
 * have a type of their own, in a package that this one knows nothing of.
 */
public final class Token {
  private final String value;

  /**
   * Of at least one character, as a server gave it or a person typed it.
   *
   * @throws IllegalArgumentException where it is empty
   */
  public Token(String value) {
    if (value.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
    this.value = value;
  }

  /** Gives the characters to the one who needs them: a request, the file. */
  public <R> R reveal(Function<String, R> use) {
    return use.apply(value);
  }

  /** Whether it is the same token; tells a renewed one from the one before. */
  @Override
  public boolean equals(Object other) {
    return other instanceof Token token && token.value.equals(value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  /** Stars, as many for every token. */
  @Override
  public String toString() {
    return "******";
  }
}
