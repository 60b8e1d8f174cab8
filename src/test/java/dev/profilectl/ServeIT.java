package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The packaged program serves, and is its own client in all four languages. */
class ServeIT {
  private static final String PHOTO = "src/test/resources/images/photo.jpg";

  @TempDir Path folder;

  private record Server(PackagedProgram.Running running, String url) {}

  private Server serve(String... more) throws IOException, InterruptedException {
    Path ready = folder.resolve("ready");
    String store = folder.resolve("s.db").toString();
    List<String> words =
        new ArrayList<>(
            List.of("serve", "--port", "0", "--ready-file", ready.toString(), "--store", store));
    words.addAll(List.of("--seed-users", "2"));
    words.addAll(List.of(more));
    var running = new PackagedProgram(folder).startJar(words.toArray(String[]::new));
    while (!Files.exists(ready)) {
      assertThat(running.process().isAlive()).isTrue();
      Thread.onSpinWait();
    }
    return new Server(running, Files.readString(ready).strip());
  }

  private PackagedProgram.Outcome end(Server server) throws IOException, InterruptedException {
    // not destroy() of the process itself, which closes what it still has to say
    server.running().process().toHandle().destroy();
    PackagedProgram.Outcome outcome = server.running().finish();
    assertThat(folder.resolve("ready")).doesNotExist();
    return outcome;
  }

  private Run run(String... words) {
    return new Program(folder, false).run(words);
  }

  private void login(String system) throws IOException {
    Path secret = folder.resolve("secret");
    if (system.equals("zaihangyun")) {
      String store = folder.resolve("s.db").toString();
      Run issued = run("token", "issue", "user-0001", "--store", store);
      Files.writeString(secret, issued.out().lines().toList().getLast());
      assertThat(run("target", "login", system, "--token-file", secret.toString()).exit()).isZero();
    } else {
      Files.writeString(secret, "seed-password");
      Run login =
          run(
              "target",
              "login",
              system,
              "--login",
              "user-0001",
              "--password-file",
              secret.toString());
      assertThat(login.exit()).as(login.err()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"weidu", "west2", "anqicms", "zaihangyun"})
  void everyCommandForTargetsWorks(String system) throws IOException, InterruptedException {
    Server server = serve("--fault", "latency=2ms,fail=5%,seed=7");
    try {
      assertThat(run("target", "add", system, "--system", system, "--url", server.url()).exit())
          .isZero();
      login(system);
      assertThat(run("target", "test", system).exit()).isZero();
      assertThat(run("user", "get", "me", "-t", system).out()).contains("user-0001");
      if (!system.equals("west2")) {
        Run update = run("user", "update", "me", "-t", system, "--nickname", "N " + system);
        assertThat(update.exit()).as(update.err()).isZero();
      }
      Run upload = run("avatar", "upload", "me", PHOTO, "-t", system, "-o", "json");
      assertThat(upload.exit()).as(upload.err()).isZero();
      assertThat(upload.out()).contains("\"verified\": true");
      assertThat(run("avatar", "show", "me", "-t", system).exit()).isZero();
    } finally {
      assertThat(end(server).exit()).isZero();
    }
    assertThat(run("store", "check", "--store", folder.resolve("s.db").toString()).exit()).isZero();
  }

  @Test
  void saysWhereAndEndsWell() throws IOException, InterruptedException {
    Server server = serve("-o", "json");
    PackagedProgram.Outcome outcome = end(server);
    assertThat(outcome.exit()).isZero();
    assertThat(outcome.out()).contains("\"url\": \"" + server.url() + "\"");
    assertThat(outcome.err()).isEmpty();
  }
}
