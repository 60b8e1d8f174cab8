package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Anqicms. A profile change replaces five texts, whether they were sent or not. */
public final class FakeAnqicms implements AutoCloseable {
  private static final Duration LOGIN = Duration.ofDays(30);
  private static final Duration RENEWED = Duration.ofHours(24);
  private static final int SIDE = 256;
  private static final Pattern MAIL = Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.-]+");
  private static final Pattern PHONE = Pattern.compile("1[3-9]\\d{9}");

  private final Later clock = new Later();
  private final AnqicmsUsers users = new AnqicmsUsers(clock);
  private final AnqicmsTokens tokens = new AnqicmsTokens(clock);
  private final Quirks<AnqicmsQuirk> quirks = new Quirks<>();
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final FakeServer server;

  private FakeAnqicms(Manners manners) {
    server = FakeServer.start(manners, this::handle);
  }

  /** On 127.0.0.1 without TLS. */
  public static FakeAnqicms start() {
    return start(UnaryOperator.identity());
  }

  /** Elsewhere, with TLS, or with a limit in front of it. */
  public static FakeAnqicms start(UnaryOperator<Manners> where) {
    return new FakeAnqicms(where.apply(Manners.plain()));
  }

  /** A new user with values by column; the id. */
  public long user(String userName, String password, Map<String, ?> values) {
    return users.add(userName, password, values);
  }

  /** A token as login gives it. */
  public String token(long id) {
    return tokens.issue(id, LOGIN);
  }

  /** A token with so long to live. */
  public String token(long id, Duration life) {
    return tokens.issue(id, life);
  }

  /** The row as it is stored; null when there is none. */
  public @Nullable ObjectNode row(long id) {
    return users.row(id);
  }

  /** Changes a column by another hand. */
  public void set(long id, String column, Object value) {
    users.set(id, column, value);
  }

  /** A stored file by its path, such as {@code uploads/user/1.jpg}. */
  public Optional<byte[]> file(String path) {
    return Optional.ofNullable(files.get(path)).map(byte[]::clone);
  }

  /** From now on it behaves so. */
  public void turnOn(AnqicmsQuirk... more) {
    quirks.turnOn(List.of(more));
  }

  /** From now on it does not. */
  public void turnOff(AnqicmsQuirk... fewer) {
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

  /** A URL there. */
  public String url(String path) {
    return server.url(path);
  }

  private Response handle(Request request) {
    if (quirks.has(AnqicmsQuirk.NOT_INSTALLED)) {
      return Response.empty(302).with("Location", "/install");
    } else if (quirks.has(AnqicmsQuirk.CLOSED)) {
      return Response.html(403, "<html><h1>403 Forbidden</h1></html>");
    } else if (quirks.has(AnqicmsQuirk.LIMITED)) {
      return Response.empty(429);
    } else if (quirks.has(AnqicmsQuirk.PANICS)) {
      return Response.html(500, "<html><h1>Internal Server Error</h1></html>");
    } else if (request.query().containsKey("lang")) {
      String language = request.query().getOrDefault("lang", "");
      return Response.empty(307)
          .with("Location", request.path())
          .with("Set-Cookie", "lang=" + language + "; Path=/");
    }
    Response answer = routed(request);
    String token = token(request);
    Optional<Long> user = tokens.user(token);
    return request.path().startsWith("/api/") && user.isPresent() && tokens.isEnding(token)
        ? answer.with("update-token", tokens.issue(user.get(), RENEWED))
        : answer;
  }

  private static String token(Request request) {
    String header = request.headerOrEmpty("Token");
    return header.isEmpty() ? request.cookie("token") : header;
  }

  private Response routed(Request request) {
    return switch (request.route()) {
      case "GET /api/captcha" ->
          answer(0, null, Json.object().put("captcha_off", !quirks.has(AnqicmsQuirk.CAPTCHA)));
      case "POST /api/login" -> login(request);
      case "GET /api/user/detail", "POST /api/user/detail", "POST /api/user/avatar" ->
          tokens
              .user(token(request))
              .filter(id -> users.row(id) != null)
              .map(id -> known(request, id))
              .orElseGet(() -> answer(1001, AnqicmsText.ANONYMOUS.in(request), null));
      default -> served(request);
    };
  }

  private Response served(Request request) {
    byte[] file = request.path().startsWith("/") ? files.get(request.path().substring(1)) : null;
    String type = request.path().substring(request.path().lastIndexOf('.') + 1);
    return file == null || !request.method().equals("GET")
        ? Response.html(404, "<html><h1>404 Not Found</h1></html>")
        : Response.of(200, "image/" + (type.equals("jpg") ? "jpeg" : type), file);
  }

  private Response known(Request request, long id) {
    return switch (request.route()) {
      case "GET /api/user/detail" -> answer(0, null, detail(id));
      case "POST /api/user/detail" -> update(request, id);
      default -> avatar(request, id);
    };
  }

  /** All failures of a login have one text. */
  private Response login(Request request) {
    ObjectNode sent = Json.members(request.body());
    String password = sent.path("password").asText();
    String name = "";
    for (String key : List.of("user_name", "email", "phone")) {
      name = name.isEmpty() ? sent.path(key).asText() : name;
    }
    if (quirks.has(AnqicmsQuirk.CAPTCHA) && sent.path("captcha").asText().isEmpty()) {
      return answer(-1, AnqicmsText.CAPTCHA_WRONG.in(request), null);
    }
    String column =
        MAIL.matcher(name).find() ? "email" : PHONE.matcher(name).find() ? "phone" : "user_name";
    Optional<Long> user =
        name.isEmpty() || password.length() < 6
            ? Optional.empty()
            : users.login(column, name, password);
    return user.map(
            id -> {
              String token = tokens.issue(id, LOGIN);
              return answer(0, AnqicmsText.LOGGED_IN.in(request), detail(id).put("token", token))
                  .with("Set-Cookie", "token=" + token + "; Path=/; HttpOnly");
            })
        .orElseGet(() -> answer(-1, AnqicmsText.LOGIN_FAILED.in(request), null));
  }

  /** The avatar's address is relative in one member and absolute in another. */
  private ObjectNode detail(long id) {
    ObjectNode row = users.row(id);
    ObjectNode detail = row == null ? Json.object() : row;
    String path = detail.path("avatar_url").asText();
    detail.put("full_avatar_url", path.isEmpty() ? "" : server.url("/" + path));
    return detail.put("link", server.url("/user/" + id + ".html"));
  }

  private Response update(Request request, long id) {
    if (!(Json.read(request.body()) instanceof ObjectNode sent)) {
      return answer(-1, "invalid character looking for beginning of value", null);
    }
    return users
        .update(id, sent, quirks.has(AnqicmsQuirk.LOST_WRITES))
        .map(_ -> answer(-1, AnqicmsText.TAKEN.in(request), null))
        .orElseGet(() -> answer(0, AnqicmsText.SAVED.in(request), null));
  }

  private Response avatar(Request request, long id) {
    LenientMultipart.Result body = LenientMultipart.parse(request);
    Optional<Part> part = body.file("file");
    if (part.isEmpty()) {
      return answer(-1, body.missing(), null);
    }
    Optional<Pictures.Decoded> picture = Pictures.decode(part.get().content());
    if (picture.isEmpty() || quirks.has(AnqicmsQuirk.FULL_DISK)) {
      return answer(-1, AnqicmsText.NOT_STORED.in(request), null);
    }
    String format = picture.get().format();
    String extension =
        switch (format) {
          case "jpeg" -> "jpg";
          case "gif", "webp" -> format;
          default -> "png";
        };
    // WebP needs a program beside it; where that does not run, PNG is written under its name.
    String written = format.equals("jpeg") || format.equals("gif") ? format : "png";
    String path = "uploads/user/" + id + "." + extension;
    files.put(path, Pictures.encode(Pictures.crop(picture.get().image(), SIDE), written));
    users.set(id, "avatar_url", path);
    return answer(
        0, AnqicmsText.STORED.in(request), Json.object().put("avatar_url", server.url("/" + path)));
  }

  private static Response answer(int code, @Nullable String message, @Nullable ObjectNode data) {
    ObjectNode answer = Json.object().put("code", code).put("msg", message);
    if (data != null) {
      answer.set("data", data);
    }
    return Response.json(200, Json.write(answer));
  }

  @Override
  public void close() {
    server.close();
  }
}
