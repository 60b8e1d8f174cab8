package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many at once on the packaged program's server, with the memory that it has at users'. */
class ServeLoadIT {
  private static final int CLIENTS = Integer.getInteger("serve.clients", 200);
  private static final int ROUNDS = Integer.getInteger("serve.rounds", 8);

  @TempDir Path folder;

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** Sends until it is answered with 200; a fault on purpose is tried again. */
  private String send(HttpRequest.Builder request) throws InterruptedException {
    request.timeout(Duration.ofSeconds(60));
    for (int attempt = 0; attempt < 20; attempt++) {
      try {
        var got = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (got.statusCode() == 200 || got.statusCode() == 201) {
          return got.body();
        }
        assertThat(got.statusCode()).as(got.body()).isEqualTo(503);
        assertThat(got.body()).isEqualTo("Service Unavailable");
      } catch (IOException hungUp) {
        // on purpose; whether it was done nobody knows, so that it is done again
        assertThat(hungUp).hasMessageMatching("(?s).*(EOF|reset|closed|no bytes|header).*");
      }
    }
    throw new AssertionError("twenty faults in a row");
  }

  private record Client(int number, String id, String url) {
    HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(url + path)).header("User-Id", id);
    }

    /** A new nickname, by one system or another. */
    HttpRequest.Builder rename(String name) {
      return switch (number % 3) {
        case 0 ->
            request("/weidu/api/v1/users/update")
                .PUT(text("{\"id\":\"%s\",\"nickname\":\"%s\"}".formatted(id, name)));
        case 1 -> request("/api/user/detail").POST(text("{\"real_name\":\"" + name + "\"}"));
        default ->
            request("/v1/user/update")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(text("nickname=" + URLEncoder.encode(name, StandardCharsets.UTF_8)));
      };
    }

    HttpRequest.Builder read() {
      return request(
          switch (number % 4) {
            case 0 -> "/weidu/api/v1/users/info?user_id=" + id;
            case 1 -> "/weidu/api/v1/users/me";
            case 2 -> "/api/user/detail";
            default -> "/v1/user/info";
          });
    }

    private static HttpRequest.BodyPublisher text(String body) {
      return HttpRequest.BodyPublishers.ofString(body);
    }
  }

  /** Whatever was answered is there for the next who asks. */
  private void act(Client client) throws InterruptedException {
    for (int round = 0; round < ROUNDS; round++) {
      String name = "c" + client.number + " 第" + round;
      assertThat(send(client.rename(name))).containsAnyOf("\"code\":200", "\"code\":0");
      assertThat(send(client.read())).contains("\"" + name + "\"");
    }
  }

  @Test
  void manyClientsBesideABulkOfUpdates()
      throws IOException, InterruptedException, ExecutionException {
    String faults = "fail=4%,drop=1%,seed=11";
    List<String> flags = List.of("--auth", "test", "--fault", faults, "--seed-users");
    List<String> all = new ArrayList<>(flags);
    all.add(String.valueOf(2 * CLIENTS));
    try (ServedProgram served = ServedProgram.start(folder, all.toArray(String[]::new));
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var program = new PackagedProgram(folder);
      String store = served.store();
      List<String> ids =
          program.run("user", "list", "-o", "id", "--store", store).out().lines().toList();
      assertThat(ids).hasSize(2 * CLIENTS);
      // Other users than those of the clients: weidu's updates hold every field as it was read.
      List<String> others = ids.subList(CLIENTS, ids.size()).stream().map("id:"::concat).toList();
      Path names = Files.write(folder.resolve("names"), others);
      assertThat(
              program
                  .run(
                      "target",
                      "add",
                      "w",
                      "--system",
                      "weidu",
                      "--url",
                      served.url(),
                      "--auth",
                      "test")
                  .exit())
          .isZero();
      var bulk =
          program.startJar(
              "user",
              "update",
              "@" + names,
              "-t",
              "w",
              "--city",
              "Bulk",
              "--concurrency",
              "8",
              "--retries",
              "9",
              "-o",
              "id");
      List<Future<?>> clients = new ArrayList<>();
      for (int i = 0; i < CLIENTS; i++) {
        Client client = new Client(i, ids.get(i), served.url());
        clients.add(
            threads.submit(
                () -> {
                  act(client);
                  return null;
                }));
      }
      for (Future<?> client : clients) {
        client.get();
      }
      PackagedProgram.Outcome done = bulk.finish();
      assertThat(done.exit()).as(done.err()).isZero();
      var users =
          program.run(
              "user",
              "list",
              "-o",
              "tsv",
              "--no-headers",
              "--fields",
              "city,nickname",
              "--store",
              store);
      List<String> lines = users.out().lines().toList();
      assertThat(lines).hasSize(2 * CLIENTS);
      assertThat(lines.subList(0, CLIENTS))
          .allMatch(line -> line.endsWith(" 第" + (ROUNDS - 1)))
          .noneMatch(line -> line.startsWith("Bulk"));
      assertThat(lines.subList(CLIENTS, lines.size())).allMatch(line -> line.startsWith("Bulk\t"));
    }
  }

  /** As large as may be, nearly all of it in what is no picture. */
  private static byte[] largePicture() throws IOException {
    byte[] photo = Files.readAllBytes(Path.of("src/test/resources/images/photo.jpg"));
    var all = new ByteArrayOutputStream();
    all.write(photo, 0, 2);
    byte[] comment = new byte[65_000];
    comment[0] = (byte) 0xff;
    comment[1] = (byte) 0xfe;
    comment[2] = (byte) ((comment.length - 2) >> 8);
    comment[3] = (byte) (comment.length - 2);
    for (int i = 0; i < 150; i++) {
      all.write(comment);
    }
    all.write(photo, 2, photo.length - 2);
    return all.toByteArray();
  }

  private static HttpRequest.BodyPublisher multipart(byte[] picture) {
    String head =
        String.join(
            "\r\n",
            "--XX",
            "Content-Disposition: form-data; name=\"data\"; filename=\"a.jpg\"",
            "Content-Type: image/jpeg",
            "",
            "");
    return HttpRequest.BodyPublishers.concat(
        HttpRequest.BodyPublishers.ofString(head),
        HttpRequest.BodyPublishers.ofByteArray(picture),
        HttpRequest.BodyPublishers.ofString("\r\n--XX--\r\n"));
  }

  @Test
  void manyLargePicturesDoNotFillTheMemory()
      throws IOException, InterruptedException, ExecutionException {
    byte[] picture = largePicture();
    List<Socket> slow = new ArrayList<>();
    try (ServedProgram served = ServedProgram.start(folder, "--auth", "test", "--seed-users", "1");
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      String id =
          new PackagedProgram(folder)
              .run("user", "list", "-o", "id", "--store", served.store())
              .out()
              .strip();
      Client client = new Client(1, id, served.url());
      List<Future<String>> uploads = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        var request =
            client
                .request("/user/avatar/upload")
                .header("Content-Type", "multipart/form-data; boundary=XX")
                .PUT(multipart(picture));
        uploads.add(threads.submit(() -> send(request)));
      }
      for (Future<String> upload : uploads) {
        assertThat(upload.get()).contains("\"code\":10000");
      }
      String path = send(client.read()).replaceAll("(?s).*\"avatar_url\":\"([^\"]*)\".*", "$1");
      // 290 MB are asked for by clients that take nothing, of a server that has 236
      for (int i = 0; i < 30; i++) {
        Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), URI.create(served.url()).getPort());
        slow.add(socket);
        socket
            .getOutputStream()
            .write(
                ("GET /" + path + " HTTP/1.1\r\nHost: h\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
      }
      var got =
          http.send(client.request("/" + path).build(), HttpResponse.BodyHandlers.ofByteArray());
      assertThat(got.body()).isEqualTo(picture);
      assertThat(got.headers().firstValueAsLong("Content-Length")).hasValue(picture.length);
    } finally {
      for (Socket socket : slow) {
        close(socket);
      }
    }
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
