package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Zaihangyun;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.profile.AccessToken;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.server.Callers.Caller;
import dev.profilectl.validation.DocumentedSystem;
import dev.profilectl.validation.Problem;
import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Zaihangyun. HTTP says 200 to nearly everything; the code in the body is the verdict. */
final class ZaihangyunCalls implements SystemCalls {
  private static final Message NO_TOKEN = Message.of("serve.zaihangyun.no-token");
  private static final Message UNAUTHORIZED = Message.of("serve.zaihangyun.unauthorized");
  private static final Message EXPIRED = Message.of("serve.zaihangyun.expired");
  private static final int SIDE = 300;

  private final Desk desk;
  private final PictureFiles pictures;

  ZaihangyunCalls(Desk desk, PictureFiles pictures) {
    this.desk = desk;
    this.pictures = pictures;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.ZAIHANGYUN;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/v1/");
  }

  @Override
  public Map<String, Map<String, Call>> calls() {
    return Map.of(
        Zaihangyun.INFO, Map.of("GET", this::info),
        Zaihangyun.UPDATE, Map.of("POST", this::update),
        Zaihangyun.AVATAR, Map.of("POST", this::upload));
  }

  private Caller caller(Exchange exchange) {
    Optional<String> text =
        exchange
            .header("Authorization")
            .map(header -> header.startsWith("Bearer ") ? header.substring(7).strip() : header);
    if (text.isEmpty()) {
      return desk.callers().byWord(exchange).orElseThrow(() -> new Denied(NO_TOKEN));
    }
    AccessToken token =
        desk.callers()
            .find(exchange, text.get(), Kind.ACCESS)
            .orElseThrow(() -> new Denied(UNAUTHORIZED));
    if (desk.callers().isExpired(token)) {
      throw new Denied(EXPIRED);
    }
    return new Caller(token.user(), token.admin());
  }

  /** An administrator may name another user by number; the documents know no such parameter. */
  private UserId user(Exchange exchange) {
    Caller caller = caller(exchange);
    return caller.meant(
        exchange
            .query("uid")
            .map(
                text ->
                    Optional.of(text)
                        .filter(digits -> digits.matches("[0-9]{1,18}"))
                        .flatMap(d -> desk.backing().numbers().user(Long.parseLong(d)))
                        .orElseThrow(() -> Refusals.noSuchUser(text))));
  }

  private Reply info(Exchange exchange) {
    ObjectNode envelope = envelope(Zaihangyun.SUCCESS, Zaihangyun.OK);
    return Reply.json(envelope.set("data", data(desk.user(user(exchange)))));
  }

  private Reply update(Exchange exchange) {
    UserId user = user(exchange);
    Map<Field, @Nullable Object> raw = read(exchange);
    if (Objects.equals(raw.get(Field.PASSWORD), "")) {
      // Empty clears, and a password cannot be cleared: too short is what the document has for it.
      throw new Invalid(List.of(Problem.of(Field.PASSWORD.key(), "400114")));
    }
    ProfilePatch patch = desk.rules().patch(raw, false);
    if (desk.quirky(this)) {
      Set<Field> clear = EnumSet.copyOf(Set.of(Field.BIRTHDAY, Field.PASSWORD));
      clear.removeAll(patch.set().keySet());
      clear.addAll(patch.clear());
      patch = new ProfilePatch(patch.set(), clear);
    }
    desk.update(user, patch, exchange);
    return Reply.json(envelope(Zaihangyun.SUCCESS, Zaihangyun.OK));
  }

  private Map<Field, @Nullable Object> read(Exchange exchange) {
    try {
      if (exchange.saysJson()) {
        Map<Field, @Nullable Object> raw = Members.raw(exchange.json(), Zaihangyun.SETTABLE);
        // What is not sent and what is null is the same there.
        raw.values().removeIf(Objects::isNull);
        return raw;
      }
      Map<String, String> form = exchange.form();
      Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
      for (Field field : Zaihangyun.SETTABLE) {
        if (form.containsKey(field.key())) {
          raw.put(field, form.get(field.key()));
        }
      }
      return raw;
    } catch (Refused unreadable) {
      if (desk.quirky(this) && unreadable.status() == 400) {
        // It takes a body that it cannot read for an empty one, and goes on.
        return new EnumMap<>(Field.class);
      }
      throw unreadable;
    }
  }

