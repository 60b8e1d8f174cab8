package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** West2-online: one document, and servers that each read it their own way. */
public final class FakeWest2 implements AutoCloseable {
  private static final String SQL =
      """

      ### Error updating database. Cause: java.sql.SQLException
      ### SQL: UPDATE user SET avatar_url = ? WHERE id = ?
      ### Cause: Data too long for column 'avatar_url' at row 1
      ; uncategorized SQLException\
      """;

  private final Later clock = new Later();
  private final Map<String, West2User> users = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong(483675103821824000L);
  private final West2Tokens tokens = new West2Tokens(clock);
  private final Quirks<West2Quirk> quirks = new Quirks<>();
  private final West2Variant variant;
  private final String base;
  private final West2Answers answers;
  private final West2Uploads uploads;
  private final FakeServer server;

  private FakeWest2(West2Variant variant, String base, Manners manners) {
    this.variant = variant;
    this.base = base;
    this.answers = new West2Answers(variant, quirks);
    this.uploads = new West2Uploads(variant, this::address);
    this.server = FakeServer.start(manners, this::handle);
  }

  /** On 127.0.0.1 without TLS and without a path in front. */
  public static FakeWest2 start(West2Variant variant) {
    return start(variant, "", UnaryOperator.identity());
  }

  /** Below a path such as {@code /douyin}; elsewhere, or with TLS. */
  public static FakeWest2 start(West2Variant variant, String base, UnaryOperator<Manners> where) {
    return new FakeWest2(variant, base, where.apply(Manners.plain()));
  }

  /** The limit of the framework that most of them use: 4 MiB, and plain text beyond. */
  public static Manners small(Manners manners) {
    Response tooLarge = Response.text(413, "text/plain; charset=utf-8", "Request Entity Too Large");
    return manners.limited(new Manners.Limit(4L * 1024 * 1024, false, tooLarge));
  }

  /** A new user; the id. */
  public String user(String username, String password) {
    String id = String.valueOf(ids.incrementAndGet());
    var times = new West2User.Times(clock.now(), clock.now(), null);
    users.put(id, new West2User(id, username, password, "", times));
    return id;
  }

  /** Tokens of a user, as a login makes them. */
  public West2Pair tokens(String id) {
    return tokens.issue(id);
  }

  /** The token has had its time. */
  public void expire(String token) {
    tokens.expire(token);
  }

  /** The user is gone; the tokens are still good. */
  public void delete(String id) {
    users.computeIfPresent(id, (_, user) -> user.deleted(clock.now()));
  }

  /** The stored address of the picture; empty without one. */
  public String avatar(String id) {
    West2User user = users.get(id);
    return user == null ? "" : user.avatar();
  }

  /** The bytes that were stored last for a user. */
  public Optional<byte[]> picture(String id) {
    return uploads.latest(id);
  }

  /** From now on it behaves so. */
  public void turnOn(West2Quirk... more) {
    quirks.turnOn(List.of(more));
  }

  /** From now on it does not. */
  public void turnOff(West2Quirk... fewer) {
    quirks.turnOff(List.of(fewer));
  }

  /** Moves its clock on. */
  public void later(Duration by) {
    clock.move(by);
  }

  /** What was asked of it, and what goes wrong. */
  public FakeServer server() {
    return server;
  }

  /** A URL below its path. */
  public String url(String path) {
    return server.url(base + path);
  }

  private String address(String path) {
    return quirks.has(West2Quirk.RELATIVE_URL) ? base + path : server.url(base + path);
  }

  private Response handle(Request request) {
    String path = request.path();
    if (!path.startsWith(base + "/")) {
      return answers.framework(request, 404);
    }
    path = path.substring(base.length());
    if (quirks.has(West2Quirk.TRAILING_SLASH)) {
      if (!path.endsWith("/")) {
        String query = request.target().substring(request.path().length());
        return Response.empty(307).with("Location", base + path + "/" + query);
      }
      path = path.substring(0, path.length() - 1);
    }
    return switch (path) {
      case "/user/login" ->
          request.method().equals("POST") ? login(request) : answers.framework(request, 405);
      case "/user/info" ->
          request.method().equals("GET")
              ? known(request, this::info)
              : answers.framework(request, 405);
      case "/user/avatar/upload" ->
          request.method().equals("PUT")
              ? known(request, this::upload)
              : answers.framework(request, 405);
      default -> uploads.serve(path).orElseGet(() -> answers.framework(request, 404));
    };
  }

