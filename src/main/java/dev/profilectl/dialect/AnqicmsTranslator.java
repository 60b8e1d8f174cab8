package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.dialect.Verdict.Reason;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.DocumentedSystem;
import dev.profilectl.validation.Problem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * AnQiCMS: {@code GET} and {@code POST /api/user/detail}, {@code POST /api/user/avatar}, {@code
 * POST /api/login}.
 *
 * <p>Its update replaces five texts whether they are sent or not, so all five are sent each time.
 * It sets e-mail and phone only where they are empty, and answers 0 even when nothing was stored.
 */
public final class AnqicmsTranslator implements Translator {

  /** Whatever is bigger, a web server in front may refuse before the system sees it. */
  private static final int MOST_BYTES = 1_000_000;

  private static final int MOST_SIDE = 1024;
  private static final String FIRST_NAME = "first_name";
  private static final String LAST_NAME = "last_name";

  /** The texts that an update replaces, as far as they have fields of ours. */
  private static final Map<Field, String> TEXTS =
      new EnumMap<>(
          Map.of(
              Field.USERNAME, "user_name", Field.NICKNAME, "real_name", Field.DESC, "introduce"));

  /** What can be set once. */
  private static final Map<Field, String> ONCE =
      new EnumMap<>(Map.of(Field.EMAIL, "email", Field.MOBILE, "phone"));

  private static final Map<Field, Integer> MOST = Map.of(Field.EMAIL, 100, Field.MOBILE, 20);

  private static final Members MEMBERS = new Members(names());

  private final Map<String, String> sites;

  /**
   * For a site.
   *
   * @param siteId the header {@code Site-Id}; {@code null} for none
   * @param subSiteId the header {@code Sub-Site-Id}; {@code null} for none
   */
  public AnqicmsTranslator(@Nullable String siteId, @Nullable String subSiteId) {
    Map<String, String> headers = new LinkedHashMap<>(Translator.super.headers());
    if (siteId != null) {
      headers.put("Site-Id", siteId);
    }
    if (subSiteId != null) {
      headers.put("Sub-Site-Id", subSiteId);
    }
    this.sites = headers;
  }

