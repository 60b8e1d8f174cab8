package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.image.ImageComparison;
import dev.profilectl.remote.fake.FakeZaihangyun;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.Response;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures that were replaced on a system which forgets them, and names them all alike. */
class RemotePictureUndoTest {
  private static final Path IMAGES = Path.of("src/test/resources/images");
  private static final List<String> USERS = List.of("ada", "bob", "cy");

  @TempDir Path home;
  private FakeZaihangyun server;
  private final Map<String, Long> ids = new HashMap<>();

  @BeforeEach
  void startServer() throws IOException {
    server = FakeZaihangyun.start();
    for (String user : USERS) {
      ids.put(user, server.user("token-" + user, Map.of("username", user)));
    }
    Files.writeString(home.resolve("token.sh"), "echo token-$1\n");
    assertThat(
            new Program(home, false)
                .run("target", "add", "zai", "--system", "zaihangyun", "--url", server.url(""))
                .exit())
        .isZero();
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  private Run run(String... words) {
    return at(home, words);
  }

  private Run at(Path place, String... words) {
    Stream<String> all =
        Stream.concat(
            Stream.of(words),
            Stream.of("--token-command", "sh " + home.resolve("token.sh") + " {username}"));
    return new Program(place, false).run(all.toArray(String[]::new));
  }

  private String folder(String name, String picture, String... users) throws IOException {
    Path folder = Files.createDirectories(home.resolve(name));
    for (String user : users) {
      Files.copy(IMAGES.resolve(picture), folder.resolve(user + ".jpg"));
    }
    return folder.toString();
  }

  private void works(String... words) {
    Run run = run(words);
    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }

  private byte[] picture(String user) {
    return server.picture(Objects.requireNonNull(ids.get(user))).orElseThrow();
  }

  private String lastRun() {
    return new Program(home, false).run("run", "list", "--limit", "1", "-o", "id").out().strip();
  }

  private static boolean isUpload(Request request) {
    return request.headerOrEmpty("Content-Type").startsWith("multipart/");
  }

  private long uploads() {
    return server.server().requests().stream().filter(RemotePictureUndoTest::isUpload).count();
  }

  private Path journal() {
    return home.resolve(".local/state/profilectl/runs.db");
  }

  private long kept(String table) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(*) FROM " + table)) {
      return row.getLong(1);
    }
  }

  @Test
  void everyPictureComesBackThatNobodyChangedSince() throws IOException {
    works("avatar", "import", folder("one", "photo.jpg", "ada", "bob", "cy"), "-t", "zai");
    Map<String, byte[]> first = new HashMap<>();
    USERS.forEach(user -> first.put(user, picture(user)));
    works("avatar", "import", folder("two", "jpeg-rgb.jpg", "ada", "bob", "cy"), "-t", "zai");
    String second = lastRun();
    byte[] ofTwo = picture("ada");
    assertThat(ImageComparison.looksSame(ofTwo, Objects.requireNonNull(first.get("ada"))))
        .isFalse();
    assertThat(Files.getPosixFilePermissions(journal()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));

    Path elsewhere = Files.createDirectories(home.resolve("elsewhere"));
    new Program(elsewhere, false)
        .run("target", "add", "zai", "--system", "zaihangyun", "--url", server.url(""));
    Run other =
        at(
            elsewhere,
            "avatar",
            "upload",
            "bob",
            IMAGES.resolve("disc.png").toString(),
            "-t",
            "zai");
    assertThat(other.exit()).as(other.err()).isZero();
    byte[] ofBob = picture("bob");

    long before = uploads();
    Run dry = run("run", "undo", second, "--dry-run");
    assertThat(uploads()).isEqualTo(before);
    Run undone = run("run", "undo", second);
    assertThat(undone.exit()).as(undone.err()).isEqualTo(3);
    assertThat(dry.err()).contains("2 changed, 0 made, 0 unchanged, 1 failed");
    assertThat(undone.err())
        .contains("2 changed, 0 made, 0 unchanged, 1 failed")
        .contains("bob was changed since");
    for (String user : List.of("ada", "cy")) {
      assertThat(ImageComparison.looksSame(picture(user), Objects.requireNonNull(first.get(user))))
          .as(user)
          .isTrue();
    }
    assertThat(picture("bob")).isEqualTo(ofBob);
    Run redone = run("run", "undo", lastRun());
    assertThat(redone.exit()).as(redone.err()).isZero();
    assertThat(ImageComparison.looksSame(picture("ada"), ofTwo)).isTrue();
  }

  @Test
  void whoHadNoPictureKeepsTheNewOneAndIsTold() throws IOException {
    works("avatar", "import", folder("one", "photo.jpg", "ada"), "-t", "zai");
    Run undone = run("run", "undo", lastRun());
    assertThat(undone.exit()).as(undone.err()).isEqualTo(3);
    assertThat(undone.err()).contains("ada had no picture before");
    assertThat(picture("ada")).isNotEmpty();
  }

  @Test
  void aPictureThatCannotBeReadIsReplacedAllTheSameAndTheUserIsTold() throws IOException {
    String photo = IMAGES.resolve("photo.jpg").toString();
    works("avatar", "upload", "ada", photo, "-t", "zai");
    server
        .server()
        .on(
            r -> r.method().equals("GET") && !r.path().contains("/v1/"),
            Fault.instead(Response.empty(404)));
    String other = IMAGES.resolve("disc.png").toString();
    Run uploaded = run("avatar", "upload", "ada", other, "-t", "zai");
    assertThat(uploaded.err()).contains("so \"run undo\" cannot put one back");
    Run undone = run("run", "undo", lastRun());
    assertThat(undone.exit()).as(undone.err()).isIn(0, 3);
    assertThat(undone.err()).doesNotContain("1 changed");
  }

  @Test
  void aPictureThatIsThereAlreadyIsNotSentAgain() throws IOException {
    Path small = home.resolve("ada.jpg");
    Files.copy(IMAGES.resolve("photo.jpg"), small);
    works("avatar", "upload", "ada", small.toString(), "-t", "zai", "--size", "128");
    Path folder = Files.createDirectories(home.resolve("same"));
    Files.write(folder.resolve("ada.jpg"), picture("ada"));
    long before = uploads();
    Run same = run("avatar", "import", folder.toString(), "-t", "zai", "--as-is");
    assertThat(same.exit()).as(same.err()).isZero();
    assertThat(same.err()).contains("0 changed, 0 made, 1 unchanged");
    assertThat(uploads()).isEqualTo(before);
  }

  @Test
  void aPictureTheServerFindsTooLargeIsMadeSmallerInAnImportToo() throws IOException {
    server
        .server()
        .on(
            r -> isUpload(r) && r.body().length > 25_000,
            Fault.instead(Response.text(413, "text/plain", "Request Entity Too Large")));
    Run run = run("avatar", "import", folder("one", "photo.jpg", "ada", "bob"), "-t", "zai");
    assertThat(run.exit()).as(run.err()).isZero();
    assertThat(run.err()).contains("ada: made smaller", "bob: made smaller", "2 changed");
    Run asIs = run("avatar", "import", folder("raw", "photo.jpg", "cy"), "-t", "zai", "--as-is");
    assertThat(asIs.exit()).as(asIs.err()).isNotZero();
    assertThat(asIs.err()).contains("0 changed, 0 made, 0 unchanged, 1 failed");
  }

  @Test
  void whatIsRejectedIsMendedAndFedBack() throws IOException {
    String folder = folder("photos", "photo.jpg", "ada", "bob");
    Files.writeString(Path.of(folder, "cy.jpg"), "no picture");
    String list = home.resolve("failed.csv").toString();
    Run first = run("avatar", "import", folder, "-t", "zai", "--rejects", list);
    assertThat(first.exit()).as(first.err()).isEqualTo(3);
    assertThat(Files.readAllLines(Path.of(list)))
        .hasSize(2)
        .first()
        .isEqualTo("file,username,id,error_code,error_message");
    assertThat(Files.readString(Path.of(list))).contains("\ncy.jpg,cy,,not-an-image,");
    Files.delete(Path.of(folder, "cy.jpg"));
    Files.copy(IMAGES.resolve("disc.png"), Path.of(folder, "cy.jpg"));
    long before = uploads();
    Run second = run("avatar", "import", folder, "-t", "zai", "--list", list);
    assertThat(second.exit()).as(second.err()).isZero();
    assertThat(second.err()).contains("1 changed, 0 made, 0 unchanged, 0 failed, of 1");
    assertThat(uploads()).isEqualTo(before + 1);
    Files.writeString(Path.of(list), "file,username\ncy.jpg,cy\nada.jpg,CY\n");
    assertThat(run("avatar", "import", folder, "-t", "zai", "--list", list).exit()).isEqualTo(6);
    Files.writeString(Path.of(list), "file,user\ncy.jpg,cy\n");
    assertThat(run("avatar", "import", folder, "-t", "zai", "--list", list).exit()).isEqualTo(2);
  }

  @Test
  void whatIsKeptIsKeptOnceAndGoesWithItsRuns() throws IOException, SQLException {
    works("avatar", "import", folder("one", "photo.jpg", "ada", "bob"), "-t", "zai");
    works("avatar", "import", folder("two", "jpeg-rgb.jpg", "ada", "bob"), "-t", "zai");
    assertThat(kept("replaced_pictures")).isEqualTo(4);
    // made of one file each, and the server's own of the first
    assertThat(kept("replaced_bytes")).isBetween(2L, 3L);
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + journal());
        Statement statement = connection.createStatement()) {
      statement.execute("UPDATE runs SET at = 0");
    }
    run("avatar", "upload", "cy", IMAGES.resolve("photo.jpg").toString(), "-t", "zai");
    assertThat(kept("replaced_pictures")).isEqualTo(1);
    assertThat(kept("replaced_bytes")).isEqualTo(1);
  }
}
