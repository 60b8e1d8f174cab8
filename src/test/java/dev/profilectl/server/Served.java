package dev.profilectl.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import dev.profilectl.validation.DocumentedSystem;
import dev.profilectl.validation.ProfileValidator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A server over a store of its own, with the users ada and bob. */
final class Served implements AutoCloseable {
  static final UserId ADA = new UserId("esbng8qjsfn5jr355ikcr4aajr");
  static final UserId BOB = new UserId("erb4krcbbirbtcwnhwopeizz5o");
  static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");

  private static final JsonMapper MAPPER = new JsonMapper();
  private static final long MAX_UPLOAD = 1 << 20;

  private final HttpClient client = HttpClient.newHttpClient();
  private final StringWriter log = new StringWriter();
  final SqliteDirectory store;
  final ProfileServer server;

  /** What differs from test to test. */
  record Manner(boolean test, Set<DocumentedSystem> quirks, String faults, Duration patience) {
    static final Manner STRICT = new Manner(false, Set.of(), "", Duration.ofSeconds(30));
    static final Manner TEST = new Manner(true, Set.of(), "", Duration.ofSeconds(30));
    static final Manner HASTY = new Manner(true, Set.of(), "", Duration.ofMillis(400));

    static Manner quirky() {
      return new Manner(true, Set.of(DocumentedSystem.values()), "", Duration.ofSeconds(30));
    }

    static Manner faulty(String plan) {
      return new Manner(true, Set.of(), plan, Duration.ofSeconds(30));
    }
  }

  /** What came back. */
  record Got(HttpResponse<byte[]> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(new String(response.body(), StandardCharsets.UTF_8));
      } catch (JsonProcessingException noJson) {
        throw new AssertionError(noJson);
      }
    }
  }

  Served(Path folder, Manner manner) {
    store =
        SqliteDirectory.openToServe(
            folder.resolve("s.db"), new StoreSettings(Clock.systemUTC(), new Random(5), 4));
    create(ADA, "ada", "description \u00fc");
    create(BOB, "bob", "");
    ServerSettings settings =
        new ServerSettings(
            new ServerSettings.Place("127.0.0.1", 0, "https://users.example.org/x/", null),
            Set.of(DocumentedSystem.values()),
            manner.quirks(),
            manner.test(),
            new ServerSettings.Limits(MAX_UPLOAD, manner.patience()),
            Locale.ENGLISH);
    Outside outside = new Outside(Clock.systemUTC(), new Random(6), "tester", log);
    Backing backing = new Backing(store, store.tokens(), store.numbers(), store.uploads());
    server = ProfileServer.start(settings, manner.faults(), backing, outside);
  }

  private void create(UserId id, String name, String desc) {
    Map<Field, Object> raw = new EnumMap<>(Field.class);
    raw.put(Field.USERNAME, name);
    raw.put(Field.PASSWORD, name + "-secret");
    raw.put(Field.MOBILE, "138" + (name.hashCode() & 0xffff) + "000");
    raw.put(Field.EMAIL, name + "@example.org");
    raw.put(Field.BIRTHDAY, "1990-12-31");
    raw.put(Field.DESC, desc);
    var patch = new ProfileRules(new ProfileValidator()).patch(raw, true);
    assertThat(store.apply(List.of(new Edit.Create(id, patch)), new Origin("r", "t", null)))
        .hasOnlyElementsOfType(Outcome.Created.class);
  }

  Profile user(UserId id) {
    return store.find(new UserRef.ById(id.text())).orElseThrow();
  }

  String token(UserId user, Kind kind, boolean admin, Duration life) {
    return store
        .tokens()
        .issue(List.of(new Grant(user, kind, admin, life)), null)
        .getFirst()
        .secret()
        .reveal(text -> text);
  }

  String token(UserId user) {
    return token(user, Kind.ACCESS, false, Duration.ofDays(1));
  }

  String log() {
    return log.toString();
  }

  Got send(String method, String path, String body, String... headers) {
    return send(method, path, body.getBytes(StandardCharsets.UTF_8), headers);
  }

  Got send(String method, String path, byte[] body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .timeout(Duration.ofSeconds(20))
            .method(
                method,
                body.length == 0
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofByteArray(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return new Got(client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
    } catch (IOException lost) {
      throw new UncheckedIOException(lost);
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }

  Got get(String path, String... headers) {
    return send("GET", path, "", headers);
  }

  /** A multipart body with one file. */
  static byte[] multipart(String part, String fileName, byte[] file) {
    String type = "Content-Type: image/jpeg";
    byte[] head =
        String.join(
                "\r\n",
                "--XX",
                "Content-Disposition: form-data; name=\"%s\"; filename=\"%s\"",
                type,
                "",
                "")
            .formatted(part, fileName)
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--XX--\r\n".getBytes(StandardCharsets.UTF_8);
    byte[] all = new byte[head.length + file.length + tail.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(file, 0, all, head.length, file.length);
    System.arraycopy(tail, 0, all, head.length + file.length, tail.length);
    return all;
  }

  Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), URI.create(server.url()).getPort());
  }

  /** Bytes as they are on a connection of their own, and all that comes back. */
  String raw(byte[] bytes, boolean close) throws IOException {
    try (Socket socket = connect()) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      if (close) {
        socket.shutdownOutput();
      }
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void close() {
    server.close();
    store.close();
  }
}
