package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import org.jspecify.annotations.Nullable;

/** How a command names a user. */
public sealed interface UserRef {
  /** What was typed, for sentences. */
  String text();

  /**
   * {@code id:…}.
   *
   * @param name what the user is called, for systems that find the user's token by it; {@code null}
   *     where that is not known
   */
  record ById(String text, @Nullable String name) implements UserRef {
    /** Whose name is not known. */
    public ById(String text) {
      this(text, null);
    }
  }

  /** {@code username:…}; names are told apart without regard to case. */
  record ByUsername(String text) implements UserRef {}

  /** The e-mail address, as it is written; more than one user may have it. */
  record ByEmail(String text) implements UserRef {}

  /** Either; an id and a name that both match two users are no answer. */
  record ByEither(String text) implements UserRef {}

  /** {@code me}: whoever the token of a remote target belongs to; nobody on the local store. */
  record Owner() implements UserRef {
    static final String WORD = "me";

    @Override
    public String text() {
      return WORD;
    }
  }

  /**
   * Reads {@code ada}, {@code id:…}, {@code username:…} or {@code me}.
   *
   * @throws Usage for an empty word, which a script's empty variable leaves
   */
  static UserRef parse(String word) {
    if (word.isBlank()) {
      throw new Usage(Message.of("usage.empty-user"));
    }
    if (word.startsWith("id:")) {
      return new ById(word.substring("id:".length()));
    }
    if (word.startsWith("username:")) {
      return new ByUsername(word.substring("username:".length()));
    }
    return word.equals(Owner.WORD) ? new Owner() : new ByEither(word);
  }
}
