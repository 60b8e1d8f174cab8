package dev.profilectl.server;

import dev.profilectl.dialect.Weidu;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AccessToken;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.AccessTokens.Issued;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Tells who calls, by a token or, in a test environment, by what the request says. */
final class Callers {
  static final Message NOT_LOGGED_IN = Message.of("serve.not-logged-in");
  static final Message NOT_YOURS = Message.of("serve.not-yours");

  /** A bulk run with some dead tokens is no attack; a token is too long to be guessed. */
  private static final int WRONG_TOKENS = 100;

  private static final Duration TOKEN_PAUSE = Duration.ofMillis(100);

  private static final int WRONG_PASSWORDS = 10;
  private static final Duration PASSWORD_PAUSE = Duration.ofSeconds(6);

  private final AccessTokens tokens;
  private final boolean test;
  private final Neighbours neighbours;
  private final Clock clock;
  private final Guesses tokenGuesses;
  private final Guesses passwordGuesses;

  /** A hash takes a processor for a while; logins may wait for each other, reads not for them. */
  private final Semaphore hashing = new Semaphore(1, true);

  Callers(AccessTokens tokens, ServerSettings settings, Clock clock) {
    this.tokens = tokens;
    this.test = settings.testAuth();
    this.neighbours = new Neighbours(settings.place());
    this.clock = clock;
    this.tokenGuesses = new Guesses(WRONG_TOKENS, TOKEN_PAUSE, clock);
    this.passwordGuesses = new Guesses(WRONG_PASSWORDS, PASSWORD_PAUSE, clock);
  }

  /**
   * Who calls.
   *
   * @param user whose token it is; {@code null} in a test environment where nobody is named
   * @param everybody whether all users are in reach
   */
  record Caller(@Nullable UserId user, boolean everybody) {
    /** The user that is meant: the one named, else the caller. */
    UserId meant(Optional<UserId> named) {
      UserId own = user;
      if (named.isPresent() && !named.get().equals(own)) {
        if (!everybody) {
          throw new Denied(NOT_YOURS);
        }
        return named.get();
      }
      if (own == null) {
        throw new Denied(NOT_LOGGED_IN);
      }
      return own;
    }

    /** The caller itself. */
    UserId self() {
      return meant(Optional.empty());
    }
  }

  /**
   * What is known of a token of this kind, expired or not.
   *
   * @throws Refused with 429 where too many unknown ones came from the same address
   */
  Optional<AccessToken> find(Exchange exchange, String text, Kind kind) {
    tokenGuesses.check(exchange.sender());
    Optional<AccessToken> found = tokens.find(new Secret(text));
    if (found.isEmpty()) {
      tokenGuesses.wrong(exchange.sender());
    }
    return found.filter(token -> token.kind() == kind);
  }

  boolean isExpired(AccessToken token) {
    return token.isExpired(clock.instant());
  }

  /** Whose good token this is. */
  Optional<Caller> byToken(Exchange exchange, Optional<String> text) {
    return text.flatMap(given -> find(exchange, given, Kind.ACCESS))
        .filter(token -> !isExpired(token))
        .map(token -> new Caller(token.user(), token.admin()));
  }

  /** Whom a test environment takes somebody for who shows no token; empty in any other. */
  Optional<Caller> byWord(Exchange exchange) {
    if (!test) {
      return Optional.empty();
    }
    neighbours.check(exchange);
    UserId named = exchange.header(Weidu.USER_ID).flatMap(UserId::parse).orElse(null);
    return Optional.of(new Caller(named, true));
  }

  /**
   * Whose name and password these are.
   *
   * @throws Refused with 429 where too many wrong ones came from the same address
   */
  Optional<UserId> login(Exchange exchange, String name, String password) {
    hashing.acquireUninterruptibly();
    try {
      passwordGuesses.check(exchange.sender());
      Optional<UserId> user = tokens.login(name, new Secret(password));
      if (user.isEmpty()) {
        passwordGuesses.wrong(exchange.sender());
      }
      return user;
    } finally {
      hashing.release();
    }
  }

  /** A token for a user. */
  String issue(UserId user, Duration life, String label) {
    return issue(List.of(new Grant(user, Kind.ACCESS, false, life)), label).getFirst();
  }

  /** Tokens, all or none. */
  List<String> issue(List<Grant> grants, String label) {
    return tokens.issue(grants, label).stream().map(Callers::text).toList();
  }

  /** Another token for whom one will not be good for as long as this; empty for any other. */
  Optional<String> renewed(AccessToken token, Duration left, Duration life) {
    if (clock.instant().plus(left).isBefore(token.expires())) {
      return Optional.empty();
    }
    Grant grant = new Grant(token.user(), Kind.ACCESS, token.admin(), life);
    return Optional.of(issue(List.of(grant), "renewed").getFirst());
  }

  private static String text(Issued issued) {
    return issued.secret().reveal(text -> text);
  }
}
