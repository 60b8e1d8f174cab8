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
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * weidu: {@code PUT /users/update} and {@code /users/avatar}, {@code POST /files} and {@code
 * /users/login}, {@code GET /users/me}, {@code /users/info} and {@code /users/avatar}, all below
 * {@code /weidu/api/v1}.
 *
 * <p>Nobody knows what becomes of a documented member that an update leaves out, so all are sent.
 */
public final class WeiduTranslator implements Translator {

  private static final Members MEMBERS = new Members(names());

  private final boolean test;
  private final boolean avatarRead;

  /**
   * For a server.
   *
   * @param test whether it is a test environment, which trusts the header {@code User-Id}
   * @param avatarRead whether profiles are read by the documented {@code GET /users/avatar}
   */
  public WeiduTranslator(boolean test, boolean avatarRead) {
    this.test = test;
    this.avatarRead = avatarRead;
  }

  private static Map<Field, List<String>> names() {
    Map<Field, List<String>> names = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      names.put(field, List.of(field.key()));
    }
    names.put(Field.DESC, List.of("desc", "description"));
    return names;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.WEIDU;
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.UPDATE_PROFILE, Feature.SET_AVATAR, Feature.ADOPT_AVATAR);
  }

  @Override
  public Set<Field> settable() {
    return Weidu.SETTABLE;
  }

  @Override
  public AvatarLimits avatarLimits() {
    return AvatarLimits.NONE;
  }

  @Override
  public Map<String, String> authorization(@Nullable Tokens tokens, @Nullable UserId user) {
    Map<String, String> headers = new LinkedHashMap<>();
    if (tokens != null) {
      headers.put("Authorization", "Bearer " + Tokens.text(tokens.access()));
    }
    if (test && user != null) {
      headers.put(Weidu.USER_ID, user.text());
    }
    return headers;
  }

  @Override
  public Optional<Call> login(Login login) {
    ObjectNode object = Json.object();
    object.put("login_id", login.name());
    object.put("password", Tokens.text(login.password()));
    return Optional.of(new Call(Purpose.LOGIN, "POST", Weidu.LOGIN, Map.of(), Json.body(object)));
  }

  @Override
  public LoggedIn loggedIn(Answer answer) {
    String token =
        answer
            .header(Weidu.TOKEN)
            .orElseThrow(() -> new Unavailable(Message.of("remote.no-token")));
    return new LoggedIn(
        Tokens.of(token), account(answer).map(user -> user.profile().id()).orElse(null));
  }

  /** A test environment knows nobody by a token, only by the id it is told. */
  @Override
  public Optional<Call> readOwner(@Nullable UserId owner) {
    if (test || avatarRead) {
      return owner == null ? Optional.empty() : readById(owner);
    }
    return Optional.of(Call.get(Weidu.ME));
  }

  @Override
  public Optional<Call> readById(UserId user) {
    return Optional.of(
        Call.get(avatarRead ? Weidu.AVATAR : Weidu.INFO, Map.of("user_id", user.text())));
  }

  @Override
  public Verdict judge(Call call, Answer answer) {
    Optional<Verdict.Refused> transport = Envelope.ofTransport(answer);
    if (transport.isPresent()) {
      return transport.get();
    }
    String code = Envelope.code(answer.json());
    String words = Envelope.words(answer.json());
    return switch (code) {
      case "200" ->
          words.isEmpty() || words.equals("ok") || call.purpose() == Purpose.UPLOAD
              ? Envelope.agreed(answer)
              : Envelope.refused(Reason.UNKNOWN, code, words);
      case "1000" -> Envelope.refused(Reason.NOT_LOGGED_IN, code, words);
      case "40013", "40018", "40019", "40020" ->
          Envelope.refused(Reason.NOT_LOGGED_IN, code, words);
      case "40021" -> Envelope.refused(Reason.FORBIDDEN, code, words);
      case "40001", "40002" -> Envelope.refused(Reason.LATER, code, words);
      default ->
          Envelope.refused(
              Envelope.reasonOf(answer.status())
                  .orElse(code.isEmpty() ? Reason.UNKNOWN : Reason.FAILED),
              code.isEmpty() ? answer.status() : code,
              words);
    };
  }

  /** The mobile number is masked although the server forgets to. */
  @Override
  public Optional<Account> account(Answer answer) {
    JsonNode root = answer.json();
    return Stream.of("user_info", "user", "data")
        .map(root::path)
        .map(node -> node.isArray() && node.size() == 1 ? node.get(0) : node)
        .filter(node -> node.isObject() && node.has("id"))
        .findFirst()
        .flatMap(
            node -> {
              ObjectNode user = ((ObjectNode) node).deepCopy();
              String mobile = user.path("mobile").asText("");
              if (!mobile.isEmpty() && !mobile.contains("*")) {
                user.put("mobile", Sensitive.maskMobile(mobile));
              }
              String email = user.path("email").asText("");
              if (!email.isEmpty() && !email.contains("*")) {
                user.put("email", Sensitive.mask(email));
              }
              return MEMBERS.read(user);
            });
  }

  /** A gender is a number here, and 0 where there is none. */
  @Override
  public ProfilePatch kept(ProfilePatch patch) {
    if (!patch.clear().contains(Field.GENDER)) {
      return patch;
    }
    Map<Field, Object> set = new EnumMap<>(Field.class);
    set.putAll(patch.set());
    set.put(Field.GENDER, 0);
    Set<Field> clear = EnumSet.copyOf(patch.clear());
    clear.remove(Field.GENDER);
    return new ProfilePatch(set, clear);
  }

  @Override
  public Call update(Account before, ProfilePatch patch) {
    ObjectNode object = Json.object();
    object.put(Field.ID.key(), before.profile().id().text());
    for (Field field : Weidu.SETTABLE) {
      boolean asked = patch.fields().contains(field);
      if (field == Field.GENDER) {
        Object gender = asked ? patch.set().get(field) : before.profile().get(field);
        object.put(field.key(), gender == null ? 0 : (Integer) gender);
      } else {
        Object kept = before.profile().get(field);
        String text = asked ? FieldText.of(patch, field) : kept == null ? "" : kept.toString();
        object.put(field.key(), text);
      }
    }
    return new Call(Purpose.UPDATE, "PUT", Weidu.UPDATE, Map.of(), Json.body(object));
  }

  @Override
  public Call upload(Account owner, NewAvatar avatar) {
    Map<String, String> query = Map.of("user_id", owner.profile().id().text());
    return new Call(
        Purpose.UPLOAD, "POST", Weidu.FILES, query, Uploads.body(Weidu.FILE_PART, avatar));
  }

  @Override
  public Optional<String> uploadedFile(Answer answer) {
    JsonNode infos = answer.json().path("data").path("file_infos");
    return Optional.of(infos.path(0).path("id").asText("")).filter(id -> !id.isEmpty());
  }

  @Override
  public Call adopt(Account owner, String file) {
    ObjectNode object = Json.object();
    object.put(Weidu.AVATAR_FILE_ID, file);
    return new Call(Purpose.ADOPT, "PUT", Weidu.AVATAR, Map.of(), Json.body(object));
  }
}
