package dev.profilectl.cli.avatar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.Program;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.image.fetch.LoopbackServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures that come from elsewhere than a file, and some that never come. */
class PictureSourceTest {
  private static final Path PICTURE = Path.of("src/test/resources/images/png-colour.png");

  @TempDir private Path home;
  private Program program;

  @BeforeEach
  void makeAda() {
    program = new Program(home, false);
    assertThat(program.run("user", "create", "ada").exit()).isZero();
  }

  private static LoopbackServer servingThePicture() throws IOException {
    byte[] bytes = Files.readAllBytes(PICTURE);
    return LoopbackServer.of(
        LoopbackServer.plain("HTTP/1.1 200 OK\nContent-Length: " + bytes.length + "\n", bytes));
  }

  @Test
  void aUrlIsFetchedAndStored() throws IOException {
    try (LoopbackServer server = servingThePicture()) {
      String url = server.url("/a.png");
      Program.Run upload =
          program.run("avatar", "upload", "ada", url + "?token=secret", "--allow-private");
      assertThat(upload.err()).isEmpty();
      assertThat(upload.exit()).isZero();
      assertThat(upload.out()).startsWith(url + ", PNG, 96 × 64,").doesNotContain("secret");
      assertThat(server.heads())
          .singleElement()
          .asString()
          .startsWith("GET /a.png?token=secret HTTP/1.1\r\n")
          .contains("User-Agent: profilectl/");
    }
    Path out = home.resolve("out.jpg");
    assertThat(program.run("avatar", "show", "ada", "--out", out.toString()).exit()).isZero();
    assertThat(Files.readAllBytes(out)).startsWith(0xff, 0xd8, 0xff);
  }

  @Test
  void aUrlAsItIsKeepsEveryByte() throws IOException {
    try (LoopbackServer server = servingThePicture()) {
      String url = server.url("/a.png");
      assertThat(program.run("avatar", "upload", "ada", url, "--as-is", "--allow-private").exit())
          .isZero();
    }
    Path out = home.resolve("out.png");
    assertThat(program.run("avatar", "show", "ada", "--out", out.toString()).exit()).isZero();
    assertThat(out).hasSameBinaryContentAs(PICTURE);
  }

  @Test
  void aPrivateUrlIsRefusedBeforeAnythingIsConnected() throws IOException {
    try (LoopbackServer server = servingThePicture()) {
      Program.Run upload =
          program.run("avatar", "upload", "ada", server.url("/a.png?token=secret"));
      assertThat(upload.exit()).isEqualTo(4);
      assertThat(upload.err()).contains("127.0.0.1", "--allow-private").doesNotContain("secret");
      assertThat(server.connections()).isZero();
    }
    assertThat(program.run("avatar", "show", "ada").exit()).isEqualTo(5);
  }

  @Test
  void nothingIsFetchedForNobody() throws IOException {
    try (LoopbackServer server = servingThePicture()) {
      assertThat(
              program
                  .run("avatar", "upload", "nobody", server.url("/a.png"), "--allow-private")
                  .exit())
          .isEqualTo(5);
      assertThat(server.connections()).isZero();
    }
  }

  @Test
  void whatIsTooLargeIsNamedByItsUrl() throws IOException {
    try (LoopbackServer server =
        LoopbackServer.of(LoopbackServer.plain("HTTP/1.1 200 OK\nContent-Length: 20971521\n"))) {
      Program.Run upload =
          program.run("avatar", "upload", "ada", server.url("/big.png"), "--allow-private");
      assertThat(upload.exit()).isEqualTo(7);
      assertThat(upload.err()).contains("/big.png is too large", "(image-too-large)");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/a", "http://u:p@example.org/"})
  void whatIsNoPlainWebAddressIsDenied(String url) {
    assertThat(program.run("avatar", "upload", "ada", url).exit()).isEqualTo(4);
  }

  @Test
  void aDeviceWithoutEndStopsAtTheLimit() {
    Program.Run upload = program.run("avatar", "upload", "ada", "/dev/zero");
    assertThat(upload.exit()).isEqualTo(7);
    assertThat(upload.err()).contains("/dev/zero is too large");
  }

  private Unavailable late(Path file) {
    try (Session session = new SharedFlags().open(program.workspace())) {
      return catchThrowableOfType(
          Unavailable.class,
          () -> new PictureSource.File(file.toString(), Duration.ofMillis(200)).read(session));
    }
  }

  private Path pipe() throws IOException, InterruptedException {
    Path pipe = home.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  @Test
  void aPipeNobodyWritesToIsGivenUp() throws IOException, InterruptedException {
    assertThat(late(pipe())).hasMessageContaining("pipe");
  }

  @Test
  void aPipeThatFallsSilentIsGivenUp() throws IOException, InterruptedException {
    Path pipe = pipe();
    Process writer =
        new ProcessBuilder(
                "sh", "-c", "exec 3>\"$0\"; printf x >&3; exec sleep 60", pipe.toString())
            .start();
    try {
      assertThat(late(pipe)).hasMessageContaining("pipe");
    } finally {
      writer.destroyForcibly();
    }
  }

  @Test
  void aPipeThatIsWrittenToIsRead() throws IOException, InterruptedException {
    Path pipe = pipe();
    Thread writer =
        Thread.ofPlatform()
            .daemon()
            .start(
                () -> {
                  try (OutputStream out = Files.newOutputStream(pipe)) {
                    Files.copy(PICTURE, out);
                  } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                  }
                });
    assertThat(program.run("avatar", "upload", "ada", pipe.toString()).exit()).isZero();
    writer.join();
  }
}
