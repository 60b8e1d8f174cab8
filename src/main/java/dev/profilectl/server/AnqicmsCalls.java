package dev.profilectl.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.Anqicms;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.profile.AccessToken;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.server.Callers.Caller;
import dev.profilectl.validation.DocumentedSystem;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** AnQiCMS. Users are numbers; a token that runs out soon is followed by another. */
final class AnqicmsCalls implements SystemCalls {
  private static final Duration TOKEN_LIFE = Duration.ofDays(30);
  private static final Duration RENEWED_LIFE = Duration.ofHours(24);
  private static final Duration SOON = Duration.ofHours(1);
  private static final int SIDE = 256;

  /** Its members for our fields, in the order of its answers. */
  private static final Map<String, Field> SETTABLE = new LinkedHashMap<>();

  static {
    SETTABLE.put("user_name", Field.USERNAME);
    SETTABLE.put("real_name", Field.NICKNAME);
    SETTABLE.put("introduce", Field.DESC);
    SETTABLE.put("email", Field.EMAIL);
    SETTABLE.put("phone", Field.MOBILE);
  }

  private final Desk desk;
  private final PictureFiles pictures;

  AnqicmsCalls(Desk desk, PictureFiles pictures) {
    this.desk = desk;
    this.pictures = pictures;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.ANQICMS;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/api/");
  }

  @Override
  public Map<String, Map<String, Call>> calls() {
    return Map.of(
        Anqicms.AVATAR, Map.of("POST", exchange -> visited(exchange, c -> upload(c, exchange))),
        Anqicms.DETAIL,
            Map.of(
                "GET", exchange -> visited(exchange, c -> detail(c, exchange)),
                "POST", exchange -> visited(exchange, c -> update(c, exchange))),
        Anqicms.LOGIN, Map.of("POST", this::login));
  }

  private Reply visited(Exchange exchange, Function<Caller, Reply> work) {
    Optional<String> text = exchange.header(Anqicms.TOKEN);
    Optional<AccessToken> token =
        text.flatMap(given -> desk.callers().find(exchange, given, Kind.ACCESS))
            .filter(known -> !desk.callers().isExpired(known));
    Optional<Caller> caller =
        text.isPresent()
            ? token.map(known -> new Caller(known.user(), known.admin()))
            : desk.callers().byWord(exchange);
    Reply reply = work.apply(caller.orElseThrow(() -> new Denied(Callers.NOT_LOGGED_IN)));
    return token
        .flatMap(known -> desk.callers().renewed(known, SOON, RENEWED_LIFE))
        .map(another -> reply.with(Anqicms.NEW_TOKEN, another))
        .orElse(reply);
  }

  private Reply upload(Caller caller, Exchange exchange) {
    UserId user = caller.meant(named(exchange.query("id")));
    ImageOptions options = ImageOptions.DEFAULTS.withSize(SIDE);
    Profile after =
        exchange
            .file(
                Anqicms.AVATAR_PART,
                sent -> desk.setAvatar(user, Pictures.made(sent, options), exchange))
            .orElseThrow(() -> new Usage(Message.of("serve.no-part", Anqicms.AVATAR_PART)));
    ObjectNode envelope = envelope(Anqicms.SUCCESS, Anqicms.UPLOADED);
    envelope
        .putObject("data")
        .put("avatar_url", pictures.numberedAddress(after, number(after.id())));
    return Reply.json(envelope);
  }

  private long number(UserId user) {
    return desk.backing().numbers().of(user).orElseThrow(() -> Refusals.noSuchUser(user));
  }

  private Optional<UserId> named(Optional<String> number) {
    return number.map(
        text ->
            Optional.of(text)
                .filter(digits -> digits.matches("[0-9]{1,18}"))
                .flatMap(digits -> desk.backing().numbers().user(Long.parseLong(digits)))
                .orElseThrow(() -> Refusals.noSuchUser(text)));
  }

  private Reply detail(Caller caller, Exchange exchange) {
    Optional<String> number =
        Stream.of("userId", "id").flatMap(name -> exchange.query(name).stream()).findFirst();
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("code", Anqicms.SUCCESS).putNull("msg");
    return Reply.json(envelope.set("data", data(desk.user(caller.meant(named(number))))));
  }

