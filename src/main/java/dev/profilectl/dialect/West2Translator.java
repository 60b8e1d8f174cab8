package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.dialect.Verdict.Reason;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * west2-online: {@code PUT /user/avatar/upload}, {@code GET /user/info}, {@code POST /user/login}.
 *
 * <p>A specification that many servers follow loosely: where the tokens travel, which code is a
 * success and what the answer looks like differ, so all of it is looked for wherever it has been
 * seen.
 */
public final class West2Translator implements Translator {

  private static final int MOST_BYTES = 1 << 20;

  private static final Set<String> EXPIRED =
      Set.of(
          "401", "1004", "1005", "10003", "10004", "10005", "10006", "10007", "30000", "30001",
          "30002");

  private static final Pattern CAPITAL = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
  private static final Pattern BEARER = Pattern.compile("(?i)^bearer +");

  private static final Members MEMBERS =
      new Members(
          new EnumMap<>(
              Map.of(
                  Field.ID, List.of("id", "user_id", "uid"),
                  Field.USERNAME, List.of("username", "user_name", "name"),
                  Field.AVATAR_URL, List.of("avatar_url", "avatar"),
                  Field.CREATE_AT, List.of("created_at", "create_at"),
                  Field.UPDATE_AT, List.of("updated_at", "update_at"),
                  Field.PASSWORD, List.of("password"))));

  private final Settings settings;

  /**
   * What differs from server to server.
   *
   * @param part the name of the picture's part, {@code data} by the document
   * @param successes the codes of {@code base} that mean success, {@code 10000} by the document
   * @param bearer whether the access token is sent as {@code Authorization: Bearer} too
   */
  public record Settings(String part, Set<String> successes, boolean bearer) {
    /** Copies the codes. */
    public Settings {
      successes = Set.copyOf(successes);
    }
  }

