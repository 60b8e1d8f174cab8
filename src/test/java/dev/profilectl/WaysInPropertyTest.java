package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same change leads to the same users whatever it is written in, and many changes taken back
 * from the last to the first lead to where they began. A failure names its seed; {@code
 * -Dprops.seeds} tries more of them.
 */
class WaysInPropertyTest {
  private static final int SEEDS = Integer.getInteger("props.seeds", 2);
  private static final int USERS = 60;
  private static final List<String> FORMATS = List.of("csv", "tsv", "json", "ndjson", "yaml");
  private static final Pattern UNDO = Pattern.compile("profilectl run undo (\\S+)");

  @TempDir Path folder;

  private Program.Run good(Path store, String what, String... words) {
    Program.Run run =
        new Program(folder, false)
            .run(
                Stream.concat(Stream.of(words), Stream.of("--store", store.toString()))
                    .toArray(String[]::new));
    assertThat(run.exit()).as("%s: %s\n%s", what, List.of(words), run.err()).isZero();
    return run;
  }

  private String export(Path store, String what) {
    return good(store, what, "user", "export", "-o", "ndjson", "--fields", RandomPeople.FIELDS)
        .out();
  }

  private Path store(long seed) {
    Path store = folder.resolve("s" + seed + ".db");
    new RandomPeople(seed).make(store, USERS);
    return store;
  }

  @Test
  void everyFormatMakesTheSame() throws IOException {
    for (long seed = 101; seed < 101 + SEEDS; seed++) {
      Path first = store(seed);
      List<Map<String, @Nullable Object>> rows = new RandomPeople(-seed).rows(USERS, 10);
      List<String> made = new ArrayList<>();
      for (String format : FORMATS) {
        String what = format + ", seed " + seed;
        Path store = Files.copy(first, folder.resolve(format + seed + ".db"));
        Path in = folder.resolve("in" + seed + "." + format);
        Files.writeString(in, RandomPeople.text(format, rows));
        good(store, what, "user", "import", in.toString(), "--mode", "upsert", "--allow-clear");
        made.add(export(store, what));
      }
      for (int i = 1; i < made.size(); i++) {
        assertThat(made.get(i)).as("%s, seed %d", FORMATS.get(i), seed).isEqualTo(made.getFirst());
      }
    }
  }

  @Test
  void whatIsUndoneFromTheLastToTheFirstWasNeverDone() throws IOException {
    for (long seed = 201; seed < 201 + SEEDS; seed++) {
      Path store = store(seed);
      Random random = new Random(seed);
      List<String> states = new ArrayList<>();
      List<String> runs = new ArrayList<>();
      for (int step = 0; step < 6; step++) {
        String what = "step " + step + ", seed " + seed;
        states.add(export(store, what));
        String format = FORMATS.get(random.nextInt(FORMATS.size()));
        Path in = folder.resolve("in." + format);
        List<Map<String, @Nullable Object>> rows =
            new RandomPeople(seed * 1_000 + step).rows(USERS, 0);
        // a name that two rows want is another story
        rows.forEach(row -> row.remove("username"));
        rows.removeIf(row -> row.size() < 2);
        Files.writeString(in, RandomPeople.text(format, rows));
        Program.Run done =
            good(store, what, "user", "import", in.toString(), "--key", "id", "--allow-clear");
        Matcher undo = UNDO.matcher(done.err());
        assertThat(undo.find()).as(what + done.err()).isTrue();
        runs.add(undo.group(1));
      }
      for (int step = runs.size() - 1; step >= 0; step--) {
        String what = "undo of step " + step + ", seed " + seed;
        good(store, what, "run", "undo", runs.get(step));
        assertThat(export(store, what)).as(what).isEqualTo(states.get(step));
      }
      good(store, "seed " + seed, "store", "check");
    }
  }
}
