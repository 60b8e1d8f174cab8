package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Weidu, as far as it is known. What is not known is taken in the way that hurts most: fields that
 * are not sent become empty.
 */
public final class FakeWeidu implements AutoCloseable {
  private static final String BASE = "/weidu/api/v1";
  private static final String FILES = "/files/";
  private static final int MOST_ATTEMPTS = 10;

  private final Later clock = new Later();
  private final WeiduIds ids = new WeiduIds();
  private final Quirks<WeiduQuirk> quirks = new Quirks<>();
  private final WeiduUsers users = new WeiduUsers(quirks, clock);
  private final WeiduFiles files = new WeiduFiles(ids, clock);
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
  private final Map<String, String> tokens = new ConcurrentHashMap<>();
  private final FakeServer server;

  private FakeWeidu(Manners manners) {
    server = FakeServer.start(manners, this::handle);
  }

  /** On 127.0.0.1 without TLS. */
  public static FakeWeidu start() {
    return start(UnaryOperator.identity());
  }

  /** Elsewhere, with TLS, or with a limit in front of it. */
  public static FakeWeidu start(UnaryOperator<Manners> where) {
    return new FakeWeidu(where.apply(Manners.plain()));
  }

  /** A new user with values by column, named as in the newer answers; the id. */
  public String user(String password, Map<String, ?> values) {
    String id = ids.next();
    users.add(id, values);
    passwords.put(id, password);
    return id;
  }

  /** A token as login gives it. */
  public String token(String id) {
    String token = ids.next();
    tokens.put(token, id);
    return token;
  }

  /** The token gets code 1000 from now on. */
  public void expire(String token) {
    tokens.remove(token);
  }

  /** The row as it is stored, times in milliseconds; null when there is none. */
  public @Nullable ObjectNode row(String id) {
    return users.row(id);
  }

  /** Changes a column by another hand. */
  public void set(String id, String column, Object value) {
    users.set(id, column, value);
  }

  /** Where the paths of files begin. */
  public String fileBase() {
    return server.url(FILES);
  }

  /** A stored file by its path. */
  public Optional<byte[]> file(String path) {
    return files.bytes(path);
  }

  /** From now on it behaves so. */
  public void turnOn(WeiduQuirk... more) {
    quirks.turnOn(List.of(more));
  }

