package dev.profilectl.remote;

import dev.profilectl.dialect.Tokens;
import dev.profilectl.profile.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that a command of the user's prints, for one person; asked again when they are refused.
 */
final class CommandAccess implements Access {
  private final TokenProgram command;
  private final String user;
  private final @Nullable UserId owner;
  private @Nullable Tokens tokens;

  CommandAccess(TokenProgram command, String user, @Nullable UserId owner) {
    this.command = command;
    this.user = user;
    this.owner = owner;
  }

  @Override
  public synchronized Tokens tokens() {
    Tokens known = tokens;
    if (known == null) {
      known = command.tokens(user);
      tokens = known;
    }
    return known;
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
  public synchronized Optional<Tokens> renew(Tokens refused) {
    Tokens fresh = command.tokens(user);
    tokens = fresh;
    return Optional.of(fresh).filter(now -> !now.same(refused));
  }
}
