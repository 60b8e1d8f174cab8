package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.dialect.West2;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.AccessToken;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.server.Callers.Caller;
import dev.profilectl.validation.DocumentedSystem;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** west2-online. A pair of tokens travels in headers, both ways. */
final class West2Calls implements SystemCalls {
  private static final Duration ACCESS_LIFE = Duration.ofHours(2);
  private static final Duration REFRESH_LIFE = Duration.ofDays(7);

  private final Desk desk;
  private final PictureFiles pictures;

  West2Calls(Desk desk, PictureFiles pictures) {
    this.desk = desk;
    this.pictures = pictures;
  }

  @Override
  public DocumentedSystem system() {
    return DocumentedSystem.WEST2;
  }

  @Override
  public boolean owns(String path) {
    return path.startsWith("/user/") || path.startsWith(West2.OTHER_BASE + "/");
  }

  @Override
  public Map<String, Map<String, Call>> calls() {
    Map<String, Map<String, Call>> calls = new HashMap<>();
    for (String base : List.of("", West2.OTHER_BASE)) {
      calls.put(base + West2.AVATAR, Map.of("PUT", this::upload));
      calls.put(base + West2.INFO, Map.of("GET", this::info));
      calls.put(base + West2.LOGIN, Map.of("POST", this::login));
    }
    return calls;
  }

  /** One who was let in, and the pair to go on with where the one shown has run out. */
  private record Visit(Caller caller, List<String> pair) {
    Reply with(Reply reply) {
      return pair.isEmpty()
          ? reply
          : reply.with(West2.ACCESS, pair.getFirst()).with(West2.REFRESH, pair.getLast());
    }
  }

  private Visit visit(Exchange exchange) {
    Optional<String> access = exchange.header(West2.ACCESS);
    Optional<Caller> caller = desk.callers().byToken(exchange, access);
    if (caller.isPresent()) {
      return new Visit(caller.get(), List.of());
    }
    Optional<AccessToken> refresh =
        exchange
            .header(West2.REFRESH)
            .flatMap(text -> desk.callers().find(exchange, text, Kind.REFRESH))
            .filter(token -> !desk.callers().isExpired(token));
    if (refresh.isPresent()) {
      AccessToken token = refresh.get();
      return new Visit(new Caller(token.user(), token.admin()), pair(token.user(), token.admin()));
    }
    return desk.callers()
        .byWord(exchange)
        .filter(_ -> access.isEmpty())
        .map(known -> new Visit(known, List.of()))
        .orElseThrow(() -> new Denied(Callers.NOT_LOGGED_IN));
  }

  private List<String> pair(UserId user, boolean admin) {
    return desk.callers()
        .issue(
            List.of(
                new Grant(user, Kind.ACCESS, admin, ACCESS_LIFE),
                new Grant(user, Kind.REFRESH, admin, REFRESH_LIFE)),
            "west2");
  }

  private Reply upload(Exchange exchange) {
    Visit visit = visit(exchange);
    UserId self = visit.caller().self();
    Profile user =
        exchange
            .file(West2.AVATAR_PART, sent -> desk.setAvatar(self, Pictures.asIs(sent), exchange))
            .orElseThrow(() -> new Usage(Message.of("serve.no-part", West2.AVATAR_PART)));
    return visit.with(desk.quirky(this) ? withoutData() : done(user));
  }

  /** Real servers were seen to leave it out: whoever wants to know has to read the user. */
  private static Reply withoutData() {
    return Reply.json(envelope(West2.SUCCESS, West2.OK).putNull("data"));
  }

  private Reply info(Exchange exchange) {
    Visit visit = visit(exchange);
    Optional<UserId> named =
        exchange
            .query("user_id")
            .map(id -> UserId.parse(id).orElseThrow(() -> Refusals.noSuchUser(id)));
    return visit.with(done(desk.user(visit.caller().meant(named))));
  }

  private Reply login(Exchange exchange) {
    Map<String, String> form = exchange.texts();
    Optional<UserId> user =
        desk.callers()
            .login(exchange, form.getOrDefault("username", ""), form.getOrDefault("password", ""));
    if (user.isEmpty()) {
      return refused(200, Message.of("serve.wrong-password"));
    }
    List<String> pair = pair(user.get(), false);
    return new Visit(new Caller(user.get(), false), pair).with(done(desk.user(user.get())));
  }

  private Reply done(Profile user) {
    ObjectNode envelope = envelope(West2.SUCCESS, West2.OK);
    ObjectNode data = envelope.putObject("data");
    data.put("id", user.id().text());
    data.put("username", user.username());
    data.put("avatar_url", pictures.address(user));
    data.put("created_at", time(user, Field.CREATE_AT));
    data.put("updated_at", time(user, Field.UPDATE_AT));
    data.put("deleted_at", West2.time(Instant.EPOCH));
    return Reply.json(envelope);
  }

  private static String time(Profile user, Field field) {
    return West2.time(user.get(field) instanceof Instant time ? time : Instant.EPOCH);
  }

  private static ObjectNode envelope(int code, String msg) {
    ObjectNode envelope = JsonNodeFactory.instance.objectNode();
    envelope.putObject("base").put("code", code).put("msg", msg);
    return envelope;
  }

  private Reply refused(int status, Message why) {
    return Reply.json(status, envelope(West2.FAILED, why.in(desk.settings().locale())));
  }

  @Override
  public Reply refusal(int status, Message why) {
    return refused(status, why);
  }

  @Override
  public Reply failure(Failure failure) {
    String sentence = Told.sentence(failure, desk.settings().locale());
    return Reply.json(Told.status(failure), envelope(West2.FAILED, sentence));
  }
}
