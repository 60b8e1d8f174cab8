package dev.profilectl.remote;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Token;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that a login left in the credentials file; new ones go there at once. */
final class StoredAccess implements Access {
  private final Credentials credentials;
  private final Target target;
  private final Clock clock;
  private Credentials.Entry entry;

  /** With what is stored for the target. */
  StoredAccess(Credentials credentials, Target target, Credentials.Entry entry, Clock clock) {
    this.credentials = credentials;
    this.target = target;
    this.entry = entry;
    this.clock = clock;
  }

  @Override
  public synchronized Tokens tokens() {
    return spoken(entry.tokens());
  }

  @Override
  public synchronized @Nullable UserId owner() {
    Credentials.Owner owner = entry.owner();
    return target
        .text(TargetSetting.USER_ID)
        .or(() -> Optional.ofNullable(owner).map(Credentials.Owner::id))
        .flatMap(UserId::anySystem)
        .orElse(null);
  }

  @Override
  public synchronized void keep(Tokens fresh) {
    entry =
        credentials.locked(
            target.name(),
            () -> {
              Credentials.Entry kept =
                  new Credentials.Entry(
                      entry.origin(), stored(fresh), entry.owner(), clock.instant());
              credentials.save(target.name(), kept);
              return kept;
            });
  }

  /** Another process may have got new ones meanwhile; asking twice would burn the second pair. */
  @Override
  public synchronized Optional<Tokens> renew(Tokens refused) {
    return credentials
        .locked(target.name(), () -> credentials.read(target.name(), target.origin()))
        .filter(now -> !spoken(now.tokens()).same(refused))
        .map(
            now -> {
              entry = now;
              return spoken(now.tokens());
            });
  }

  static Tokens spoken(dev.profilectl.config.Tokens stored) {
    Token refresh = stored.refresh();
    return new Tokens(
        stored.access().reveal(Secret::new), refresh == null ? null : refresh.reveal(Secret::new));
  }

  static dev.profilectl.config.Tokens stored(Tokens spoken) {
    Secret refresh = spoken.refresh();
    return new dev.profilectl.config.Tokens(
        spoken.access().reveal(Token::new), refresh == null ? null : refresh.reveal(Token::new));
  }
}
