package dev.profilectl.remote;

import dev.profilectl.dialect.Tokens;
import dev.profilectl.profile.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens, or an id a test environment trusts, given for this command; never written anywhere. */
final class GivenAccess implements Access {
  private final @Nullable UserId owner;
  private @Nullable Tokens tokens;

  GivenAccess(@Nullable Tokens tokens, @Nullable UserId owner) {
    this.tokens = tokens;
    this.owner = owner;
  }

  @Override
  public synchronized @Nullable Tokens tokens() {
    return tokens;
  }

  @Override
  public @Nullable UserId owner() {
    return owner;
  }

  @Override
  public synchronized void keep(Tokens fresh) {
    tokens = fresh;
  }

  @Override
  public Optional<Tokens> renew(Tokens refused) {
    return Optional.empty();
  }
}
