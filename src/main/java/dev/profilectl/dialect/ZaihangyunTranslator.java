package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Call.Purpose;
import dev.profilectl.dialect.Verdict.Reason;
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
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Zaihangyun: {@code POST /v1/user/update} and {@code /v1/user/avatar}, {@code GET /v1/user/info}.
 *
 * <p>Its update writes three columns nobody asked for: the birthday and the password become empty
 * unless they are sent, and {@code mcode} becomes {@code +86}. So the birthday is sent again every
 * time, and the other two are told as {@link Loss}.
 */
public final class ZaihangyunTranslator implements Translator {

  private static final String MCODE = "mcode";
  private static final String USUAL_MCODE = "+86";
  private static final int MOST_EMAIL = 64;

  private static final Members MEMBERS = new Members(names());

  private final boolean form;
  private final RandomGenerator random;

  /**
   * With the way bodies are written.
   *
   * @param form as a form and not as JSON
   * @param random makes each body another one
   */
  public ZaihangyunTranslator(boolean form, RandomGenerator random) {
    this.form = form;
    this.random = random;
  }

  private static Map<Field, List<String>> names() {
    Map<Field, List<String>> names = new LinkedHashMap<>();
    for (Field field : Zaihangyun.SETTABLE) {
      names.put(field, List.of(field.key()));
    }
    names.put(Field.ID, List.of("uid"));
    names.put(Field.USERNAME, List.of("username"));
    names.put(Field.MOBILE, List.of("mobile"));
    names.put(Field.AVATAR_URL, List.of("avatar"));
    names.put(Field.CREATE_AT, List.of("created_at"));
    names.put(Field.UPDATE_AT, List.of("updated_at"));
    return names;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.ZAIHANGYUN;
  }

  @Override
  public Set<Feature> features() {
    return EnumSet.of(Feature.UPDATE_PROFILE, Feature.SET_AVATAR);
  }

  @Override
  public Set<Field> settable() {
    return Zaihangyun.SETTABLE;
  }

  @Override
  public AvatarLimits avatarLimits() {
    return new AvatarLimits(
        Zaihangyun.AVATAR_BYTES, Integer.MAX_VALUE, false, Set.of("jpeg", "png"));
  }

  @Override
  public Map<String, String> authorization(@Nullable Tokens tokens, @Nullable UserId user) {
    return tokens == null
        ? Map.of()
        : Map.of("Authorization", "Bearer " + Tokens.text(tokens.access()));
  }

  /** Tokens come by short message or from another service; this program cannot get one. */
  @Override
  public Optional<Call> login(Login login) {
    return Optional.empty();
  }

  @Override
  public LoggedIn loggedIn(Answer answer) {
    throw new IllegalStateException("no login");
  }

  @Override
  public Optional<Call> readOwner(@Nullable UserId owner) {
    return Optional.of(Call.get(Zaihangyun.INFO));
  }

  @Override
  public Verdict judge(Call call, Answer answer) {
    Optional<Verdict.Refused> transport = Envelope.ofTransport(answer);
    if (transport.isPresent()) {
      return transport.get();
    }
    String code = Envelope.code(answer.json());
    return code.equals("200")
        ? Envelope.agreed(answer)
        : Envelope.refused(reason(call, code), code, Envelope.words(answer.json()));
  }

  private static Reason reason(Call call, String code) {
    return switch (code) {
      case "400", "401", "402" -> Reason.NOT_LOGGED_IN;
      case "403" -> Reason.FORBIDDEN;
      case "404", "405", "406" -> Reason.NOT_THE_API;
      case "413" -> Reason.TOO_LARGE;
      case "429" -> Reason.LATER;
      case "400198", "400199" -> Reason.NO_SUCH_USER;
      case "400250" -> Reason.FAILED;
      case "400102" -> call.purpose() == Purpose.UPLOAD ? Reason.TOO_LARGE : Reason.INVALID;
      default -> code.matches("4001[0-9]{2}") ? Reason.INVALID : Reason.UNKNOWN;
    };
  }

  @Override
  public Optional<Account> account(Answer answer) {
    return MEMBERS.read(answer.json().path("data"));
  }

  @Override
  public void refuse(ProfilePatch patch) {
    FieldText.refuseLonger(patch, Map.of(Field.EMAIL, MOST_EMAIL));
  }

  @Override
  public List<Loss> losses(Account before, ProfilePatch patch) {
    List<Loss> losses = new ArrayList<>();
    if (!before.text("password").isEmpty() && !patch.set().containsKey(Field.PASSWORD)) {
      losses.add(new Loss("password", Message.of("zaihangyun.loses-password")));
    }
    String mcode = before.text(MCODE);
    if (!mcode.isEmpty() && !mcode.equals(USUAL_MCODE)) {
      losses.add(new Loss(MCODE, Message.of("zaihangyun.loses-mcode", mcode)));
    }
    return losses;
  }

  @Override
  public Call update(Account before, ProfilePatch patch) {
    Map<String, String> values = new LinkedHashMap<>();
    for (Field field : Zaihangyun.SETTABLE) {
      if (patch.fields().contains(field)) {
        values.put(field.key(), FieldText.of(patch, field));
      } else if (field == Field.BIRTHDAY && !before.text("birthday").isEmpty()) {
        values.put(field.key(), before.text("birthday"));
      }
    }
    // The server remembers how it read a short body, wrongly too; so no two are alike.
    values.put("request_id", Long.toUnsignedString(random.nextLong(), 36));
    return new Call(Purpose.UPDATE, "POST", Zaihangyun.UPDATE, Map.of(), body(values));
  }

  private Body body(Map<String, String> values) {
    if (form) {
      return new Body.Form(values);
    }
    ObjectNode object = Json.object();
    values.forEach(object::put);
    return Json.body(object);
  }

  @Override
  public Call upload(Account owner, NewAvatar avatar) {
    return Uploads.call("POST", Zaihangyun.AVATAR, Zaihangyun.AVATAR_PART, avatar);
  }

  @Override
  public boolean keepsAvatarUrl() {
    return true;
  }

  @Override
  public Optional<Boolean> holds(Account account, Field field, Secret secret) {
    // A server that keeps secrets to itself lets nobody find out.
    if (!account.raw().has(field.key())) {
      return Optional.empty();
    }
    return switch (field) {
      case PASSWORD ->
          Optional.of(
              account.text("password").equalsIgnoreCase(secret.reveal(ZaihangyunTranslator::md5)));
      case ENTER_PASS -> Optional.of(account.text("enter_pass").equals(Tokens.text(secret)));
      default -> Optional.empty();
    };
  }

  /** As the server keeps passwords; here only to compare. */
  private static String md5(String text) {
    try {
      byte[] hash = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash).toLowerCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException everyJvmHasIt) {
      throw new IllegalStateException(everyJvmHasIt);
    }
  }

  @Override
  public Map<String, String> watched(Account account) {
    return Map.of(MCODE, account.text(MCODE));
  }
}