  private Response login(Request request) {
    Map<String, String> form = FormText.pairs(request.text());
    ObjectNode json = Json.members(request.body());
    String name = json.path("username").asText(form.getOrDefault("username", ""));
    String password = json.path("password").asText(form.getOrDefault("password", ""));
    Optional<West2User> found =
        users.values().stream()
            .filter(user -> user.username().equals(name) && user.password().equals(password))
            .filter(user -> user.times().deleted() == null)
            .findFirst();
    if (found.isEmpty()) {
      return said(answers.failure("密码错误"));
    }
    West2Pair pair = tokens.issue(found.get().id());
    ObjectNode data = answers.user(found.get());
    if (variant == West2Variant.B) {
      data.put("token", pair.access());
    }
    ObjectNode answer = answers.success(data);
    boolean inBody = quirks.has(West2Quirk.TOKENS_IN_BODY);
    if (inBody) {
      answer.put("access_token", pair.access()).put("refresh_token", pair.refresh());
    }
    boolean inHeaders = variant == West2Variant.A || (variant == West2Variant.SPEC && !inBody);
    return inHeaders ? with(said(answer), pair) : said(answer);
  }

  /** What is done for a user who is logged in. */
  private interface Call {
    Response answer(Request request, String user);
  }

  private Response known(Request request, Call call) {
    String access = request.headerOrEmpty("Access-Token");
    String refresh = request.headerOrEmpty("Refresh-Token");
    West2Tokens.State state = tokens.state(access, false);
    Optional<String> user = tokens.user(access);
    boolean renews = variant == West2Variant.A || variant == West2Variant.SPEC;
    boolean renewable = renews && tokens.state(refresh, true) == West2Tokens.State.VALID;
    boolean in =
        switch (variant) {
          case A -> renewable && state != West2Tokens.State.UNKNOWN;
          case SPEC ->
              state == West2Tokens.State.VALID || (renewable && state == West2Tokens.State.EXPIRED);
          case B, C -> state == West2Tokens.State.VALID;
        };
    Response answer = in ? call.answer(request, user.orElseThrow()) : answers.stranger(request);
    // A gives a new pair for a good refresh token even to those whom it has just turned away.
    boolean renewed =
        variant == West2Variant.A ? renewable : renewable && state == West2Tokens.State.EXPIRED;
    return renewed ? with(answer, tokens.issue(tokens.user(refresh).orElseThrow())) : answer;
  }

  private Response with(Response answer, West2Pair pair) {
    return quirks.has(West2Quirk.NEW_ACCESS_TOKEN)
        ? answer.with("New-Access-Token", pair.access())
        : answer.with("Access-Token", pair.access()).with("Refresh-Token", pair.refresh());
  }

  private static Response said(ObjectNode answer) {
    return Response.json(200, Json.write(answer));
  }

  private Response info(Request request, String asking) {
    West2User user = users.get(request.query().getOrDefault("user_id", asking));
    return said(
        user == null || user.times().deleted() != null
            ? answers.failure("用户不存在")
            : answers.success(answers.user(user)));
  }

  private Response upload(Request request, String id) {
    LenientMultipart.Result body = LenientMultipart.parse(request);
    Optional<Part> part = body.file("data");
    if (quirks.has(West2Quirk.SQL_ERROR)) {
      return said(answers.failure(SQL));
    } else if (part.isEmpty()) {
      boolean framework = variant == West2Variant.B || variant == West2Variant.C;
      return framework ? answers.framework(request, 400) : said(answers.failure(body.missing()));
    }
    String problem = uploads.problem(part.get());
    if (!problem.isEmpty()) {
      ObjectNode failure = answers.failure(problem);
      return said(variant == West2Variant.B ? answers.success(failure.putNull("data")) : failure);
    }
    return said(stored(id, part.get()));
  }

  /** A and B do not notice that the user is gone. */
  private ObjectNode stored(String id, Part part) {
    String address = uploads.store(id, part);
    West2User user =
        Objects.requireNonNull(
            users.computeIfPresent(
                id,
                (_, old) ->
                    old.times().deleted() == null ? old.withAvatar(address, clock.now()) : old));
    ObjectNode data = answers.user(user);
    return switch (variant) {
      case SPEC, C ->
          user.times().deleted() == null ? answers.success(data) : answers.failure("用户不存在");
      case A -> answers.success(NullNode.getInstance());
      case B -> answers.success(answers.success(data));
    };
  }

  @Override
  public void close() {
    server.close();
  }
}
