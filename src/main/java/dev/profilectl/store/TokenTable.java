package dev.profilectl.store;

import dev.profilectl.profile.AccessToken;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tokens by their hash, and the passwords that tokens are given for. */
final class TokenTable implements AccessTokens {
  private static final String COLUMNS = "hash, user_id, kind, admin, created, expires, label";

  /** So much of a hash names it well enough, and gives nothing away. */
  private static final int ID_LENGTH = 12;

  /** Expired ones are told apart from unknown ones for so long. */
  private static final Duration REMEMBERED = Duration.ofDays(30);

  private final Connections connections;
  private final String name;
  private final StoreSettings settings;
  private final Passwords passwords;

  /** What an unknown user's password is compared with, so that it takes as long. */
  private @Nullable String nobody;

  TokenTable(Connections connections, String name, StoreSettings settings) {
    this.connections = connections;
    this.name = name;
    this.settings = settings;
    this.passwords = new Passwords(settings.bcryptCost());
  }

  private Instant now() {
    return settings.clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  @Override
  public List<Issued> issue(List<Grant> grants, @Nullable String label) {
    Instant now = now();
    List<Issued> issued = new ArrayList<>();
    for (Grant grant : grants) {
      Secret secret = new Secret(UserId.randomText(settings.random()));
      issued.add(
          new Issued(
              secret,
              new AccessToken(
                  hash(secret).substring(0, ID_LENGTH),
                  grant.user(),
                  grant.kind(),
                  grant.admin(),
                  now,
                  now.plus(grant.life()),
                  label)));
    }
    try {
      connections.write(
          (connection, statements) -> {
            Transactions.run(
                connection,
                () -> {
                  insert(statements, issued);
                  return true;
                });
            return issued;
          });
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
    return issued;
  }

  private void insert(Statements statements, List<Issued> issued) throws SQLException {
    statements.run(
        "DELETE FROM access_tokens WHERE expires < ?",
        List.of(now().minus(REMEMBERED).toEpochMilli()));
    String sql =
        """
        INSERT INTO access_tokens (%s)
        SELECT ?, id, ?, ?, ?, ?, ? FROM users WHERE id = ? AND deleted_at IS NULL
        """
            .formatted(COLUMNS);
    for (Issued each : issued) {
      AccessToken token = each.token();
      List<@Nullable Object> values =
          Arrays.asList(
              hash(each.secret()),
              token.kind().name().toLowerCase(Locale.ROOT),
              token.admin() ? 1 : 0,
              token.created().toEpochMilli(),
              token.expires().toEpochMilli(),
              token.label(),
              token.user().text());
      if (statements.with(sql, values).executeUpdate() == 0) {
        throw Refusals.noSuchUser(token.user());
      }
    }
  }

  @Override
  public List<AccessToken> list() {
    return select("TRUE ORDER BY created DESC, hash", List.of());
  }

  @Override
  public boolean revoke(String id) {
    try {
      return connections.write(
          (_, statements) ->
              statements
                      .with(
                          "DELETE FROM access_tokens WHERE substr(hash, 1, ?) = ?",
                          List.of(ID_LENGTH, id))
                      .executeUpdate()
                  > 0);
    } catch (SQLException cause) {
      throw SqlFailures.writing(cause, name);
    }
  }

  @Override
  public Optional<AccessToken> find(Secret token) {
    return select(
            "hash = ? AND EXISTS"
                + " (SELECT 1 FROM users u WHERE u.id = user_id AND u.deleted_at IS NULL)",
            List.of(hash(token)))
        .stream()
        .findFirst();
  }

  private List<AccessToken> select(String condition, List<Object> parameters) {
    String sql = "SELECT " + COLUMNS + " FROM access_tokens WHERE " + condition;
    try {
      return connections.read(
          (_, statements) -> {
            List<AccessToken> tokens = new ArrayList<>();
            try (ResultSet row = statements.with(sql, parameters).executeQuery()) {
              while (row.next()) {
                tokens.add(token(row));
              }
            }
            return tokens;
          });
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  private static AccessToken token(ResultSet row) throws SQLException {
    return new AccessToken(
        row.getString(1).substring(0, ID_LENGTH),
        new UserId(row.getString(2)),
        Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getBoolean(4),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        row.getString(7));
  }

  /**
   * A user with the hash of the password.
   *
   * @param hash {@code null} where the user has none
   */
  private record Account(UserId user, @Nullable String hash) {}

  @Override
  public Optional<UserId> login(String login, Secret password) {
    Optional<Account> account = account(login);
    String kept = account.map(Account::hash).orElse(null);
    boolean right = passwords.matches(password, kept == null ? ofNobody() : kept);
    return right && kept != null ? account.map(Account::user) : Optional.empty();
  }

  private Optional<Account> account(String login) {
    Optional<Account> byName = account("lower(username) = lower(?)", login);
    return byName.isPresent()
        ? byName
        : account(login.contains("@") ? "lower(email) = lower(?)" : "mobile = ?", login);
  }

  private Optional<Account> account(String condition, String login) {
    String sql = "SELECT id, password FROM users WHERE deleted_at IS NULL AND " + condition;
    try {
      return connections.read(
          (_, statements) -> {
            try (ResultSet row = statements.with(sql, List.of(login)).executeQuery()) {
              if (!row.next()) {
                return Optional.<Account>empty();
              }
              Account first = new Account(new UserId(row.getString(1)), row.getString(2));
              return row.next() ? Optional.<Account>empty() : Optional.of(first);
            }
          });
    } catch (SQLException cause) {
      throw SqlFailures.reading(cause, name);
    }
  }

  private synchronized String ofNobody() {
    String hash = nobody;
    if (hash == null) {
      hash = passwords.hash(new Secret(UserId.randomText(settings.random())));
      nobody = hash;
    }
    return hash;
  }

  private static String hash(Secret token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of()
          .formatHex(token.reveal(text -> digest.digest(text.getBytes(StandardCharsets.UTF_8))));
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }
}
