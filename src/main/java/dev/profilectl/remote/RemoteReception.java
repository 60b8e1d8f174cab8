package dev.profilectl.remote;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.dialect.Account;
import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Call;
import dev.profilectl.dialect.LoggedIn;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Logs in at a target, and keeps the tokens in the credentials file. */
final class RemoteReception implements Reception {
  private final Connection connection;
  private final Desk desk;

  /** At a target. */
  RemoteReception(Connection connection, Desk desk) {
    this.connection = connection;
    this.desk = desk;
  }

  /**
   * Where tokens lie.
   *
   * @param target whose they are
   * @param credentials where those of logins are kept
   * @param book which are used now
   * @param clock the time
   */
  record Desk(Target target, Credentials credentials, AccessBook book, Clock clock) {}

  @Override
  public boolean takesPasswords() {
    Login nobody = new Login("", new Secret("-"), null);
    return connection.hub().translator().login(nobody).isPresent();
  }

  @Override
  public Optional<Profile> login(Login login) {
    Hub hub = connection.hub();
    Call call =
        hub.translator()
            .login(login)
            .orElseThrow(() -> new Usage(Message.of("remote.no-password-login", hub.target())));
    Answer answer;
    try {
      answer = new Line(hub, new GivenAccess(null, null)).send(call);
    } catch (Unsettled unknown) {
      throw unknown.told();
    }
    LoggedIn loggedIn = hub.translator().loggedIn(answer);
    return keep(loggedIn.tokens(), loggedIn.owner());
  }

  @Override
  public Optional<Profile> keep(Secret access, @Nullable Secret refresh) {
    UserId owner = desk.target.text(TargetSetting.USER_ID).flatMap(UserId::anySystem).orElse(null);
    return keep(new Tokens(access, refresh), owner);
  }

  private Optional<Profile> keep(Tokens tokens, @Nullable UserId owner) {
    GivenAccess access = new GivenAccess(tokens, owner);
    Optional<Profile> known = owner(access);
    Tokens renewed = access.tokens();
    Credentials.Owner unread = owner == null ? null : new Credentials.Owner(owner.text(), null);
    desk.credentials.save(
        desk.target.name(),
        new Credentials.Entry(
            desk.target.origin(),
            StoredAccess.stored(renewed == null ? tokens : renewed),
            known.map(RemoteReception::stored).orElse(unread),
            desk.clock.instant()));
    return known;
  }

  private static Credentials.Owner stored(Profile user) {
    boolean named = user.get(Field.USERNAME) != null;
    return new Credentials.Owner(user.id().text(), named ? user.username() : null);
  }

  private Optional<Profile> owner(Access access) {
    Line line = new Line(connection.hub(), access);
    boolean tells = connection.hub().translator().readOwner(access.owner()).isPresent();
    return tells ? Optional.of(line.owner()).map(Account::profile) : Optional.empty();
  }

  @Override
  public int status() {
    return new Line(connection.hub(), new GivenAccess(null, null)).status();
  }

  @Override
  public Optional<Profile> whoever() {
    return owner(desk.book.of(new UserRef.Owner()));
  }

  @Override
  public void close() {
    connection.hub().wire().close();
  }
}
