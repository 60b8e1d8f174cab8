package dev.profilectl.remote;

import dev.profilectl.dialect.Tokens;
import dev.profilectl.profile.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What requests are sent with for one person: tokens from somewhere, and a place for new ones. */
public interface Access {
  /** The present tokens; {@code null} where there are none, as in a test environment. */
  @Nullable Tokens tokens();

  /** Whose they are, where that is known without asking the server. */
  @Nullable UserId owner();

  /** Keeps new tokens that an answer carried; they count from now on. */
  void keep(Tokens fresh);

  /**
   * Other tokens, after those were refused; empty where there are none to be had.
   *
   * @param refused what was sent
   */
  Optional<Tokens> renew(Tokens refused);
}
