package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a remote target hands out its tokens, and where they are tried. */
public interface Reception extends AutoCloseable {
  /** Whether it gives tokens for a name and a password; else they have to be brought. */
  boolean takesPasswords();

  /**
   * Gets tokens for a name and a password, and keeps them.
   *
   * @return whose they are; empty where the system cannot tell
   * @throws Failure.Denied where the server refuses
   */
  Optional<Profile> login(Login login);

  /**
   * Tries tokens that were brought, and keeps them where they work.
   *
   * @param refresh renews them; {@code null} where there is none
   * @return whose they are; empty where the system cannot tell, so that they could not be tried
   * @throws Failure.Denied where the server does not accept them
   */
  Optional<Profile> keep(Secret access, @Nullable Secret refresh);

  /**
   * The HTTP status of whatever answers at the address to a request without a token.
   *
   * @throws Failure.Unavailable where nothing answers
   */
  int status();

  /**
   * Whoever the present tokens belong to.
   *
   * @return empty where the system cannot tell
   * @throws Failure.Denied where there are none, or the server does not accept them
   */
  Optional<Profile> whoever();

  @Override
  void close();
}
