package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.remote.fake.FakeAnqicms;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.FakeWest2;
import dev.profilectl.remote.fake.FakeZaihangyun;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.Response;
import dev.profilectl.remote.fake.West2Quirk;
import dev.profilectl.remote.fake.West2Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program on remote targets: pictures that are refused, traces, tokens given to it. */
class RemoteProgramTest {
  private static final Fault TOO_LARGE =
      Fault.instead(Response.text(413, "text/plain", "Request Entity Too Large"));
  private static final String MOBILE = "13812345678";
  private static final String MAIL = "ada@canary.example";

  @TempDir Path home;

  @BeforeEach
  void aPhoto() throws IOException {
    Files.copy(Path.of("src/test/resources/images/photo.jpg"), home.resolve("photo.jpg"));
  }

  private static boolean isUpload(Request request) {
    return request.headerOrEmpty("Content-Type").startsWith("multipart/");
  }

  private static List<Integer> uploads(FakeServer server) {
    return server.requests().stream()
        .filter(RemoteProgramTest::isUpload)
        .map(request -> request.body().length)
        .toList();
  }

  private RemoteProgram anqicms(FakeAnqicms fake) {
    long id = fake.user("ada", "password", Map.of("phone", MOBILE, "email", MAIL));
    return new RemoteProgram(home, fake.token(id)).at("anqicms", fake.url(""));
  }

