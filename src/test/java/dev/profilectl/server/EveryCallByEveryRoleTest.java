package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static dev.profilectl.server.Served.BOB;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.AccessTokens.Issued;
import dev.profilectl.profile.Profile;
import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every call that needs a token, by everybody who might try: who gets at Bob, and who does not. */
class EveryCallByEveryRoleTest {
  private static final Duration DAY = Duration.ofDays(1);
  private static final String FORM = "multipart/form-data; boundary=XX";

  @TempDir static Path folder;
  private static Served served;
  private static final AtomicInteger UNIQUE = new AtomicInteger();

  @BeforeAll
  static void start() {
    served = new Served(folder, Manner.STRICT);
  }

  @AfterAll
  static void stop() {
    served.close();
  }

  /** Who asks. */
  enum Role {
    /** No token. */
    STRANGER,
    /** No token, but the header that a test environment believes. */
    PRETENDER,
    /** A text that is no token. */
    GUESSER,
    /** A token of Bob's whose time is over. */
    LATE,
    /** A token of Bob's that only renews. */
    RENEWER,
    /** A token of Bob's that was taken back. */
    REVOKED,
    /** A good token of Ada's. */
    OTHER,
    /** A good token of Bob's. */
    OWNER,
    /** An administrator's token, which is Ada's. */
    ADMIN;

    boolean mayReachBob() {
      return this == OWNER || this == ADMIN;
    }
  }

  /** How a call names Bob. */
  enum Names {
    /** Only the token tells whose it is. */
    NOBODY,
    IN_ADDRESS,
    IN_BODY
  }

  /**
   * A call.
   *
   * @param part of the file; empty for a body of text
   * @param body where {@code BOB} stands for the id
   */
  record Call(String method, String path, Names names, String header, String part, String body) {
    boolean changes() {
      return !method.equals("GET");
    }
  }

  private static final List<Call> CALLS =
      List.of(
          call("GET /weidu/api/v1/users/me", Names.NOBODY, "Authorization", "", ""),
          call("GET /weidu/api/v1/users/info?user_id=BOB", Names.IN_ADDRESS, "Authorization"),
          call("GET /weidu/api/v1/users/avatar?user_id=BOB", Names.IN_ADDRESS, "Authorization"),
          call(
              "PUT /weidu/api/v1/users/update",
              Names.IN_BODY,
              "Authorization",
              "",
              "{\"id\":\"BOB\",\"city\":\"Pwned\"}"),
          call(
              "PUT /weidu/api/v1/users/avatar?user_id=BOB",
              Names.IN_ADDRESS,
              "Authorization",
              "",
              "{\"avatar_file_id\":\"FILE\"}"),
          call(
              "POST /weidu/api/v1/files?user_id=BOB",
              Names.IN_ADDRESS,
              "Authorization",
              "files",
              ""),
          call("GET /user/info?user_id=BOB", Names.IN_ADDRESS, "Access-Token"),
          call("GET /douyin/user/info?user_id=BOB", Names.IN_ADDRESS, "Access-Token"),
          call("PUT /user/avatar/upload", Names.NOBODY, "Access-Token", "data", ""),
          call("PUT /douyin/user/avatar/upload", Names.NOBODY, "Access-Token", "data", ""),
          call("GET /api/user/detail?id=2", Names.IN_ADDRESS, "Token"),
          call("GET /api/user/detail?userId=2", Names.IN_ADDRESS, "Token"),
          call(
              "POST /api/user/detail",
              Names.IN_BODY,
              "Token",
              "",
              "{\"id\":2,\"introduce\":\"Pwned\"}"),
          call("POST /api/user/avatar?id=2", Names.IN_ADDRESS, "Token", "file", ""),
          call("GET /v1/user/info?uid=2", Names.IN_ADDRESS, "Authorization"),
          call("POST /v1/user/update?uid=2", Names.IN_ADDRESS, "Authorization", "", "city=Pwned"),
          call("POST /v1/user/avatar?uid=2", Names.IN_ADDRESS, "Authorization", "avatar", ""));

  private static Call call(String line, Names names, String header) {
    return call(line, names, header, "", "");
  }

  private static Call call(String line, Names names, String header, String part, String body) {
    String[] words = line.split(" ", 2);
    return new Call(words[0], words[1], names, header, part, body);
  }

  static Stream<Arguments> table() {
    return CALLS.stream()
        .flatMap(call -> Stream.of(Role.values()).map(role -> Arguments.of(role, call)));
  }