  private Reply upload(Exchange exchange) {
    UserId user = user(exchange);
    return exchange
        .file(Zaihangyun.AVATAR_PART, sent -> set(user, sent, exchange))
        .orElseGet(() -> avatarRefused(Zaihangyun.AVATAR_MISSING));
  }

  private Reply set(UserId user, Bodies.Sent sent, Exchange exchange) {
    if (sent.bytes().length > Zaihangyun.AVATAR_BYTES) {
      return avatarRefused(Zaihangyun.AVATAR_TOO_LARGE);
    }
    String name = Objects.requireNonNullElse(sent.name(), "");
    if (!name.matches("(?s).*\\.(jpg|jpeg|png)")) {
      return avatarRefused(Zaihangyun.AVATAR_KIND);
    }
    ImageOptions options = ImageOptions.DEFAULTS.withCrop(Crop.none()).withSize(SIDE);
    Profile after;
    try {
      after = desk.setAvatar(user, Pictures.made(sent, options), exchange);
    } catch (Invalid noPicture) {
      return Reply.json(
          envelope(Zaihangyun.UPDATE_FAILED, Told.sentence(noPicture, desk.settings().locale())));
    }
    ObjectNode envelope = envelope(Zaihangyun.SUCCESS, Zaihangyun.OK);
    envelope.putObject("data").put("avatar", pictures.address(after));
    return Reply.json(envelope);
  }

  private Reply avatarRefused(String code) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    Message why = Message.of("serve.zaihangyun.avatar." + code);
    envelope.put("code", code).put("msg", why.in(desk.settings().locale()));
    return Reply.json(envelope);
  }

  private ObjectNode data(Profile user) {
    long number =
        desk.backing().numbers().of(user.id()).orElseThrow(() -> Refusals.noSuchUser(user.id()));
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("uid", number);
    for (String name :
        new String[] {
          "huawei_openid", "huawei_unionid", "wechat_openid", "wechat_unionid", "apple_userid"
        }) {
      data.put(name, "");
    }
    Members.put(data, user, Field.OAID);
    Members.put(data, user, Field.DEVICE_ID);
    data.put("username", user.username());
    Members.put(data, user, Field.NICKNAME);
    data.put("mcode", "+86");
    Members.put(data, user, Field.MOBILE);
    Members.put(data, user, Field.EMAIL);
    data.put("avatar", pictures.address(user));
    data.put("gender", Members.text(user, Field.GENDER));
    Object birthday = user.get(Field.BIRTHDAY);
    data.put("birthday", birthday == null ? null : birthday.toString());
    Members.put(data, user, Field.COUNTRY);
    Members.put(data, user, Field.PROVINCE);
    Members.put(data, user, Field.CITY);
    data.put("reg_ip", "");
    data.put("is_forever_vip", 0);
    data.putNull("vip_expired_at");
    data.put("is_vip", 0);
    data.put("version_number", "");
    data.put("channel", "");
    data.put("reg_from", 99);
    Members.put(data, user, Field.EXT_DATA);
    data.put("updated_at", time(user, Field.UPDATE_AT));
    data.put("created_at", time(user, Field.CREATE_AT));
    return data;
  }

  private static String time(Profile user, Field field) {
    return user.get(field) instanceof Instant time ? Zaihangyun.time(time) : "";
  }

  private static ObjectNode envelope(int code, String msg) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("msg", msg);
  }

  @Override
  public Reply refusal(int status, Message why) {
    return Reply.json(status, envelope(status, why.in(desk.settings().locale())));
  }

  /** Validation tells its code as a text, everything else as a number. */
  @Override
  public Reply failure(Failure failure) {
    if (failure instanceof Invalid) {
      String code = failure.problems().getFirst().code();
      ObjectNode envelope = JsonNodeFactory.instance.objectNode().put("code", code);
      Message documented = Message.of("serve.zaihangyun." + code);
      return Reply.json(envelope.put("msg", documented.in(desk.settings().locale())));
    }
    int code = failure instanceof Denied ? denied(failure.sentence()) : Told.code(failure);
    String sentence =
        code == Zaihangyun.NO_SUCH_USER
            ? Message.of("serve.zaihangyun.400199").in(desk.settings().locale())
            : Told.sentence(failure, desk.settings().locale());
    return Reply.json(Told.status(failure), envelope(code, sentence));
  }

  private static int denied(Message why) {
    if (why.equals(NO_TOKEN)) {
      return Zaihangyun.NO_TOKEN;
    }
    return why.equals(EXPIRED) ? Zaihangyun.EXPIRED : Zaihangyun.UNAUTHORIZED;
  }
}
