package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Sensitive;
import dev.profilectl.dialect.Weidu;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UploadedFiles.UploadedFile;
import dev.profilectl.profile.UserId;
import dev.profilectl.server.Callers.Caller;
import dev.profilectl.validation.DocumentedSystem;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** weidu. Everything is JSON, whatever the request says it is. */
final class WeiduCalls implements SystemCalls {
  private static final Duration TOKEN_LIFE = Duration.ofDays(30);

  private static final List<Field> OF_USER_INFO =
      List.of(
          Field.ID,
          Field.CREATE_AT,
          Field.UPDATE_AT,
          Field.USERNAME,
          Field.REAL_NAME_VERIFIED,
          Field.NICKNAME,
          Field.AVATAR_URL,
          Field.CITY,
          Field.PROVINCE,
          Field.COUNTRY,
          Field.GENDER,
          Field.ROLES,
          Field.DESC,
          Field.MAJOR,
          Field.LEVEL,
          Field.REFUND_RATE,
          Field.DISPUTE_RATE,
          Field.SERVE_NUM,
          Field.WORK_NUM,
          Field.LAST_PASSWORD_UPDATE);

  private static final List<Field> OF_USER =
      List.of(
          Field.ID,
          Field.CREATE_AT,
          Field.UPDATE_AT,
          Field.USERNAME,
          Field.MOBILE,
          Field.REAL_NAME_VERIFIED,
          Field.NICKNAME,
          Field.AVATAR_URL,
          Field.AWARD_INFO,
          Field.CITY,
          Field.PROVINCE,
          Field.COUNTRY,
          Field.GENDER,
          Field.ROLES,
          Field.DESC,
          Field.MAJOR,
          Field.LEVEL,
          Field.SKILL,
          Field.REFUND_RATE,
          Field.DISPUTE_RATE,
          Field.SERVE_NUM,
          Field.WORK_NUM,
          Field.LABEL,
          Field.TRANSACTION_AMOUNT,
          Field.TRANSACTION_PRAISE_CNT,
          Field.LAST_PASSWORD_UPDATE);

  private final Desk desk;

  WeiduCalls(Desk desk) {
    this.desk = desk;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.WEIDU;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/weidu/");
  }

  @Override
  public Map<String, Map<String, Call>> calls() {
    return Map.of(
        Weidu.UPDATE, Map.of("PUT", this::update),
        Weidu.AVATAR, Map.of("GET", this::info, "PUT", this::adopt),
        Weidu.FILES, Map.of("POST", this::upload),
        Weidu.LOGIN, Map.of("POST", this::login),
        Weidu.ME, Map.of("GET", this::me),
        Weidu.INFO, Map.of("GET", this::info));
  }

  private Caller caller(Exchange exchange) {
    Optional<String> token =
        exchange
            .header("Authorization")
            .filter(text -> text.regionMatches(true, 0, "Bearer", 0, 6))
            .map(text -> text.substring(6).strip());
    return (token.isPresent()
            ? desk.callers().byToken(exchange, token)
            : desk.callers().byWord(exchange))
        .orElseThrow(() -> new Denied(Callers.NOT_LOGGED_IN));
  }

  /** The id that a request names; one of another shape is nobody's. */
  private static Optional<UserId> named(Optional<String> text) {
    return text.map(
        id ->
            UserId.parse(id).orElseThrow(() -> Invalid.of(Field.ID.key(), "id-invalid", Map.of())));
  }

  private Reply update(Exchange exchange) {
    Caller caller = caller(exchange);
    ObjectNode body = exchange.json();
    UserId user = caller.meant(named(text(body, Field.ID.key())));
    Map<Field, @Nullable Object> raw = Members.raw(body, Weidu.SETTABLE);
    if (!body.has(Field.DESC.key()) && body.has("description")) {
      raw.put(Field.DESC, Members.raw(body.get("description")));
    }
    ObjectNode info = userInfo(desk.update(user, raw, exchange), false);
    if (desk.quirky(this)) {
      info.put(Field.UPDATE_AT.key(), 0);
    }
    return done("user_info", info);
  }

  private static Optional<String> text(ObjectNode body, String name) {
    return Optional.of(body.path(name).asText("")).filter(text -> !text.isEmpty());
  }

  private Reply info(Exchange exchange) {
    Caller caller = caller(exchange);
    UserId user = caller.meant(named(exchange.query("user_id")));
    return done("user_info", userInfo(desk.user(user), true));
  }

