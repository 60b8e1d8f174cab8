package dev.profilectl.remote;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whose tokens are used for whom: those given for the command, else what the token command prints,
 * else what the login stored; in a test environment the id alone.
 */
final class Accesses implements AccessBook {
  private final Target target;
  private final Credentials credentials;
  private final @Nullable Secret given;
  private final Clock clock;
  private @Nullable Access only;

  /**
   * For a target.
   *
   * @param given the token of the environment; {@code null} for none
   */
  Accesses(Target target, Credentials credentials, @Nullable Secret given, Clock clock) {
    this.target = target;
    this.credentials = credentials;
    this.given = given;
    this.clock = clock;
  }

  @Override
  public synchronized Access of(UserRef user) {
    if (isTest()) {
      return new GivenAccess(storedTokens(), trusted(user));
    }
    Optional<TokenProgram> command =
        target.text(TargetSetting.TOKEN_COMMAND).map(TokenProgram::parse);
    if (given == null && command.isPresent() && command.get().isPerUser()) {
      return new CommandAccess(command.get(), nameOf(user), idOf(user));
    }
    Access known = only;
    if (known == null) {
      known = onlyOne(command);
      only = known;
    }
    return known;
  }

  private static String nameOf(UserRef user) {
    return user instanceof UserRef.ById byId && byId.name() != null ? byId.name() : user.text();
  }

  private boolean isTest() {
    return target.text(TargetSetting.AUTH).filter("test"::equals).isPresent();
  }

  private Access onlyOne(Optional<TokenProgram> command) {
    if (given != null) {
      String[] lines = given.reveal(text -> text.strip().split("\\R", 2));
      Secret refresh =
          lines.length == 2 && !lines[1].isBlank() ? new Secret(lines[1].strip()) : null;
      return new GivenAccess(new Tokens(new Secret(lines[0].strip()), refresh), owner());
    }
    if (command.isPresent()) {
      return new CommandAccess(command.get(), "", owner());
    }
    return credentials
        .read(target.name(), target.origin())
        .<Access>map(entry -> new StoredAccess(credentials, target, entry, clock))
        .orElseThrow(() -> new Denied(Message.of("remote.no-login", target.name())));
  }

  private @Nullable Tokens storedTokens() {
    return credentials
        .read(target.name(), target.origin())
        .map(entry -> StoredAccess.spoken(entry.tokens()))
        .orElse(null);
  }

  /** The test environment takes anybody for whom the header says; me is the one of the setting. */
  private @Nullable UserId trusted(UserRef user) {
    return user instanceof UserRef.ById byId ? UserId.anySystem(byId.text()).orElse(null) : owner();
  }

  private @Nullable UserId owner() {
    return target.text(TargetSetting.USER_ID).flatMap(UserId::anySystem).orElse(null);
  }

  private @Nullable UserId idOf(UserRef user) {
    return user instanceof UserRef.ById byId ? UserId.anySystem(byId.text()).orElse(null) : null;
  }
}