  /** For a server. */
  public West2Translator(Settings settings) {
    this.settings = settings;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.WEST2;
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.SET_AVATAR);
  }

  @Override
  public Set<Field> settable() {
    return Set.of();
  }

  @Override
  public AvatarLimits avatarLimits() {
    return new AvatarLimits(MOST_BYTES, Integer.MAX_VALUE, false, Set.of("jpeg", "png"));
  }

  @Override
  public Map<String, String> authorization(@Nullable Tokens tokens, @Nullable UserId user) {
    if (tokens == null) {
      return Map.of();
    }
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(West2.ACCESS, Tokens.text(tokens.access()));
    if (tokens.refresh() != null) {
      headers.put(West2.REFRESH, Tokens.text(tokens.refresh()));
    }
    if (settings.bearer()) {
      headers.put("Authorization", "Bearer " + Tokens.text(tokens.access()));
    }
    return headers;
  }

  @Override
  public Optional<Call> login(Login login) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("username", login.name());
    fields.put("password", Tokens.text(login.password()));
    if (login.code() != null) {
      fields.put("code", login.code());
    }
    return Optional.of(
        new Call(Purpose.LOGIN, "POST", West2.LOGIN, Map.of(), new Body.Form(fields)));
  }

  @Override
  public LoggedIn loggedIn(Answer answer) {
    Tokens tokens = found(answer).orElseThrow(() -> new Unavailable(Message.of("remote.no-token")));
    return new LoggedIn(tokens, account(answer).map(user -> user.profile().id()).orElse(null));
  }

  @Override
  public Optional<Tokens> renewed(Answer answer, Tokens sent) {
    return found(answer)
        .map(
            tokens ->
                tokens.refresh() == null ? new Tokens(tokens.access(), sent.refresh()) : tokens)
        .filter(tokens -> !tokens.same(sent));
  }

  /** A new pair, or its half, from the headers or from the body. */
  private static Optional<Tokens> found(Answer answer) {
    Optional<String> access =
        answer
            .header("New-Access-Token")
            .or(() -> answer.header(West2.ACCESS))
            .or(() -> answer.header("access_token"));
    Optional<String> refresh =
        answer
            .header("New-Refresh-Token")
            .or(() -> answer.header(West2.REFRESH))
            .or(() -> answer.header("refresh_token"));
    if (access.isEmpty()) {
      JsonNode root = answer.json();
      JsonNode data = root.path("data");
      access = member(root, data, "access_token", "accessToken");
      refresh = refresh.or(() -> member(root, data, "refresh_token", "refreshToken"));
      if (access.isEmpty()) {
        access = Optional.of(data.path("token").asText("")).filter(token -> !token.isEmpty());
      }
    }
    Optional<Secret> kept = refresh.map(West2Translator::bare);
    return access.map(token -> new Tokens(bare(token), kept.orElse(null)));
  }

  private static Optional<String> member(
      JsonNode root, JsonNode data, String name, String otherName) {
    return Stream.of(root, data, data.path("token"))
        .flatMap(node -> Stream.of(node.path(name), node.path(otherName)))
        .map(node -> node.asText(""))
        .filter(token -> !token.isEmpty())
        .findFirst();
  }

  private static Secret bare(String token) {
    return new Secret(BEARER.matcher(token).replaceFirst(""));
  }

  /** There is no call for the owner, so the id has to be known from the login. */
  @Override
  public Optional<Call> readOwner(@Nullable UserId owner) {
    return owner == null ? Optional.empty() : readById(owner);
  }

  @Override
  public Optional<Call> readById(UserId user) {
    return Optional.of(Call.get(West2.INFO, Map.of("user_id", user.text())));
  }

  @Override
  public Verdict judge(Call call, Answer answer) {
    Optional<Verdict.Refused> transport = Envelope.ofTransport(answer);
    if (transport.isPresent()) {
      Verdict.Refused refused = transport.get();
      return says(refused.words())
          ? Envelope.refused(Reason.NOT_LOGGED_IN, refused.code(), refused.words())
          : refused;
    }
    JsonNode root = answer.json();
    JsonNode outer = root.has("base") ? root.path("base") : root;
    JsonNode inner = root.path("data").path("base");
    // A server was seen to put its real answer, a refusal, inside one that says success.
    return inner.isObject() && !succeeds(inner) ? refusal(answer, inner) : judge(answer, outer);
  }

  private Verdict judge(Answer answer, JsonNode base) {
    return succeeds(base) ? Envelope.agreed(answer) : refusal(answer, base);
  }

  private boolean succeeds(JsonNode base) {
    return settings.successes().contains(Envelope.code(base));
  }

  private static Verdict.Refused refusal(Answer answer, JsonNode base) {
    String words = Envelope.words(base);
    String code =
        Envelope.code(base).isEmpty() ? String.valueOf(answer.status()) : Envelope.code(base);
    Optional<Reason> status = Envelope.reasonOf(answer.status());
    Reason reason =
        Envelope.code(base).isEmpty()
            ? status.orElse(Reason.UNKNOWN)
            : status.filter(why -> why != Reason.UNKNOWN).orElse(Reason.FAILED);
    boolean expired = EXPIRED.contains(code) || says(words);
    return Envelope.refused(expired ? Reason.NOT_LOGGED_IN : reason, code, words);
  }

  /** Whether a text is about tokens, in the languages of the servers that were seen. */
  private static boolean says(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    return Stream.of("token", "unauthorized", "not logged in", "未登录", "令牌", "登录已过期")
        .anyMatch(lower::contains);
  }

  @Override
  public Optional<Account> account(Answer answer) {
    return MEMBERS.read(user(answer.json().path("data")));
  }

  /** The one user of the answer, wherever it is put, with names as the document writes them. */
  private static JsonNode user(JsonNode data) {
    JsonNode at = data;
    for (String name : List.of("data", "user", "users")) {
      at = at.isArray() && at.size() == 1 ? at.get(0) : at;
      at = at.has(name) ? at.get(name) : at;
    }
    at = at.isArray() && at.size() == 1 ? at.get(0) : at;
    if (!at.isObject()) {
      return at;
    }
    ObjectNode user = Json.object();
    at.properties()
        .forEach(
            member ->
                user.set(
                    CAPITAL.matcher(member.getKey()).replaceAll("_").toLowerCase(Locale.ROOT),
                    Objects.requireNonNull(member.getValue())));
    return user;
  }

  @Override
  public Call update(Account before, ProfilePatch patch) {
    throw new IllegalStateException("no feature of west2");
  }

  @Override
  public Call upload(Account owner, NewAvatar avatar) {
    return Uploads.call("PUT", West2.AVATAR, settings.part(), avatar);
  }

  /** Some servers name the file after the user. */
  @Override
  public boolean keepsAvatarUrl() {
    return false;
  }
}
