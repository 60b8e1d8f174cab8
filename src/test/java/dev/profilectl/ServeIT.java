package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.image.ImageComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The packaged program serves, and is its own client in all four languages: every command that
 * works on remote targets, through a server that fails, hangs up and forgets who is logged in.
 */
class ServeIT {
  private static final String PHOTO =
      Path.of("src/test/resources/images/photo.jpg").toAbsolutePath().toString();

  @TempDir Path folder;

  /** Whether the client is a process of its own too. */
  private boolean twoProcesses;

  private PackagedProgram.Outcome run(String... words) throws IOException, InterruptedException {
    if (twoProcesses) {
      return new PackagedProgram(folder).run(words);
    }
    Program.Run run = new Program(folder, false).run(words);
    return new PackagedProgram.Outcome(run.exit(), run.out(), run.err());
  }

  /** What it says where it works. */
  private String works(String... words) throws IOException, InterruptedException {
    PackagedProgram.Outcome outcome = run(words);
    assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isZero();
    return outcome.out();
  }

  private void refused(String... words) throws IOException, InterruptedException {
    PackagedProgram.Outcome outcome = run(words);
    assertThat(outcome.exit()).as(outcome.out() + outcome.err()).isEqualTo(4);
  }

  private ServedProgram serve(String system, String... flags)
      throws IOException, InterruptedException {
    ServedProgram served = ServedProgram.start(folder, flags);
    works("target", "add", system, "--system", system, "--url", served.url());
    return served;
  }

  private void login(ServedProgram served, String system) throws IOException, InterruptedException {
    Path secret = folder.resolve("secret");
    if (system.equals("zaihangyun")) {
      String store = served.store();
      String issued = works("token", "issue", "user-0001", "-q", "-o", "id", "--store", store);
      Files.writeString(secret, issued);
      works("target", "login", system, "--token-file", secret.toString());
    } else {
      Files.writeString(secret, "seed-password");
      String file = secret.toString();
      works("target", "login", system, "--login", "user-0001", "--password-file", file);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weidu", "west2", "anqicms", "zaihangyun"})
  void everyCommandForTargets(String system) throws IOException, InterruptedException {
    twoProcesses = true;
    String faults = "latency=2ms,fail=15%,drop=4%,seed=5";
    try (ServedProgram served = serve(system, "--seed-users", "2", "--fault", faults)) {
      login(served, system);
      assertThat(works("target", "test", system)).contains("user-0001");
      assertThat(works("user", "get", "me", "-t", system)).contains("user-0001");
      if (system.equals("west2")) {
        assertThat(run("user", "update", "me", "-t", system, "--nickname", "N").exit())
            .isEqualTo(2);
      } else {
        assertThat(works("user", "update", "me", "-t", system, "--nickname", "N", "--dry-run"))
            .contains("N");
        assertThat(works("user", "update", "me", "-t", system, "--nickname", "N " + system))
            .contains("N " + system);
        assertThat(works("user", "get", "user-0001", "--store", served.store()))
            .contains("N " + system);
      }
      assertThat(works("avatar", "upload", "me", PHOTO, "-t", system, "-o", "json"))
          .contains("\"verified\": true");
      Path picture = folder.resolve("picture");
      works("avatar", "show", "me", "-t", system, "--out", picture.toString());
      assertThat(picture).isNotEmptyFile();
      assertThat(run("user", "get", "user-0002", "-t", system).exit()).isEqualTo(4);
      works("target", "logout", system);
      refused("user", "get", "me", "-t", system);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weidu", "zaihangyun"})
  void anExpiredTokenIsToldAndAnotherLoginHelps(String system)
      throws IOException, InterruptedException {
    try (ServedProgram served = serve(system, "--seed-users", "1")) {
      login(served, system);
      works("user", "get", "me", "-t", system);
      assertThat(served.sql("UPDATE access_tokens SET expires = 1000")).isOne();
      refused("user", "update", "me", "-t", system, "--city", "Oslo");
      refused("target", "test", system);
      login(served, system);
      works("user", "update", "me", "-t", system, "--city", "Oslo");
    }
  }

  @Test
  void west2RenewsThePairAndKeepsTheNewOne() throws IOException, InterruptedException {
    try (ServedProgram served = serve("west2", "--seed-users", "1")) {
      login(served, "west2");
      served.sql("UPDATE access_tokens SET expires = 1000 WHERE kind = 'access'");
      assertThat(works("avatar", "upload", "me", PHOTO, "-t", "west2", "-o", "json"))
          .contains("\"verified\": true");
      // only what was handed out last is left, and of that the half that gets another pair
      served.sql(
          "DELETE FROM access_tokens WHERE kind = 'refresh' AND rowid <>"
              + " (SELECT max(rowid) FROM access_tokens WHERE kind = 'refresh')");
      served.sql("UPDATE access_tokens SET expires = 1000 WHERE kind = 'access'");
      assertThat(works("user", "get", "me", "-t", "west2")).contains("user-0001");
      served.sql("UPDATE access_tokens SET expires = 1000");
      refused("user", "get", "me", "-t", "west2");
    }
  }

  @Test
  void anqicmsFollowsATokenThatRunsOutSoon() throws IOException, InterruptedException {
    try (ServedProgram served = serve("anqicms", "--seed-users", "1")) {
      login(served, "anqicms");
      served.sql("UPDATE access_tokens SET expires = (unixepoch() + 1800) * 1000");
      works("user", "update", "me", "-t", "anqicms", "--nickname", "N");
      served.sql("DELETE FROM access_tokens WHERE rowid <> (SELECT max(rowid) FROM access_tokens)");
      assertThat(works("user", "get", "me", "-t", "anqicms")).contains("user-0001");
      served.sql("UPDATE access_tokens SET expires = 1000");
      refused("user", "get", "me", "-t", "anqicms");
    }
  }

  private byte[] shown(String system) throws IOException, InterruptedException {
    Path picture = folder.resolve("shown");
    works("avatar", "show", "me", "-t", system, "--out", picture.toString());
    return Files.readAllBytes(picture);
  }

  @ParameterizedTest
  @ValueSource(strings = {"weidu", "west2", "anqicms", "zaihangyun"})
  void aReplacedPictureIsPutBack(String system) throws IOException, InterruptedException {
    String other = Path.of("src/test/resources/images/jpeg-rgb.jpg").toAbsolutePath().toString();
    try (ServedProgram served = serve(system, "--seed-users", "1")) {
      login(served, system);
      works("avatar", "upload", "me", PHOTO, "-t", system);
      byte[] first = shown(system);
      works("avatar", "upload", "me", other, "-t", system);
      byte[] second = shown(system);
      assertThat(ImageComparison.looksSame(first, second)).isFalse();
      String run = works("run", "list", "--limit", "1", "-o", "id").strip();
      works("run", "undo", run, "--dry-run");
      assertThat(shown(system)).isEqualTo(second);
      works("run", "undo", run);
      assertThat(ImageComparison.looksSame(shown(system), first)).isTrue();
      works("run", "undo", works("run", "list", "--limit", "1", "-o", "id").strip());
      assertThat(ImageComparison.looksSame(shown(system), second)).isTrue();
    }
  }

  @Test
  void saysWhereAndEndsWell() throws IOException, InterruptedException {
    ServedProgram served = ServedProgram.start(folder, "-o", "json");
    PackagedProgram.Outcome outcome = served.end();
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("\"url\": \"" + served.url() + "\"");
    assertThat(outcome.err()).isEmpty();
  }
}