  private String token(Role role) {
    return switch (role) {
      case STRANGER, PRETENDER -> "";
      case GUESSER -> "guessedguessedguessedguess";
      case LATE -> served.token(BOB, Kind.ACCESS, false, Duration.ofSeconds(-1));
      case RENEWER -> served.token(BOB, Kind.REFRESH, false, DAY);
      case REVOKED -> {
        Issued issued =
            served
                .store
                .tokens()
                .issue(List.of(new Grant(BOB, Kind.ACCESS, false, DAY)), null)
                .getFirst();
        assertThat(served.store.tokens().revoke(issued.token().id())).isTrue();
        yield issued.secret().reveal(text -> text);
      }
      case OTHER -> served.token(ADA);
      case OWNER -> served.token(BOB);
      case ADMIN -> served.token(ADA, Kind.ACCESS, true, DAY);
    };
  }

  private String[] headers(Role role, Call call) {
    List<String> headers = new ArrayList<>();
    String token = token(role);
    if (!token.isEmpty()) {
      headers.add(call.header());
      headers.add(call.header().equals("Authorization") ? "Bearer " + token : token);
    }
    if (role == Role.PRETENDER) {
      headers.addAll(List.of("User-Id", BOB.text()));
    }
    if (!call.part().isEmpty()) {
      headers.addAll(List.of("Content-Type", FORM));
    }
    return headers.toArray(String[]::new);
  }

  private byte[] body(Call call) throws IOException {
    return call.part().isEmpty()
        ? call.body().replace("BOB", BOB.text()).getBytes(StandardCharsets.UTF_8)
        : Served.multipart(call.part(), "a.jpg", Files.readAllBytes(Served.PHOTO));
  }

  /** The same with a value of its own, so that each change is one. */
  private static Call distinct(Call call) {
    String body = call.body().replace("Pwned", "Pwned " + UNIQUE.incrementAndGet());
    return new Call(call.method(), call.path(), call.names(), call.header(), call.part(), body);
  }

  private Got send(Role role, Call call) throws IOException {
    String file = call.body().contains("FILE") ? fileOf(BOB.text()) : "";
    byte[] body =
        new String(body(call), StandardCharsets.ISO_8859_1)
            .replace("FILE", file)
            .getBytes(StandardCharsets.ISO_8859_1);
    return served.send(
        call.method(), call.path().replace("BOB", BOB.text()), body, headers(role, call));
  }

  private String fileOf(String user) throws IOException {
    Got got =
        served.send(
            "POST",
            "/weidu/api/v1/files?user_id=" + user,
            Served.multipart("files", "a.jpg", Files.readAllBytes(Served.PHOTO)),
            "Authorization",
            "Bearer " + served.token(ADA, Kind.ACCESS, true, DAY),
            "Content-Type",
            FORM);
    return got.json().path("data").path("file_infos").path(0).path("id").asText();
  }

  private static boolean isDone(JsonNode answer) {
    String code = (answer.has("base") ? answer.path("base") : answer).path("code").asText();
    return Set.of("200", "0", "10000").contains(code);
  }

  @ParameterizedTest
  @MethodSource("table")
  void reachesBobOnlyByRight(Role role, Call call) throws IOException {
    assertThat(served.store.numbers().of(ADA)).hasValue(1L);
    assertThat(served.store.numbers().of(BOB)).hasValue(2L);
    Call fresh = distinct(call);
    Profile bob = served.user(BOB);
    Got got = send(role, fresh);
    String answer = got.json().toString();
    // Where only the token tells, an administrator's is Ada's as well.
    boolean reaches = role.mayReachBob() && !(role == Role.ADMIN && call.names() == Names.NOBODY);
    if (reaches) {
      assertThat(isDone(got.json())).as(answer).isTrue();
    } else {
      boolean own = call.names() == Names.NOBODY && (role == Role.OTHER || role == Role.ADMIN);
      assertThat(isDone(got.json())).as(answer).isEqualTo(own);
      assertThat(served.user(BOB)).isEqualTo(bob);
      assertThat(answer).doesNotContain("\"bob\"", "bob@", "b******@", "bob-secret");
      assertThat(got.response().headers().map()).doesNotContainKeys("token", "update-token");
    }
    if (reaches && call.changes() && call.part().isEmpty()) {
      assertThat(served.user(BOB)).isNotEqualTo(bob);
    }
    assertThat(answer).doesNotContain("$2a$", "$2b$", "\"password\"");
  }

  /** Nobody's file becomes somebody else's picture, not even by its id. */
  @Test
  void anotherUsersFileIsNotAdopted() throws IOException {
    String file = fileOf(BOB.text());
    Got got =
        served.send(
            "PUT",
            "/weidu/api/v1/users/avatar",
            "{\"avatar_file_id\":\"" + file + "\"}",
            "Authorization",
            "Bearer " + served.token(ADA));
    assertThat(got.json().path("code").asInt()).isEqualTo(404);
  }
}
