package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Field;
import dev.profilectl.server.Served.Got;
import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that lie, stall, flood or break off; and that the others do not notice. */
class HostileRequestsTest {
  private static final String FORM = "multipart/form-data; boundary=XX";

  @TempDir Path folder;
  private Served served;

  @BeforeEach
  void start() {
    served = new Served(folder, Manner.HASTY);
  }

  @AfterEach
  void stop() {
    served.close();
  }

  private static byte[] head(String method, String path, String more) {
    return "%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Id: %s\r\n%s\r\n"
        .formatted(method, path, ADA, more)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  private void stillServes() {
    assertThat(served.get("/weidu/api/v1/users/me", "User-Id", ADA.text()).status()).isEqualTo(200);
    assertThat(served.user(ADA).get(Field.AVATAR_URL)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "PUT,/user/avatar/upload,data",
    "POST,/api/user/avatar,file",
    "POST,/v1/user/avatar,avatar",
    "POST,/weidu/api/v1/files,files"
  })
  void aFileThatIsTooLarge(String method, String path, String part) {
    byte[] body = Served.multipart(part, "a.jpg", new byte[(1 << 20) + 1]);
    Got got = served.send(method, path, body, "Content-Type", FORM, "User-Id", ADA.text());
    assertThat(got.status()).isEqualTo(413);
    assertThat(got.json().toString()).contains("1048576");
    stillServes();
  }

  @Test
  void aLengthBeyondEverythingIsRefusedUnread() throws IOException {
    String answer =
        served.raw(
            head(
                "PUT",
                "/user/avatar/upload",
                "Content-Type: " + FORM + "\r\nContent-Length: 99999999999\r\n"),
            false);
    assertThat(answer).startsWith("HTTP/1.1 413");
    stillServes();
  }

  @Test
  void anEndlessBodyIsCutOff() throws IOException {
    try (Socket socket = served.connect()) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          head(
              "PUT",
              "/user/avatar/upload",
              "Content-Type: " + FORM + "\r\nTransfer-Encoding: chunked\r\n"));
      byte[] start = Served.multipart("data", "a.jpg", new byte[0]);
      int open = start.length - "\r\n--XX--\r\n".length();
      out.write((Integer.toHexString(open) + "\r\n").getBytes(StandardCharsets.US_ASCII));
      out.write(start, 0, open);
      boolean cut = false;
      try {
        byte[] chunk = ("\r\n10000\r\n" + "x".repeat(0x10000)).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 400; i++) {
          out.write(chunk);
        }
      } catch (IOException closed) {
        cut = true;
      }
      // 26 MB were sent to a server that takes one: it has answered or hung up by now.
      assertThat(cut || socket.getInputStream().read() == 'H').isTrue();
    }
    stillServes();
  }

  @Test
  void aBodyThatNeverComesIsGivenUp() throws IOException {
    String answer =
        served.raw(
            head(
                "PUT",
                "/weidu/api/v1/users/update",
                "Content-Type: application/json\r\nContent-Length: 100\r\n"),
            false);
    assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":408");

    answer =
        served.raw(
            head(
                "PUT",
                "/user/avatar/upload",
                "Content-Type: " + FORM + "\r\nContent-Length: 1000\r\n"),
            false);
    assertThat(answer).startsWith("HTTP/1.1 408").contains("\"code\":-1");
    stillServes();
  }

  @Test
  void aBodyThatBreaksOff() throws IOException {
    String answer =
        served.raw(
            head(
                "PUT",
                "/user/avatar/upload",
                "Content-Type: " + FORM + "\r\nContent-Length: 99\r\n"),
            true);
    assertThat(answer).matches("(?s)(HTTP/1.1 400.*)?");
    byte[] whole = Served.multipart("data", "a.jpg", new byte[100]);
    byte[] cut = Arrays.copyOf(whole, whole.length - 8);
    Got got =
        served.send("PUT", "/user/avatar/upload", cut, "Content-Type", FORM, "User-Id", ADA.text());
    assertThat(got.status()).isEqualTo(400);
    stillServes();
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data,400",
    "multipart/form-data; boundary=YY,400",
    "image/jpeg,200",
    "application/json,200"
  })
  void aTypeThatLies(String type, int status) throws IOException {
    byte[] body = Served.multipart("data", "a.jpg", Files.readAllBytes(Served.PHOTO));
    Got got =
        served.send(
            "PUT", "/user/avatar/upload", body, "Content-Type", type, "User-Id", ADA.text());
    assertThat(got.status()).isEqualTo(status);
    assertThat(got.json().path("base").path("code").asInt()).isEqualTo(-1);
    stillServes();
  }

  @Test
  void whatIsNoPictureIsRefused() {
    for (String content : List.of("", "<svg/>", "\u00ff\u00d8\u00ff")) {
      byte[] body =
          Served.multipart("data", "a.jpg", content.getBytes(StandardCharsets.ISO_8859_1));
      Got got =
          served.send(
              "PUT", "/user/avatar/upload", body, "Content-Type", FORM, "User-Id", ADA.text());
      assertThat(got.status()).isEqualTo(200);
      assertThat(got.json().path("base").path("code").asInt()).isEqualTo(-1);
    }
    stillServes();
  }

  @Test
  void malformedBodies() {
    String update = "/weidu/api/v1/users/update";
    for (String body :
        List.of(
            "{", "[]", "7", "{\"id\":1}{}", "{\"id\":\"a\",\"id\":\"b\"}", "\ufeff{}x", "[[[[")) {
      assertThat(served.send("PUT", update, body).status()).as(body).isEqualTo(400);
    }
    assertThat(served.send("PUT", update, "{\"a\":" + "[".repeat(2000)).status()).isEqualTo(400);
    assertThat(served.send("PUT", update, "x".repeat(70_000)).status()).isEqualTo(413);
    assertThat(
            served
                .send("POST", "/v1/user/update", "nickname=%zz", "User-Id", ADA.text())
                .json()
                .path("code")
                .asInt())
        .isEqualTo(400);
    stillServes();
  }

  @Test
  void brokenHttp() throws IOException {
    for (String text :
        List.of(
            "GARBAGE\r\n\r\n",
            "GET / HTTP/9.9\r\nHost: h\r\n\r\n",
            "GET / HTTP/1.1\r\n\r\n",
            "GET /%zz HTTP/1.1\r\nHost: h\r\n\r\n",
            "GET /../../etc/passwd HTTP/1.1\r\nHost: h\r\n\r\n",
            "POST /v1/user/update HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n"
                + "Content-Length: 6\r\n\r\nabcdef",
            "GET / HTTP/1.1\r\nHost: h\r\nX: " + "y".repeat(20_000) + "\r\n\r\n")) {
      String answer = served.raw(text.getBytes(StandardCharsets.ISO_8859_1), true);
      assertThat(answer).as(text).matches("(?s)HTTP/1.1 (4[03][0-9]|505) .*");
      assertThat(answer.toLowerCase(Locale.ROOT)).doesNotContain("jetty", "<html");
    }
    stillServes();
  }

  @Test
  void manyWhoStallCostNobodyAnything() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 200; i++) {
        Socket socket = served.connect();
        sockets.add(socket);
        socket
            .getOutputStream()
            .write(
                head(
                    "PUT",
                    "/weidu/api/v1/users/update",
                    "Content-Type: application/json\r\nContent-Length: 100\r\n"));
      }
      stillServes();
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
    stillServes();
  }

  @Test
  void namesOfFilesAreMadeSafe() {
    assertThat(Pictures.name("../../etc/pass wd.png", "jpg")).isEqualTo("pass_wd.jpg");
    assertThat(Pictures.name("C:\\x\\..\\y.tar.gz", "png")).isEqualTo("y.tar.png");
    assertThat(Pictures.name("头像.jpg", "jpg")).isEqualTo("_.jpg");
    assertThat(Pictures.name("..", "jpg")).isEqualTo("_.jpg");
    assertThat(Pictures.name(null, "jpg")).isEqualTo("avatar.jpg");
    assertThat(Pictures.name("x".repeat(500), "jpg")).hasSize(68);
  }
}