  private Reply update(Caller caller, Exchange exchange) {
    ObjectNode body = exchange.json();
    Optional<String> number =
        Optional.of(body.path("id").asText("")).filter(text -> !text.matches("0?"));
    UserId user = caller.meant(named(number));
    boolean quirky = desk.quirky(this);
    Profile before = quirky ? desk.user(user) : null;
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    SETTABLE.forEach(
        (name, field) -> {
          boolean once = field == Field.EMAIL || field == Field.MOBILE;
          if (before != null && once && before.get(field) != null) {
            // It takes them once and is silent ever after.
            return;
          }
          if (body.has(name)) {
            raw.put(field, Members.raw(body.get(name)));
          } else if (quirky && !once && field != Field.USERNAME) {
            // It writes what was left out too.
            raw.put(field, "");
          }
        });
    JsonNode first = body.path("first_name");
    if (quirky && !first.asText("").isEmpty()) {
      String both = first.asText() + " " + body.path("last_name").asText("");
      raw.put(Field.NICKNAME, both.strip());
    }
    desk.update(user, raw, exchange);
    return Reply.json(
        envelope(Anqicms.SUCCESS, Message.of("serve.saved").in(desk.settings().locale())));
  }

  private ObjectNode data(Profile user) {
    long number = number(user.id());
    ObjectNode data = JsonNodeFactory.instance.objectNode();
    data.put("id", number);
    data.put("created_time", seconds(user, Field.CREATE_AT));
    data.put("updated_time", seconds(user, Field.UPDATE_AT));
    data.put("parent_id", 0);
    data.put("user_name", user.username());
    data.put("url_token", user.username());
    Members.put(data, "real_name", user, Field.NICKNAME);
    data.put("first_name", "");
    data.put("last_name", "");
    data.put("birthday", birthday(user));
    data.put("avatar_url", pictures.numberedPath(user, number));
    Members.put(data, "introduce", user, Field.DESC);
    Members.put(data, "email", user, Field.EMAIL);
    data.put("email_verified", false);
    Members.put(data, "phone", user, Field.MOBILE);
    data.put("group_id", 1);
    data.put("google_id", "");
    data.put("reset_password", false);
    data.put("status", 1);
    data.put("is_retailer", 0);
    data.put("balance", 0);
    data.put("total_reward", 0);
    data.put("invite_code", "");
    data.put("last_login", 0);
    data.put("expire_time", 0);
    data.putNull("extra");
    data.put("token", "");
    data.putNull("group");
    data.put("full_avatar_url", pictures.numberedAddress(user, number));
    data.put("link", "");
    return data;
  }

  private static long seconds(Profile user, Field field) {
    return user.get(field) instanceof Instant time ? time.getEpochSecond() : 0;
  }

  /** The start of the day on Beijing's calendar. */
  private static long birthday(Profile user) {
    return user.get(Field.BIRTHDAY) instanceof LocalDate day
        ? day.atStartOfDay().toEpochSecond(ZoneOffset.ofHours(8))
        : 0;
  }

  private Reply login(Exchange exchange) {
    ObjectNode body = exchange.json();
    String name =
        Stream.of("user_name", "email", "phone")
            .map(member -> body.path(member).asText(""))
            .filter(text -> !text.isEmpty())
            .findFirst()
            .orElse("");
    Optional<UserId> user = desk.callers().login(exchange, name, body.path("password").asText(""));
    if (user.isEmpty()) {
      return refusal(200, Message.of("serve.login-failed"));
    }
    ObjectNode data = data(desk.user(user.get()));
    data.put("token", desk.callers().issue(user.get(), TOKEN_LIFE, "anqicms"));
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.put("code", Anqicms.SUCCESS).putNull("msg");
    return Reply.json(envelope.set("data", data));
  }

  private static ObjectNode envelope(int code, String msg) {
    return JsonNodeFactory.instance.objectNode().put("code", code).put("msg", msg);
  }

  @Override
  public Reply refusal(int status, Message why) {
    return Reply.json(status, envelope(Anqicms.FAILED, why.in(desk.settings().locale())));
  }

  @Override
  public Reply failure(Failure failure) {
    int code = Anqicms.FAILED;
    if (failure instanceof Denied) {
      code =
          failure.sentence().equals(Callers.NOT_YOURS)
              ? Anqicms.NOT_AUTHORIZED
              : Anqicms.NOT_LOGGED_IN;
    }
    String sentence = Told.sentence(failure, desk.settings().locale());
    return Reply.json(Told.status(failure), envelope(code, sentence));
  }
}
