package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.Response;
import dev.profilectl.terminal.NaughtyStrings;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a server may say: a value is shown as it is, a lie is refused, nothing takes effect. */
class HostileAnswersTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final List<String> FIELDS =
      List.of("nickname", "city", "province", "country", "level", "major", "description");

  /** Answers that may be believed: they are odd, and shown as they are. */
  private static final int ODD_NUMBERS = 8;

  private static final int HALF_A_NAME = 10;

  @TempDir Path home;

  private static void calm(Program.Run run, String what) {
    assertThat(run.exit()).as(what + run.err()).isIn(0, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run.err()).as(what).doesNotContain("Exception", "\tat ", "dev.profilectl");
    assertThat(NaughtyStrings.isSafeToShow(run.err())).as(what).isTrue();
    assertThat(run.err().length()).as(what).isLessThan(4_000);
  }

  @Test
  void valuesAreShownAsTheyAreAndSafely() throws IOException {
    try (FakeWeidu fake = FakeWeidu.start()) {
      String id = fake.user("password", Map.of("username", "ada"));
      RemoteProgram program =
          new RemoteProgram(home, fake.token(id)).at("weidu", fake.server().url(""));
      for (String text : NaughtyStrings.each(24)) {
        if (NaughtyStrings.isTorn(text)) {
          continue; // no server can send it in UTF-8; as an escape it is below
        }
        FIELDS.forEach(field -> fake.set(id, field, text));
        Program.Run run = program.run("user", "get", "me", "-o", "json");
        assertThat(run.exit()).as(run.err()).isZero();
        JsonNode user = JSON.readTree(run.out());
        for (String field : FIELDS) {
          String key = field.equals("description") ? "desc" : field;
          assertThat(user.path(key).asText("")).as(key).isEqualTo(text);
        }
        Program.Run table = program.run("user", "get", "me", "-o", "table");
        assertThat(NaughtyStrings.isSafeToShow(table.out())).as(table.out()).isTrue();
        calm(table, text);
      }
    }
  }

  /** The message of a refusal, a name, a header: all of it is data. */
  @Test
  void refusalsAreToldSafely() {
    AtomicReference<Response> next = new AtomicReference<>(Response.empty(200));
    try (FakeServer server = FakeServer.start(_ -> next.get())) {
      RemoteProgram program = new RemoteProgram(home, "t").at("zaihangyun", server.url(""));
      for (String text : NaughtyStrings.each(40)) {
        String said =
            JsonNodeFactory.instance.objectNode().put("code", 401).put("msg", text).toString();
        for (Response response :
            List.of(
                Response.json(200, said),
                Response.json(500, said),
                Response.text(400, "text/plain", text),
                Response.json(200, said.replace("401", "\"" + "40012\"")))) {
          next.set(response);
          Program.Run run = program.run("user", "get", "me", "--retries", "0");
          assertThat(run.exit()).isNotZero();
          calm(run, text);
          calm(program.run("user", "get", "me", "--retries", "0", "-o", "json"), text);
        }
      }
    }
  }

  private static String nested(String open, String close, int depth) {
    return open.repeat(depth) + close.repeat(depth);
  }

  @ParameterizedTest
  @CsvSource({"weidu", "west2", "anqicms", "zaihangyun"})
  void bombsAndBrokenJsonAreRefused(String system) throws IOException {
    AtomicReference<Response> next = new AtomicReference<>(Response.empty(200));
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      for (int i = 0; i < 50; i++) {
        gzip.write(new byte[1 << 20]);
      }
    }
    List<Response> answers =
        List.of(
            Response.json(200, nested("[", "]", 100_000)),
            Response.json(200, nested("{\"data\":", "}", 100_000)),
            Response.json(
                200, "{\"code\":200,\"data\":{\"username\":\"" + "x".repeat(3 << 20) + "\"}}"),
            Response.json(
                200, "{\"code\":200,\"data\":{\"username\":\"" + "x".repeat(9 << 20) + "\"}}"),
            Response.json(200, "{\"code\":200,\"code\":401,\"data\":{}}"),
            Response.json(200, "{\"code\":" + "9".repeat(100_000) + "}"),
            Response.json(200, "{\"code\":1e999999999}"),
            Response.json(200, "{\"code\":NaN}"),
            Response.json(200, "{\"code\":200,\"data\":{\"gender\":1e999999999,\"id\":1e99999}}"),
            Response.json(200, "{\"code\":200,\"user_info\":{\"id\":[],\"username\":{}}}"),
            Response.json(200, "{\"code\":200,\"data\":{\"username\":\"\\ud800\",\"uid\":1}}"),
            Response.json(200, "\ufeff{\"code\":200}"),
            Response.json(200, "{\"code\":200}{\"code\":401}"),
            Response.json(200, "/*x*/{\"code\":200}"),
            Response.json(200, "{\"code\":200,\"data\":null}"),
            Response.json(200, "null"),
            Response.json(200, "[]"),
            Response.json(200, ""),
            Response.json(200, "{\"base\":{\"code\":\"10000\"},\"data\":[{}]}"),
            Response.json(200, "{\"base\":[],\"code\":{}}"),
            Response.text(200, "application/json; charset=utf-16", "{\"code\":200}"),
            Response.text(200, "text/html\u001b[2J", "<html>"),
            Response.raw(
                "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                    + packed.size()
                    + "\r\n\r\n"
                    + packed.toString(StandardCharsets.ISO_8859_1)),
            Response.raw("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1 << 20) + "\r\n\r\n"),
            Response.raw("HTTP/1.1 200 OK\r\n" + "A: b\r\n".repeat(100_000) + "\r\n"),
            Response.raw("HTTP/1.1 999 \u001b]0;x\u0007\r\nContent-Length: 0\r\n\r\n"),
            Response.raw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nx"),
            Response.raw("HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\nx"),
            Response.raw("HTTP/1.1 100 Continue\r\n\r\n".repeat(1_000)),
            Response.empty(302).with("Location", "file:///etc/passwd"),
            Response.empty(307).with("Location", "http://evil.invalid/"),
            Response.empty(308).with("Location", "\u001b[2J"),
            Response.empty(429).with("Retry-After", "99999999999999999999"),
            Response.empty(200).with("Token", "\u001b[2J").with("update-token", "x\u0007"));
    try (FakeServer server = FakeServer.start(_ -> next.get())) {
      RemoteProgram program = new RemoteProgram(home, "t");
      if (system.equals("west2")) {
        program.at(system, server.url(""), "--user-id", "u1");
      } else {
        program.at(system, server.url(""));
      }
      for (int i = 0; i < answers.size(); i++) {
        next.set(answers.get(i));
        String[] few = {"--retries", "0", "--timeout", "2s"};
        Program.Run got = program.run("user", "get", "me", few[0], few[1], few[2], few[3]);
        if (i != ODD_NUMBERS && i != HALF_A_NAME) {
          assertThat(got.exit()).as("%s %d: %s", system, i, got.out()).isNotZero();
        }
        calm(got, system + " " + i);
        calm(
            program.run("user", "update", "me", "--desc=x", few[0], few[1], few[2], few[3]),
            system + " update " + i);
      }
    }
  }

  /** Settings of the config file, its names and its syntax. */
  @Test
  void configValuesAreRefusedOrTaken() throws IOException {
    Path config =
        Files.createDirectories(home.resolve(".config/profilectl")).resolve("config.toml");
    Program program = new Program(home, true);
    for (String text : NaughtyStrings.each(36)) {
      if (NaughtyStrings.isTorn(text)) {
        continue;
      }
      String quoted =
          JsonNodeFactory.instance.textNode(text).toString().replace("\u007f", "\\u007f");
      for (String toml :
          List.of(
              "[defaults]\noutput = " + quoted + "\n",
              "[defaults]\nactor = " + quoted + "\n",
              "[defaults]\n" + quoted + " = 1\n",
              "[targets.t]\nsystem = \"weidu\"\nurl = " + quoted + "\n",
              "[targets.t]\nsystem = \"weidu\"\nurl = \"http://h.invalid\"\nproxy = "
                  + quoted
                  + "\n",
              "[targets." + quoted + "]\nsystem = \"weidu\"\nurl = \"http://h.invalid\"\n",
              "[targets.t]\nsystem = " + quoted + "\nurl = \"http://h.invalid\"\n",
              text)) {
        Files.writeString(config, toml);
        for (String[] words :
            new String[][] {{"target", "list"}, {"user", "list"}, {"target", "show", "t"}}) {
          Program.Run run = program.run(words);
          calm(run, toml);
          assertThat(NaughtyStrings.isSafeToShow(run.out())).as(toml).isTrue();
        }
      }
    }
    for (String toml :
        List.of(
            "a = " + nested("[", "]", 50_000),
            "[" + "a.".repeat(50_000) + "a]\n",
            "a = \"" + "x".repeat(10 << 20) + "\"\n",
            "[defaults]\nlimit = " + "9".repeat(100_000) + "\n",
            "[defaults]\nlimit = 1e999999999\n",
            "[defaults]\nlimit = nan\n")) {
      Files.writeString(config, toml);
      calm(program.run("user", "list"), toml.substring(0, 20));
    }
  }
}
