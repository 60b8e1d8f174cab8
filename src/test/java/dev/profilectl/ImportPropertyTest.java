package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What imports, exports, plans and undoes owe each other, over some thousand users with any legal
 * text. A failure names its seed.
 */
class ImportPropertyTest {
  private static final int USERS = 120;
  private static final int FRESH = 12;
  private static final Pattern UNDO = Pattern.compile("profilectl run undo (\\S+)");

  @TempDir Path folder;

  private Run run(Path store, String... words) {
    return new Program(folder, false)
        .run(
            Stream.concat(Stream.of(words), Stream.of("--store", store.toString()))
                .toArray(String[]::new));
  }

  private Run good(Path store, String what, String... words) {
    Run run = run(store, words);
    assertThat(run.exit()).as("%s: %s\n%s", what, List.of(words), run.err()).isZero();
    return run;
  }

  private String export(Path store, String format) {
    return good(store, format, "user", "export", "-o", format, "--fields", RandomPeople.FIELDS)
        .out();
  }

  private String whole(Path store) {
    return good(store, "whole", "user", "export", "-o", "ndjson").out();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path store(long seed) {
    Path store = folder.resolve(seed + ".db");
    new RandomPeople(seed).make(store, USERS);
    return store;
  }

  private static String undone(Run run) {
    Matcher matcher = UNDO.matcher(run.err());
    assertThat(matcher.find()).as(run.err()).isTrue();
    return matcher.group(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void anExportImportedChangesNothing(String format) throws IOException {
    for (long seed = 1; seed <= 4; seed++) {
      Path store = store(seed);
      String what = format + ", seed " + seed;
      String before = whole(store);
      Path file = file("export." + format, good(store, what, "user", "export", "-o", format).out());
      for (String mode : List.of("update", "upsert")) {
        Run run = good(store, what, "user", "import", file.toString(), "--mode", mode);
        assertThat(run.err())
            .as(what)
            .contains("0 changed, 0 made, " + USERS + " unchanged, 0 failed, of " + USERS);
        assertThat(whole(store)).as(what).isEqualTo(before);
      }
      // what is exported into an empty store is exported the same from there
      Path other = folder.resolve("other" + seed + format + ".db");
      good(other, what, "user", "import", file.toString(), "--mode", "create");
      assertThat(export(other, "ndjson")).as(what).isEqualTo(export(store, "ndjson"));
      Files.delete(store);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void anUndoRestoresTheExportAndAnUndoOfItTheImport(String format) throws IOException {
    for (long seed = 11; seed <= 14; seed++) {
      Path store = store(seed);
      String what = format + ", seed " + seed;
      List<Map<String, @Nullable Object>> rows = new RandomPeople(-seed).rows(USERS, FRESH);
      Path file = file("in." + format, RandomPeople.text(format, rows));
      String before = export(store, format);
      Run done =
          good(store, what, "user", "import", file.toString(), "--mode", "upsert", "--allow-clear");
      String after = export(store, format);
      assertThat(after).as(what).isNotEqualTo(before);
      Run undo = good(store, what, "run", "undo", undone(done));
      assertThat(export(store, format)).as(what).isEqualTo(before);
      Run redo = good(store, what, "run", "undo", undone(undo));
      assertThat(export(store, format)).as(what).isEqualTo(after);
      good(store, what, "run", "undo", undone(redo));
      assertThat(export(store, format)).as(what).isEqualTo(before);
      assertThat(good(store, what, "store", "check").exit()).isZero();
      Files.delete(store);
    }
  }

  @Test
  void aPlanDoneIsAnImportAndAPlanMadeIsNothing() throws IOException {
    for (long seed = 21; seed <= 26; seed++) {
      Path store = store(seed);
      String what = "seed " + seed;
      List<Map<String, @Nullable Object>> rows = new RandomPeople(-seed).rows(USERS, FRESH);
      String file = file("in.ndjson", RandomPeople.text("ndjson", rows)).toString();
      Path other = Files.copy(store, folder.resolve("other" + seed + ".db"));
      String plan = folder.resolve("plan").toString();
      String before = whole(store);
      String exported = export(store, "ndjson");
      byte[] bytes = Files.readAllBytes(store);
      good(store, what, "user", "import", file, "--mode", "upsert", "--plan", plan);
      assertThat(whole(store)).as(what).isEqualTo(before);
      assertThat(Files.readAllBytes(store)).as(what).isEqualTo(bytes);
      Run applied = good(store, what, "user", "import", "--apply", plan);
      good(other, what, "user", "import", file, "--mode", "upsert", "--allow-clear");
      assertThat(export(store, "ndjson")).as(what).isEqualTo(export(other, "ndjson"));
      // a second time everything is so already, or has changed since
      Run again = run(store, "user", "import", "--apply", plan);
      assertThat(again.exit()).as(what + again.err()).isEqualTo(6);
      assertThat(again.err()).contains(" 0 made, 0 unchanged");
      good(store, what, "run", "undo", undone(applied));
      assertThat(export(store, "ndjson")).as(what).isEqualTo(exported);
    }
  }

  /** Lines that only a real run, or only a dry one, has. */
  private static List<String> said(Run run) {
    return run.err()
        .lines()
        .filter(line -> !line.startsWith("To take it back") && !line.startsWith("dry run"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tsv", "csv", "json", "ndjson", "yaml", "id"})
  void aDryRunShowsWhatTheRealOneDoes(String output) throws IOException {
    for (long seed = 31; seed <= 33; seed++) {
      Path store = store(seed);
      List<Map<String, @Nullable Object>> rows = new RandomPeople(-seed).rows(USERS, FRESH);
      spoil(rows);
      String file = file("in.ndjson", RandomPeople.text("ndjson", rows)).toString();
      String before = whole(store);
      String[] words = {"user", "import", file, "--mode", "upsert", "--allow-clear", "-o", output};
      Run dry = run(store, Stream.concat(Stream.of(words), Stream.of("-n")).toArray(String[]::new));
      assertThat(whole(store)).as("seed %d", seed).isEqualTo(before);
      Run real = run(store, words);
      assertThat(real.exit()).as(real.err()).isEqualTo(3);
      assertThat(dry.exit()).isEqualTo(real.exit());
      assertThat(said(dry)).as("seed %d", seed).isEqualTo(said(real));
      assertThat(dry.out()).as("seed %d", seed).isEqualTo(real.out());
      Files.delete(store);
    }
  }

  /** Some rows break rules, some want a name that is taken. */
  private static void spoil(List<Map<String, @Nullable Object>> rows) {
    for (int i = 0; i < rows.size(); i += 9) {
      rows.get(i).put("gender", 7);
    }
    for (int i = 4; i < rows.size(); i += 17) {
      rows.get(i).put("username", "RENAMED.TWICE");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void rejectsFeedBackWhenTheyAreMended(String format) throws IOException {
    for (long seed = 41; seed <= 43; seed++) {
      String what = format + ", seed " + seed;
      Path store = store(seed);
      Path other = Files.copy(store, folder.resolve("other" + seed + ".db"));
      List<Map<String, @Nullable Object>> rows = new RandomPeople(-seed).rows(USERS, FRESH);
      List<Map<String, @Nullable Object>> wrong = new ArrayList<>();
      for (int i = 0; i < rows.size(); i++) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>(rows.get(i));
        rows.get(i).put("level", "mend-" + i);
        row.put("level", "mend-" + i);
        row.put("gender", i % 5 == 0 ? "7" : "1");
        rows.get(i).put("gender", "1");
        wrong.add(row);
      }
      String file = file("in." + format, RandomPeople.text(format, wrong)).toString();
      String rejects = folder.resolve("rejects." + format).toString();
      String[] mode = {"--mode", "upsert", "--allow-clear"};
      Run first =
          run(store, "user", "import", file, mode[0], mode[1], mode[2], "--rejects", rejects);
      assertThat(first.exit()).as(what + first.err()).isEqualTo(3);
      String text = Files.readString(Path.of(rejects));
      assertThat(text).contains("error_code", "error_message", "400105");
      // not mended they fail the same way, and are rejected the same way
      Run second =
          run(
              store,
              "user",
              "import",
              rejects,
              mode[0],
              mode[1],
              mode[2],
              "--rejects",
              rejects + ".again");
      assertThat(second.exit()).as(what + second.err()).isEqualTo(7);
      assertThat(Files.readString(Path.of(rejects + ".again"))).as(what).isEqualTo(text);
      String mended =
          switch (format) {
            case "csv" -> text.replaceAll("(?m)(,\"?)7(\"?,)", "$11$2");
            case "tsv" -> text.replaceAll("\t7\t", "\t1\t");
            default -> text.replaceAll("(\"?gender\"?: ?)\"7\"", "$1\"1\"");
          };
      Path fixed = file("fixed." + format, mended);
      good(
          store,
          what + "\n" + mended,
          "user",
          "import",
          fixed.toString(),
          mode[0],
          mode[1],
          mode[2]);
      String all = file("all." + format, RandomPeople.text(format, rows)).toString();
      good(other, what, "user", "import", all, mode[0], mode[1], mode[2]);
      assertThat(export(store, "ndjson")).as(what).isEqualTo(export(other, "ndjson"));
      Files.delete(store);
      Files.delete(other);
    }
  }
}