  /** From now on it does not. */
  public void turnOff(WeiduQuirk... fewer) {
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

  /** A URL below its path, such as {@code /users/me}. */
  public String url(String path) {
    return server.url(BASE + path);
  }

  private Response handle(Request request) {
    String path = request.path();
    if (path.startsWith(FILES) && request.method().equals("GET")) {
      return files
          .bytes(FormText.decode(path.substring(FILES.length()).replace("+", "%2B")))
          .map(bytes -> Response.of(200, "application/octet-stream", bytes))
          .orElseGet(FakeWeidu::missing);
    }
    if (!path.startsWith(BASE + "/")) {
      return missing();
    }
    String route = request.method() + " " + path.substring(BASE.length());
    Response answer =
        switch (route) {
          case "POST /users/login" -> login(request);
          case "PUT /users/update" -> update(request);
          case "PUT /users/avatar" -> avatar(request);
          case "GET /users/avatar" -> known(request, asked(request), false);
          case "GET /users/me" -> known(request, "", true);
          case "GET /users/info" -> known(request, asked(request), true);
          case "POST /files" -> upload(request);
          default -> missing();
        };
    return answer.with("X-Request-Id", ids.next());
  }

  private static Response missing() {
    return Response.text(404, "text/plain; charset=utf-8", "404 page not found\n");
  }

  private static String asked(Request request) {
    return request.query().getOrDefault("user_id", "");
  }

  /** Who asks; empty for a stranger. */
  private String asking(Request request) {
    String header = request.headerOrEmpty("Authorization");
    String token = header.regionMatches(true, 0, "Bearer ", 0, 7) ? header.substring(7) : "";
    String user = tokens.getOrDefault(token, "");
    return user.isEmpty() && quirks.has(WeiduQuirk.TEST_MODE)
        ? request.headerOrEmpty("User-Id")
        : user;
  }

  private Response login(Request request) {
    ObjectNode sent = Json.members(request.body());
    String login = sent.path("login_id").asText();
    Optional<String> user = users.find(login);
    if (attempts.getOrDefault(login, 0) >= MOST_ATTEMPTS) {
      return failure(40021, "账号已锁定");
    }
    boolean right =
        user.isPresent() && sent.path("password").asText().equals(passwords.get(user.get()));
    if (!right) {
      attempts.merge(login, 1, Integer::sum);
      return failure(40013, "密码错误");
    }
    String token = token(user.orElseThrow());
    String gone = "; Path=/; Domain=0.0.0.0; Expires=Thu, 01 Jan 1970 00:00:00 GMT";
    return about(user.orElseThrow(), true)
        .with("Token", token)
        .with("Set-Cookie", "weichuangAUTHTOKEN=" + token + gone + "; HttpOnly");
  }

  private Response known(Request request, String wanted, boolean old) {
    String user = asking(request);
    if (user.isEmpty()) {
      return stranger();
    }
    String id = wanted.isEmpty() ? user : wanted;
    return users.row(id) == null ? failure(40004, "用户不存在") : about(id, old);
  }

  /** The body says whom it is about, and is believed. */
  private Response update(Request request) {
    String user = asking(request);
    if (user.isEmpty() && !quirks.has(WeiduQuirk.TEST_MODE)) {
      return stranger();
    } else if (!(Json.read(request.body()) instanceof ObjectNode sent)) {
      return failure(400, "invalid json");
    } else if (sent.path("gender").isTextual()) {
      return failure(400, "json: cannot unmarshal string into Go struct field .gender of type int");
    } else {
      String id = sent.path("id").asText(user);
      if (users.row(id) == null) {
        return failure(40004, "用户不存在");
      }
      users.update(id, sent);
      boolean old = !quirks.has(WeiduQuirk.NEW_NAMES);
      ObjectNode shown = users.shown(id, old);
      return success(old, shown.put("update_at", 0));
    }
  }

  private Response avatar(Request request) {
    String user = asking(request);
    if (user.isEmpty()) {
      return stranger();
    } else if (!(Json.read(request.body()) instanceof ObjectNode sent)) {
      return failure(400, "invalid json");
    } else {
      Optional<String> path = files.path(sent.path("avatar_file_id").asText());
      if (path.isEmpty()) {
        return failure(40005, "文件不存在");
      }
      // The time of the last change stays as it was.
      users.set(user, "avatar_url", path.get());
      return about(user, false);
    }
  }

  private Response upload(Request request) {
    String user = asking(request);
    if (user.isEmpty()) {
      return stranger();
    }
    LenientMultipart.Result body = LenientMultipart.parse(request);
    if (body.file("files").isEmpty()) {
      return failure(400, body.missing());
    }
    ObjectNode answer = base(200, "ok");
    ObjectNode data = answer.putObject("data");
    var infos = data.putArray("file_infos");
    data.putArray("client_ids");
    String owner = asked(request).isEmpty() ? user : asked(request);
    body.parts().stream()
        .filter(part -> part.isFile() && part.name().equals("files"))
        .forEach(part -> files.add(owner, part, infos));
    return Response.json(201, Json.write(answer) + "\n");
  }

  /** A user under the name that this call uses, unless one of two quirks says otherwise. */
  private Response about(String id, boolean old) {
    boolean names = quirks.has(WeiduQuirk.OLD_NAMES) || (old && !quirks.has(WeiduQuirk.NEW_NAMES));
    return success(names, users.shown(id, names));
  }

  private Response success(boolean oldNames, ObjectNode user) {
    ObjectNode answer = base(200, "ok");
    answer.set(oldNames ? "user_info" : "user", user);
    return Response.json(200, Json.write(answer) + "\n");
  }

  private Response stranger() {
    int status = quirks.has(WeiduQuirk.HTTP_STATUS) ? 401 : 200;
    return Response.json(status, Json.write(base(1000, "未登录或登录已过期")) + "\n");
  }

  private Response failure(int code, String message) {
    int status = quirks.has(WeiduQuirk.HTTP_STATUS) ? 400 : 200;
    return Response.json(status, Json.write(base(code, message)) + "\n");
  }

  private ObjectNode base(int code, String result) {
    ObjectNode answer = Json.object();
    if (quirks.has(WeiduQuirk.CODE_AS_STRING)) {
      answer.put("code", String.valueOf(code));
    } else {
      answer.put("code", code);
    }
    return answer.put("result", result);
  }

  @Override
  public void close() {
    server.close();
  }
}
