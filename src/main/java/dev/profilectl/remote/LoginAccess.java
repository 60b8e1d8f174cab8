package dev.profilectl.remote;

import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Call;
import dev.profilectl.dialect.LoggedIn;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens of an account that is logged in when they are first needed, and again when refused. */
final class LoginAccess implements Access {
  private final Hub hub;
  private final Login login;
  private @Nullable Tokens tokens;
  private @Nullable UserId owner;

  LoginAccess(Hub hub, Login login) {
    this.hub = hub;
    this.login = login;
  }

  @Override
  public synchronized Tokens tokens() {
    Tokens known = tokens;
    return known == null ? logIn() : known;
  }

  private Tokens logIn() {
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
    Tokens fresh = loggedIn.tokens();
    tokens = fresh;
    owner = loggedIn.owner();
    return fresh;
  }

  @Override
  public synchronized @Nullable UserId owner() {
    if (tokens == null) {
      logIn();
    }
    return owner;
  }

  @Override
  public synchronized void keep(Tokens fresh) {
    tokens = fresh;
  }

  @Override
  public synchronized Optional<Tokens> renew(Tokens refused) {
    return Optional.of(logIn()).filter(now -> !now.same(refused));
  }
}
