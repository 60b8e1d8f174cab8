package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import dev.profilectl.PackagedProgram.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs that make up users in one store at once, and jobs that are killed at it. */
class SeedIT {
  private static final int MANY = 4_000;

  @TempDir Path folder;

  private String[] apply(String tag, int count) {
    return new String[] {
      "seed",
      "apply",
      "--count",
      String.valueOf(count),
      "--tag",
      tag,
      "--store",
      store(),
      "-o",
      "id"
    };
  }

  private String store() {
    return folder.resolve("s.db").toString();
  }

  private Outcome run(String... words) throws IOException, InterruptedException {
    Outcome outcome = new PackagedProgram(folder).run(words);
    assertThat(outcome.exit()).as(outcome.err()).isZero();
    return outcome;
  }

  private long users() throws IOException, InterruptedException {
    return run("user", "list", "--store", store(), "-o", "id").out().lines().count();
  }

  @Test
  void jobsWithTagsOfTheirOwnDoNotMeet() throws IOException, InterruptedException {
    List<Running> running = new ArrayList<>();
    for (String tag : List.of("one", "two", "two")) {
      running.add(new PackagedProgram(folder).startJar(apply(tag, 1_500)));
    }
    List<String> ids = new ArrayList<>();
    for (Running each : running) {
      Outcome outcome = each.finish();
      assertThat(outcome.exit()).as(outcome.err()).isZero();
      ids.add(outcome.out());
    }
    assertThat(ids.get(1)).isEqualTo(ids.get(2)).isNotEqualTo(ids.get(0));
    assertThat(users()).isEqualTo(3_000);
    run("seed", "clean", "--tag", "one", "--store", store());
    assertThat(run("user", "list", "--store", store(), "-o", "id").out().lines().toList())
        .containsExactlyInAnyOrderElementsOf(ids.get(1).lines().toList());
    run("store", "check", "--store", store());
  }

  @Test
  void whatAKilledJobLeftIsCompletedOrCleaned() throws IOException, InterruptedException {
    run("user", "create", "ada", "--store", store());
    for (String end : List.of("apply", "clean")) {
      Running killed = new PackagedProgram(folder).startJar(apply("ci", MANY));
      long users = 1;
      while (users == 1 && killed.process().isAlive()) {
        users = users();
      }
      killed.process().destroyForcibly().waitFor();
      assertThat(users()).isGreaterThan(1);
      if (end.equals("apply")) {
        assertThat(run(apply("ci", MANY)).out().lines()).hasSize(MANY);
        assertThat(users()).isEqualTo(MANY + 1);
      }
      run("seed", "clean", "--tag", "ci", "--store", store());
      assertThat(users()).isEqualTo(1);
      run("store", "check", "--store", store());
    }
  }
}
