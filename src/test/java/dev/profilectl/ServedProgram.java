package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * The packaged program as a server over a store of its own, on a real socket.
 *
 * @param folder where the store lies, {@code s.db}
 * @param running its process
 * @param url where it answers
 */
record ServedProgram(Path folder, PackagedProgram.Running running, String url)
    implements AutoCloseable {

  /** One that is ready. */
  static ServedProgram start(Path folder, String... flags) throws IOException {
    return start(new PackagedProgram(folder), folder, flags);
  }

  /** One that is started in some way. */
  static ServedProgram start(PackagedProgram program, Path folder, String... flags)
      throws IOException {
    Path ready = folder.resolve("ready");
    List<String> words = new ArrayList<>(List.of("serve", "--port", "0", "--ready-file"));
    words.addAll(List.of(ready.toString(), "--store", store(folder)));
    words.addAll(List.of(flags));
    var running = program.startJar(words.toArray(String[]::new));
    while (!Files.exists(ready)) {
      assertThat(running.process().isAlive()).isTrue();
      Thread.onSpinWait();
    }
    return new ServedProgram(folder, running, Files.readString(ready).strip());
  }

  private static String store(Path folder) {
    return folder.resolve("s.db").toString();
  }

  /** For {@code --store}. */
  String store() {
    return store(folder);
  }

  /** Changes the store behind the server's back. */
  int sql(String statement) {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store());
        Statement statements = connection.createStatement()) {
      statements.execute("PRAGMA busy_timeout = 10000");
      return statements.executeUpdate(statement);
    } catch (SQLException wrong) {
      throw new AssertionError(statement, wrong);
    }
  }

  /** Tells it to end, and gives what it said. */
  PackagedProgram.Outcome end() throws IOException, InterruptedException {
    running.process().destroy();
    PackagedProgram.Outcome outcome = running.finish();
    assertThat(folder.resolve("ready")).doesNotExist();
    return outcome;
  }

  /** Ends well, with a store that is whole. */
  @Override
  public void close() throws IOException {
    try {
      assertThat(end().exit()).isZero();
      PackagedProgram.Outcome check =
          new PackagedProgram(folder).run("store", "check", "--store", store());
      assertThat(check.exit()).as(check.out() + check.err()).isZero();
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}
