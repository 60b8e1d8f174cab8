package dev.profilectl.server;

import static dev.profilectl.server.Served.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.server.Served.Manner;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Clients that send a byte now and then, so that no limit on silence meets them. {@code
 * -Dslow.clients} has more of them.
 */
class SlowRequestsTest {
  private static final int CLIENTS = Integer.getInteger("slow.clients", 100);

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

  /** A byte after every short while, until the server has had enough; how many it took. */
  private static int drip(Socket socket, String start, String again) throws IOException {
    socket.setSoTimeout(50);
    socket.getOutputStream().write(start.getBytes(StandardCharsets.ISO_8859_1));
    for (int i = 0; i < 1_000; i++) {
      try {
        socket.getOutputStream().write(again.charAt(i % again.length()));
        if (socket.getInputStream().read() < 0) {
          return i;
        }
        return -i; // it was answered
      } catch (SocketTimeoutException nothingYet) {
        // the next
      } catch (IOException hungUp) {
        return i;
      }
    }
    throw new AssertionError("for ever");
  }

  @Test
  void aHeadThatComesByTheByteIsGivenUp() throws IOException {
    for (String start : new String[] {"", "GET /healthz HTTP/1.1\r\nHost: h\r\nX: "}) {
      for (String again : new String[] {"a", "\r\n"}) {
        try (Socket socket = served.connect()) {
          // 400 ms of patience are twice as much for a head, and a byte takes 50 of them.
          drip(socket, start, again);
        }
      }
    }
    assertThat(served.get("/healthz").status()).isEqualTo(200);
  }

  @Test
  void aBodyThatComesByTheByteIsGivenUp() throws IOException {
    String head = "PUT /weidu/api/v1/users/update HTTP/1.1\r\nHost: 127.0.0.1\r\n";
    try (Socket socket = served.connect()) {
      drip(socket, head + "Content-Length: 60000\r\n\r\n{", " ");
    }
    try (Socket socket = served.connect()) {
      drip(socket, head + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n");
    }
    String upload =
        "PUT /user/avatar/upload HTTP/1.1\r\nHost: 127.0.0.1\r\nUser-Id: "
            + ADA
            + "\r\nContent-Type: multipart/form-data; boundary=XX\r\nContent-Length: 60000\r\n\r\n";
    try (Socket socket = served.connect()) {
      drip(socket, upload + "--XX\r\n", "a");
    }
    assertThat(served.get("/healthz").status()).isEqualTo(200);
  }

  /** A client that takes its time between whole requests is none of these. */
  @Test
  void requestsThatComeWholeMayComeForLong() throws IOException {
    byte[] request = "GET /healthz HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = served.connect()) {
      socket.setSoTimeout(5_000);
      for (int i = 0; i < 12; i++) {
        socket.getOutputStream().write(request);
        byte[] answer = new byte[15];
        assertThat(socket.getInputStream().readNBytes(answer, 0, 15)).isEqualTo(15);
        assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200 OK");
        socket.setSoTimeout(100);
        try {
          while (socket.getInputStream().read() >= 0) {
            // the rest of the answer, then a while of nothing
          }
          throw new AssertionError("hung up on after " + i);
        } catch (SocketTimeoutException nothingMore) {
          socket.setSoTimeout(5_000);
        }
      }
    }
  }

  @Test
  void manyOfThemKeepNobodyOut() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < CLIENTS; i++) {
        Socket socket = served.connect();
        sockets.add(socket);
        String half = i % 2 == 0 ? "GET /healthz HTTP/1.1\r\nHost" : "";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
      }
      for (int i = 0; i < 20; i++) {
        assertThat(served.get("/healthz").status()).isEqualTo(200);
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  /** An answer that comes before the body was read is not lost with the connection. */
  @Test
  void aRefusedUploadIsToldSoAndTheConnectionLivesOn() throws IOException {
    byte[] body = Served.multipart("files", "a.jpg", Files.readAllBytes(Served.PHOTO));
    byte[] head =
        ("POST /weidu/api/v1/files HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                + "Authorization: Bearer x\r\nContent-Type: multipart/form-data; boundary=XX\r\n"
                + "Content-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 10; i++) {
      try (Socket socket = served.connect()) {
        socket.setSoTimeout(5_000);
        for (int j = 0; j < 3; j++) {
          socket.getOutputStream().write(head);
          socket.getOutputStream().write(body);
          StringBuilder answer = new StringBuilder();
          while (!answer.toString().endsWith("}")) {
            int next = socket.getInputStream().read();
            assertThat(next).as("%d %d %s", i, j, answer).isNotNegative();
            answer.append((char) next);
          }
          assertThat(answer.toString()).contains("\"code\":1000").doesNotContain("close");
        }
      }
    }
  }
}
