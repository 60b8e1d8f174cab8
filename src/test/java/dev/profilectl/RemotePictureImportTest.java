package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.remote.fake.FakeZaihangyun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pictures of many users on a system whose tokens are of one user each. */
class RemotePictureImportTest {
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");

  @TempDir Path home;

  private Run run(String... words) {
    return new Program(home, false).run(words);
  }

  @Test
  void everyFileGoesUnderTheTokenOfItsUser() throws IOException {
    Path folder = Files.createDirectory(home.resolve("photos"));
    for (String user : new String[] {"ada", "bob", "cy"}) {
      Files.copy(PHOTO, folder.resolve(user + ".jpg"));
    }
    Files.writeString(folder.resolve("dan.jpg"), "no picture");
    Path program = Files.writeString(home.resolve("token.sh"), "echo token-$1\n");
    try (FakeZaihangyun server = FakeZaihangyun.start()) {
      for (String user : new String[] {"ada", "bob", "dan"}) {
        server.user("token-" + user, Map.of("username", user));
      }
      run("target", "add", "zai", "--system", "zaihangyun", "--url", server.url(""));
      String[] words = {
        "avatar",
        "import",
        folder.toString(),
        "-t",
        "zai",
        "--token-command",
        "sh " + program + " {username}",
        "-o",
        "ndjson"
      };
      Run imported = run(words);
      assertThat(imported.exit()).as(imported.err()).isEqualTo(3);
      assertThat(imported.out().lines()).hasSize(2);
      assertThat(imported.out()).contains("\"key\":\"ada\"", "\"key\":\"bob\"");
      assertThat(imported.err())
          .contains("\"kind\":\"denied\"", "\"key\":\"cy\"", "not-an-image", "\"key\":\"dan\"")
          .doesNotContain("token-");
      for (String user : new String[] {"ada", "bob"}) {
        Run shown =
            run("avatar", "show", user, "-t", "zai", "--token-command", words[6], "-o", "json");
        // the system makes pictures smaller by itself
        assertThat(shown.out()).as(shown.err()).contains("\"width\": 300");
      }
    }
  }

  @Test
  void addressesAreNotSearchedFor() throws IOException {
    Path folder = Files.createDirectory(home.resolve("photos"));
    Files.copy(PHOTO, folder.resolve("ada@example.org.jpg"));
    try (FakeZaihangyun server = FakeZaihangyun.start()) {
      run("target", "add", "zai", "--system", "zaihangyun", "--url", server.url(""));
      Run refused =
          run(
              "avatar",
              "import",
              folder.toString(),
              "-t",
              "zai",
              "--match",
              "{email}",
              "--token-command",
              "echo x");
      assertThat(refused.exit()).isEqualTo(2);
      assertThat(server.server().requests()).isEmpty();
    }
  }
}