  @Test
  void aPictureTheServerFindsTooLargeIsMadeOfHalfTheBytes() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      fake.server().on(r -> isUpload(r) && r.body().length > 25_000, TOO_LARGE);
      Program.Run run = program.run("avatar", "upload", "ada", "photo.jpg", "-o", "json");
      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).containsPattern("\"steps\": ?\\[\\s*\"server-limit\"");
      List<Integer> sizes = uploads(fake.server());
      assertThat(sizes).hasSize(2);
      assertThat(sizes.get(1)).isLessThan(sizes.get(0) / 2 + 400);
      assertThat(fake.file("uploads/user/1.jpg")).isPresent();
    }
  }

  @Test
  void peopleAreToldWhyItIsSmaller() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      fake.server().on(r -> isUpload(r) && r.body().length > 25_000, TOO_LARGE);
      Program.Run run = program.run("avatar", "upload", "ada", "photo.jpg", "-o", "table");
      assertThat(run.out()).contains("made smaller, because the server refused 34 kB");
    }
  }

  @Test
  void itIsTriedOnceMoreAndNotOftener() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      fake.server().on(RemoteProgramTest::isUpload, TOO_LARGE);
      Program.Run run = program.run("avatar", "upload", "ada", "photo.jpg");
      assertThat(run.exit()).isEqualTo(7);
      assertThat(run.err()).contains("Request Entity Too Large");
      assertThat(uploads(fake.server())).hasSize(2);
    }
  }

  @Test
  void aPictureThatIsToStayAsItIsIsNotMadeSmaller() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      fake.server().on(RemoteProgramTest::isUpload, TOO_LARGE);
      Program.Run run = program.run("avatar", "upload", "ada", "photo.jpg", "--as-is");
      assertThat(run.exit()).isEqualTo(7);
      assertThat(uploads(fake.server())).hasSize(1);
    }
  }

  @Test
  void anotherRefusalIsNotAnsweredWithASmallerPicture() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      fake.server()
          .on(
              RemoteProgramTest::isUpload,
              Fault.instead(Response.json(200, "{\"code\":-1,\"msg\":\"no\"}")));
      assertThat(program.run("avatar", "upload", "ada", "photo.jpg").exit()).isNotZero();
      assertThat(uploads(fake.server())).hasSize(1);
    }
  }

  @Test
  void theTokenOfTheEnvironmentIsForANamedTargetOnly() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      assertThat(program.run("user", "get", "me").exit()).isZero();
      assertThat(program.line(List.of("target", "use", "live")).exit()).isZero();
      fake.server().clear();
      Program.Run run = program.line(List.of("user", "get", "me"));
      assertThat(run.exit()).isEqualTo(4);
      assertThat(run.err()).contains("profilectl target login live");
      assertThat(fake.server().requests()).isEmpty();
    }
  }

  private static void traced(RemoteProgram program, FakeServer server, String... canaries) {
    server.clear();
    StringBuilder told = new StringBuilder();
    for (String[] words :
        new String[][] {
          {"user", "get", "me", "-q", "--trace"},
          {"user", "update", "me", "--nickname", "Canary-Nick", "-q", "--trace"},
          {"user", "update", "me", "--email", "new@canary.example", "-q", "--trace"},
          {"avatar", "upload", "me", "photo.jpg", "-q", "--trace"}
        }) {
      told.append(program.run(words).err());
    }
    assertThat(told).contains("> GET ").contains("< 200").contains("(picture)");
    long lines = told.toString().lines().filter(line -> line.matches("> [A-Z]+ http.*")).count();
    assertThat(lines).isEqualTo(server.requests().size());
    assertThat(told).doesNotContain(canaries).doesNotContain(program.token(), MOBILE, MAIL);
    assertThat(told).doesNotContain("new@canary.example", "Canary-Nick");
  }

  @Test
  void aTraceShowsNoSecretsOfWeidu() {
    try (FakeWeidu fake = FakeWeidu.start()) {
      String id = fake.user("p", Map.of("username", "ada", "mobile", MOBILE, "email", MAIL));
      RemoteProgram program =
          new RemoteProgram(home, fake.token(id)).at("weidu", fake.server().url(""));
      traced(program, fake.server(), "$2a$10$", "yyyyyy");
    }
  }

  @Test
  void aTraceShowsNoSecretsOfWest2() {
    try (FakeWest2 fake = FakeWest2.start(West2Variant.A)) {
      fake.turnOn(West2Quirk.PASSWORD_HASH);
      String id = fake.user("ada", "password");
      var pair = fake.tokens(id);
      RemoteProgram program =
          new RemoteProgram(home, pair.access() + "\n" + pair.refresh())
              .at("west2", fake.url(""), "--user-id", id);
      traced(program, fake.server(), "$2a$10$", "eyJ.", pair.access(), pair.refresh());
    }
  }

  @Test
  void aTraceShowsNoSecretsOfAnqicms() {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      traced(anqicms(fake), fake.server(), "eyJ");
    }
  }

  @Test
  void aTraceShowsNoSecretsOfZaihangyun() {
    try (FakeZaihangyun fake = FakeZaihangyun.start()) {
      String hash = "5f4dcc3b5aa765d61d8327deb882cf99";
      fake.user(
          "zt-canary",
          Map.of(
              "username",
              "ada",
              "mobile",
              MOBILE,
              "email",
              MAIL,
              "password",
              hash,
              "wechat_openid",
              "wx-canary",
              "enter_pass",
              "pass-canary",
              "birthday",
              "1815-12-10"));
      for (String body : List.of("json", "form")) {
        RemoteProgram program =
            new RemoteProgram(home, "zt-canary")
                .at("zaihangyun", fake.url(""), "--body", body, "--replace");
        Program.Run accepted =
            program.run(
                "user", "update", "me", "--city", "x", "--accept-loss", "password", "--trace");
        assertThat(accepted.err()).doesNotContain(hash, "wx-canary", "pass-canary", "1815-12-10");
        traced(program, fake.server(), hash, "wx-canary", "pass-canary", "1815-12-10");
      }
    }
  }

  @Test
  void aTraceFileIsForItsOwnerAlone() throws IOException {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      Path file = home.resolve("trace.txt");
      Program.Run run = program.run("user", "get", "me", "--trace-file", file.toString());
      assertThat(run.err()).isEmpty();
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(Files.readString(file)).contains("> GET ").doesNotContain(program.token());
    }
  }

  @Test
  void whatAServerSaysMovesNoCursor() throws IOException {
    try (FakeAnqicms fake = FakeAnqicms.start()) {
      RemoteProgram program = anqicms(fake);
      String said =
          "{\"code\":-1,\"msg\":\"\\u001b[31mred\\u009b2J\\u202e\",\"x\":\"\u009b2J\u202e\"}";
      fake.server().on(_ -> true, Fault.instead(Response.json(200, said).with("X-A", "\u009b2J")));
      Path file = home.resolve("trace.txt");
      Program.Run run = program.run("user", "get", "me", "--trace");
      program.run("user", "get", "me", "--trace-file", file.toString());
      assertThat(run.err()).contains("red");
      for (String text : List.of(run.err(), run.out(), Files.readString(file))) {
        assertThat(text.codePoints().filter(c -> c != '\n'))
            .allMatch(c -> c >= ' ' && c != 0x202e && (c < 0x7f || c > 0x9f));
      }
    }
  }
}
