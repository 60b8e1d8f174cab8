package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.PackagedProgram.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writes that the system cuts off in the middle of a file. */
class FileLimitIT {
  @TempDir Path folder;

  private String facts(Path store) {
    Program program = new Program(folder, false);
    assertThat(program.run("store", "check", "--store", store.toString()).exit()).isZero();
    return program.run("user", "export", "-o", "ndjson", "--store", store.toString()).out();
  }

  /** A limit on the size of files, which needs nobody's leave, is as good as a disk error. */
  @Test
  void aFileThatMayNotGrowLosesNothing() throws IOException, InterruptedException {
    Path store = folder.resolve("store.db");
    Path rows = folder.resolve("rows.csv");
    StringBuilder csv = new StringBuilder("username,desc\n");
    for (int i = 1; i <= 2_000; i++) {
      csv.append("user").append(i).append(',').append("text ".repeat(40)).append(i).append('\n');
    }
    Files.writeString(rows, csv);
    Program maker = new Program(folder, false);
    assertThat(maker.run("user", "create", "ada", "--store", store.toString()).exit()).isZero();
    String before = facts(store);
    // too little for the log's head, for a page of it, for the rows, for the copy
    for (String[] words :
        List.of(
            new String[] {"0", "user", "update", "ada", "--city", "Oslo"},
            new String[] {"16", "user", "update", "ada", "--city", "Oslo"},
            new String[] {"200", "user", "import", rows.toString(), "--mode", "upsert", "--atomic"},
            new String[] {"60", "avatar", "upload", "ada", "src/test/resources/images/photo.jpg"},
            new String[] {"64", "store", "backup", folder.resolve("copy.db").toString()})) {
      List<String> all = new ArrayList<>(List.of(words).subList(1, words.length));
      all.addAll(List.of("--store", store.toString()));
      // in blocks of 512 bytes
      String limit = "ulimit -f " + Integer.parseInt(words[0]) * 2 + "; exec \"$@\"";
      PackagedProgram limited = new PackagedProgram(folder, List.of("sh", "-c", limit, "sh"));
      Outcome outcome = limited.run(all.toArray(String[]::new));
      String what = String.join(" ", words) + ": " + outcome.err();
      assertThat(outcome.exit()).as(what).isEqualTo(1);
      assertThat(outcome.err().isEmpty() || outcome.err().contains("profilectl: "))
          .as(what)
          .isTrue();
      assertThat(folder.resolve("copy.db")).doesNotExist();
      assertThat(facts(store)).as(what).isEqualTo(before);
    }
  }
}
