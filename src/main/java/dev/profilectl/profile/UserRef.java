package dev.profilectl.profile;

/** How a command names a user. */
public sealed interface UserRef {
  /** What was typed, for sentences. */
  String text();

  /** {@code id:…}. */
  record ById(String text) implements UserRef {}

  /** {@code username:…}; names are told apart without regard to case. */
  record ByUsername(String text) implements UserRef {}

  /** Either; an id and a name that both match two users are no answer. */
  record ByEither(String text) implements UserRef {}

  /** Reads {@code ada}, {@code id:…} or {@code username:…}. */
  static UserRef parse(String word) {
    if (word.startsWith("id:")) {
      return new ById(word.substring("id:".length()));
    }
    if (word.startsWith("username:")) {
      return new ByUsername(word.substring("username:".length()));
    }
    return new ByEither(word);
  }
}