  private Reply me(Exchange exchange) {
    return done("user_info", userInfo(desk.user(caller(exchange).self()), true));
  }

  private Reply adopt(Exchange exchange) {
    Caller caller = caller(exchange);
    UserId user = caller.meant(named(exchange.query("user_id")));
    String file =
        text(exchange.json(), Weidu.AVATAR_FILE_ID)
            .orElseThrow(() -> new Failure.Usage(Message.of("serve.no-file-id")));
    Profile after = desk.adopt(user, file, exchange);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    for (Field field : OF_USER) {
      if (field == Field.MOBILE) {
        putMobile(answer, after);
      } else {
        Members.put(answer, field == Field.DESC ? "description" : field.key(), after, field);
      }
    }
    if (desk.quirky(this)) {
      // It reads its own UTF-8 as Latin-1, and does not count a picture as a change.
      byte[] utf8 = Members.text(after, Field.DESC).getBytes(StandardCharsets.UTF_8);
      answer.put("description", new String(utf8, StandardCharsets.ISO_8859_1));
      answer.set(Field.UPDATE_AT.key(), answer.get(Field.CREATE_AT.key()));
    }
    return done("user", answer);
  }

  private ObjectNode userInfo(Profile user, boolean personal) {
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    OF_USER_INFO.forEach(field -> Members.put(info, user, field));
    if (personal) {
      putMobile(info, user);
      String email = Members.text(user, Field.EMAIL);
      if (!email.isEmpty()) {
        info.put("email", desk.quirky(this) ? email : Sensitive.mask(email));
      }
    }
    return info;
  }

  /** Who has none lacks the member. */
  private void putMobile(ObjectNode to, Profile user) {
    String mobile = Members.text(user, Field.MOBILE);
    if (!mobile.isEmpty()) {
      to.put("mobile", desk.quirky(this) ? mobile : Sensitive.HIDDEN);
    }
  }

  private Reply upload(Exchange exchange) {
    Caller caller = caller(exchange);
    UserId user = caller.meant(named(exchange.query("user_id")));
    return exchange
        .file(Weidu.FILE_PART, sent -> keep(user, Pictures.asIs(sent)))
        .orElseThrow(() -> new Failure.Usage(Message.of("serve.no-part", Weidu.FILE_PART)));
  }

  private Reply keep(UserId user, NewAvatar file) {
    UploadedFile kept = desk.backing().uploads().add(user, file);
    String name = file.fileName();
    int dot = name.lastIndexOf('.');
    ObjectNode info = JsonNodeFactory.instance.objectNode();
    info.put("id", kept.id());
    info.put("user_id", user.text());
    info.put("create_time", kept.at().toEpochMilli());
    info.put("update_time", kept.at().toEpochMilli());
    info.put("path", kept.path());
    info.put("preview_path", "");
    info.put("name", name);
    info.put("extension", name.substring(dot + 1));
    info.put("size", file.content().size());
    info.put("mime_type", "image/" + file.shape().format());
    info.put("width", file.shape().width());
    info.put("height", file.shape().height());
    info.put("has_pre_img", false);
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.putArray("file_infos").add(info);
    data.putArray("client_ids");
    return Reply.json(201, envelope(Weidu.SUCCESS, Weidu.OK).set("data", data));
  }

  private Reply login(Exchange exchange) {
    ObjectNode body = exchange.json();
    Optional<UserId> user =
        desk.callers()
            .login(exchange, body.path("login_id").asText(""), body.path("password").asText(""));
    if (user.isEmpty()) {
      return Reply.json(
          envelope(Weidu.WRONG_PASSWORD, Message.of("serve.wrong-password").in(locale())));
    }
    String token = desk.callers().issue(user.get(), TOKEN_LIFE, "weidu");
    return done("user_info", userInfo(desk.user(user.get()), true)).with(Weidu.TOKEN, token);
  }

  private Locale locale() {
    return desk.settings().locale();
  }

  private static ObjectNode envelope(int code, String result) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    return envelope.put("code", code).put("result", result);
  }

  private static Reply done(String key, ObjectNode content) {
    return Reply.json(envelope(Weidu.SUCCESS, Weidu.OK).set(key, content));
  }

  @Override
  public Reply refusal(int status, Message why) {
    return Reply.json(status, envelope(status, why.in(locale())));
  }

  @Override
  public Reply failure(Failure failure) {
    int code = failure instanceof Denied ? Weidu.NOT_LOGGED_IN : Told.code(failure);
    return Reply.json(Told.status(failure), envelope(code, Told.sentence(failure, locale())));
  }
}