  private static Map<Field, List<String>> names() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    TEXTS.forEach((field, name) -> names.put(field, List.of(name)));
    ONCE.forEach((field, name) -> names.put(field, List.of(name)));
    names.put(Field.ID, List.of("id"));
    names.put(Field.BIRTHDAY, List.of("birthday"));
    names.put(Field.AVATAR_URL, List.of("full_avatar_url", "avatar_url"));
    names.put(Field.CREATE_AT, List.of("created_time"));
    names.put(Field.UPDATE_AT, List.of("updated_time"));
    return names;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.ANQICMS;
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.UPDATE_PROFILE, Feature.SET_AVATAR);
  }

  @Override
  public Set<Field> settable() {
    Set<Field> fields = EnumSet.copyOf(TEXTS.keySet());
    fields.addAll(ONCE.keySet());
    return fields;
  }

  @Override
  public AvatarLimits avatarLimits() {
    return new AvatarLimits(MOST_BYTES, MOST_SIDE, true, Set.of("jpeg", "png"));
  }

  @Override
  public Map<String, String> headers() {
    return sites;
  }

  @Override
  public Map<String, String> authorization(@Nullable Tokens tokens, @Nullable UserId user) {
    return tokens == null ? Map.of() : Map.of(Anqicms.TOKEN, Tokens.text(tokens.access()));
  }

  /** The server tries the name as what the member says, so it has to be the right one. */
  @Override
  public Optional<Call> login(Login login) {
    String name = login.name();
    String member =
        name.contains("@") ? "email" : name.matches("1[3-9][0-9]{9}") ? "phone" : "user_name";
    ObjectNode object = Json.object();
    object.put(member, name);
    object.put("password", Tokens.text(login.password()));
    object.put("remember", true);
    object.put("platform", "website");
    return Optional.of(new Call(Purpose.LOGIN, "POST", Anqicms.LOGIN, Map.of(), Json.body(object)));
  }

  @Override
  public LoggedIn loggedIn(Answer answer) {
    JsonNode data = answer.json().path("data");
    String token = data.path("token").asText("");
    if (token.isEmpty()) {
      throw new Unavailable(Message.of("remote.no-token"));
    }
    UserId owner = UserId.anySystem(data.path("id").asText("")).orElse(null);
    return new LoggedIn(Tokens.of(token), owner);
  }

  @Override
  public Optional<Tokens> renewed(Answer answer, Tokens sent) {
    return answer.header(Anqicms.NEW_TOKEN).map(Tokens::of).filter(tokens -> !tokens.same(sent));
  }

  @Override
  public Optional<Call> readOwner(@Nullable UserId owner) {
    return Optional.of(Call.get(Anqicms.DETAIL));
  }

  @Override
  public Verdict judge(Call call, Answer answer) {
    Optional<Verdict.Refused> transport = Envelope.ofTransport(answer);
    if (transport.isPresent()) {
      return transport.get();
    }
    String code = Envelope.code(answer.json());
    return switch (code) {
      case "0" -> Envelope.agreed(answer);
      case "1001" -> Envelope.refused(Reason.NOT_LOGGED_IN, code, Envelope.words(answer.json()));
      case "1002" -> Envelope.refused(Reason.FORBIDDEN, code, Envelope.words(answer.json()));
      case "-1" -> Envelope.refused(Reason.FAILED, code, Envelope.words(answer.json()));
      default ->
          Envelope.refused(
              Envelope.reasonOf(answer.status()).orElse(Reason.UNKNOWN),
              code.isEmpty() ? answer.status() : code,
              Envelope.words(answer.json()));
    };
  }

  @Override
  public Optional<Account> account(Answer answer) {
    return MEMBERS.read(answer.json().path("data"));
  }

  @Override
  public void refuse(ProfilePatch patch) {
    FieldText.refuseLonger(patch, MOST);
  }

  @Override
  public void refuseFixed(Account before, ProfilePatch patch) {
    ONCE.forEach(
        (field, member) -> {
          boolean asked = patch.fields().contains(field);
          Object old = before.profile().get(field);
          if (asked && old != null && !Objects.equals(old, patch.set().get(field))) {
            throw new Conflict(
                Message.of("anqicms.once", field.key(), before.profile().username()),
                Problem.of(field.key(), "set-once"));
          }
        });
  }

  /** A first name makes the server write {@code real_name} anew from first and last name. */
  @Override
  public List<Loss> losses(Account before, ProfilePatch patch) {
    String made = (before.text(FIRST_NAME) + " " + before.text(LAST_NAME)).strip();
    String wanted = text(before, patch, Field.NICKNAME);
    if (before.text(FIRST_NAME).isEmpty() || made.equals(wanted)) {
      return List.of();
    }
    return patch.fields().contains(Field.NICKNAME)
        ? List.of(new Loss(FIRST_NAME, Message.of("anqicms.loses-first-name", made)))
        : List.of(new Loss("nickname", Message.of("anqicms.loses-nickname", wanted, made)));
  }

  @Override
  public Call update(Account before, ProfilePatch patch) {
    ObjectNode object = Json.object();
    TEXTS.forEach((field, member) -> object.put(member, text(before, patch, field)));
    boolean named = patch.fields().contains(Field.NICKNAME) && !losses(before, patch).isEmpty();
    object.put(FIRST_NAME, named ? "" : before.text(FIRST_NAME));
    object.put(LAST_NAME, named ? "" : before.text(LAST_NAME));
    ONCE.forEach(
        (field, member) -> {
          if (patch.set().containsKey(field)) {
            object.put(member, FieldText.of(patch, field));
          }
        });
    return new Call(Purpose.UPDATE, "POST", Anqicms.DETAIL, Map.of(), Json.body(object));
  }

  private static String text(Account before, ProfilePatch patch, Field field) {
    String member = Objects.requireNonNull(TEXTS.get(field));
    return patch.fields().contains(field) ? FieldText.of(patch, field) : before.text(member);
  }

  @Override
  public Call upload(Account owner, NewAvatar avatar) {
    return Uploads.call("POST", Anqicms.AVATAR, Anqicms.AVATAR_PART, avatar);
  }

  @Override
  public boolean keepsAvatarUrl() {
    return true;
  }

  @Override
  public Map<String, String> watched(Account account) {
    return Map.of(FIRST_NAME, account.text(FIRST_NAME), LAST_NAME, account.text(LAST_NAME));
  }
}
