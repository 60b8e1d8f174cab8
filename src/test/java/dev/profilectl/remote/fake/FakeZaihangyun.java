package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Zaihangyun. Every update wipes birthday and password that are not sent along and resets the
 * mobile prefix, and does so as well when it could not read the body at all.
 */
public final class FakeZaihangyun implements AutoCloseable {
  private static final long MOST_BYTES = 10L * 1024 * 1024;

  private final Later clock = new Later();
  private final ZaihangyunUsers users = new ZaihangyunUsers(clock);
  private final ZaihangyunUploads uploads = new ZaihangyunUploads(clock);
  private final ZaihangyunBody bodies = new ZaihangyunBody();
  private final Map<String, Long> tokens = new ConcurrentHashMap<>();
  private final Set<String> expired = ConcurrentHashMap.newKeySet();
  private final FakeServer server;

  private FakeZaihangyun(Manners manners) {
    server = FakeServer.start(manners, this::handle);
  }

  /** On 127.0.0.1 without TLS. */
  public static FakeZaihangyun start() {
    return start(UnaryOperator.identity());
  }

  /** Elsewhere, or with TLS; its framing and limits are its own. */
  public static FakeZaihangyun start(UnaryOperator<Manners> where) {
    return new FakeZaihangyun(
        where.apply(
            Manners.plain()
                .framed(false, false)
                .limited(new Manners.Limit(MOST_BYTES, true, Manners.BARE_413))));
  }

  /** A new user with values by column, and the token that acts for it; the uid. */
  public long user(String token, Map<String, ?> values) {
    long uid = users.add(values);
    tokens.put(token, uid);
    return uid;
  }

  /** Another token for a user. */
  public void token(String token, long uid) {
    tokens.put(token, uid);
  }

  /** The token gets code 402 from now on. */
  public void expire(String token) {
    expired.add(token);
  }

  /** The row as it is in the database, not as the cache has it; null when there is none. */
  public @Nullable ObjectNode row(long uid) {
    return users.row(uid);
  }

  /** Changes a column by another hand; the cache does not hear of it. */
  public void set(long uid, String column, @Nullable Object value) {
    users.set(uid, column, value);
  }

  /** Deletes the user; its tokens stay. */
  public void delete(long uid) {
    users.remove(uid);
  }

  /** Moves its clock on. */
  public void later(Duration by) {
    clock.move(by);
  }

  /** The stored file behind the avatar of a user; none when it is gone or never was. */
  public Optional<byte[]> picture(long uid) {
    JsonNode row = users.row(uid);
    String url = row == null ? "" : row.path("avatar").asText();
    int path = url.indexOf(ZaihangyunUploads.FOLDER);
    return path < 0 ? Optional.empty() : uploads.bytes(url.substring(path));
  }

  /** What was asked of it, and what goes wrong. */
  public FakeServer server() {
    return server;
  }

  /** A URL there. */
  public String url(String path) {
    return server.url(path);
  }

  private Response handle(Request request) {
    try {
      return routed(request).bodyForHead();
    } catch (ZaihangyunRules.PhpTypeError error) {
      return crashed(request, String.valueOf(error.getMessage()));
    }
  }

  private Response routed(Request request) {
    boolean reading = request.method().equals("GET") || request.method().equals("HEAD");
    String route = (reading ? "GET" : request.method()) + " " + request.path();
    return switch (route) {
      case "GET /v1/user/info",
          "GET /v1/user/logout",
          "POST /v1/user/update",
          "POST /v1/user/avatar" ->
          authorized(request, route);
      default ->
          (reading ? uploads.serve(request) : Optional.<Response>empty())
              .orElseGet(() -> missing(request));
    };
  }

  private Response authorized(Request request, String route) {
    String header = request.headerOrEmpty("Authorization");
    if (header.isEmpty()) {
      return said(400, "Token is required");
    }
    String token = header.startsWith("Bearer ") ? header.substring("Bearer ".length()) : header;
    Long uid = tokens.get(token);
    if (uid == null) {
      return said(401, "Unauthorized");
    } else if (expired.contains(token)) {
      return said(402, "Token expired");
    }
    return switch (route) {
      case "GET /v1/user/info" ->
          users
              .read(uid)
              .map(row -> success().<ObjectNode>set("data", row))
              .map(FakeZaihangyun::answer)
              .orElseGet(() -> said(400199, "user not found"));
      case "GET /v1/user/logout" -> {
        tokens.remove(token);
        yield answer(success());
      }
      case "POST /v1/user/update" -> update(uid, bodies.fields(request));
      default -> avatar(uid, ZaihangyunBody.files(request));
    };
  }

  private Response update(long uid, ObjectNode sent) {
    return ZaihangyunRules.check(sent)
        .map(FakeZaihangyun::refused)
        .orElseGet(
            () ->
                users.row(uid) == null
                    ? said(400199, "user not found")
                    : users.update(uid, sent)
                        ? answer(success())
                        : said(400250, "update user info failed"));
  }

  private Response avatar(long uid, List<Part> parts) {
    return uploads
        .check(parts)
        .map(FakeZaihangyun::refused)
        .orElseGet(
            () ->
                users.row(uid) == null
                    ? said(400199, "user not found")
                    : uploads
                        .store(uid, parts)
                        .map(path -> stored(uid, path))
                        .orElseGet(() -> said(400250, "upload avatar failed")));
  }

  private Response stored(long uid, String path) {
    String url = server.url(path);
    users.avatar(uid, url);
    ObjectNode answer = success();
    answer.putObject("data").put("avatar", url);
    return answer(answer);
  }

  private static ObjectNode success() {
    return Json.object().put("code", 200).put("msg", "success");
  }

  private static Response refused(ZaihangyunRules.Broken broken) {
    return answer(Json.object().put("code", broken.code()).put("msg", broken.message()));
  }

  private static Response said(int code, String message) {
    return answer(Json.object().put("code", code).put("msg", message));
  }

  private static Response answer(JsonNode node) {
    return Response.text(200, "application/json", PhpJson.unicode(node));
  }

  private static boolean wantsJson(Request request) {
    return request.headerOrEmpty("Accept").contains("json");
  }

  private static Response missing(Request request) {
    ArrayNode none = JsonNodeFactory.instance.arrayNode();
    ObjectNode answer = Json.object().put("code", 404).put("msg", "404 Not Found");
    return wantsJson(request)
        ? Response.text(200, "application/json", PhpJson.pretty(answer.set("data", none)))
        : Response.html(404, "<html><h1>404 Not Found</h1></html>");
  }

  /** With all that a stack trace tells, as a server says that was left in debug mode. */
  private static Response crashed(Request request, String error) {
    ObjectNode answer = Json.object().put("code", 500).put("msg", error);
    answer.put("traces", "TypeError: " + error + " in /app/controller/UserController.php:1\n#0");
    return wantsJson(request)
        ? Response.text(200, "application/json", PhpJson.pretty(answer))
        : Response.html(500, "<html><h1>500</h1><pre>" + error + "</pre></html>");
  }

  @Override
  public void close() {
    server.close();
  }
}
