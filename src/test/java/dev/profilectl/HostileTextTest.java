package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.profilectl.Program.Run;
import dev.profilectl.terminal.NaughtyStrings;
import dev.profilectl.validation.RuleOracle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every naughty string in every field, by every way in: it is stored and comes back exactly, or is
 * refused with the code of the contract; and whatever is shown on a terminal does nothing to it.
 */
class HostileTextTest {
  private static final List<String> FIELDS =
      List.of(
          "nickname",
          "oaid",
          "device_id",
          "country",
          "province",
          "city",
          "desc",
          "level",
          "major",
          "label",
          "skill",
          "award_info",
          "roles",
          "mobile",
          "email",
          "avatar_url",
          "ext_data",
          "gender",
          "birthday",
          "real_name_verified",
          "refund_rate",
          "serve_num");
  private static final List<String> TEXTS = FIELDS.subList(0, 16);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final JsonNode NOBODY = JSON.createObjectNode();

  @TempDir Path home;

  private Run run(boolean terminal, String... words) {
    Run run = new Program(home, terminal).run(words);
    calm(run, List.of(words).toString());
    return run;
  }

  /** No trace of the machine room, and nothing that acts on a terminal. */
  static void calm(Run run, String what) {
    assertThat(run.exit()).as(what + run.err()).isIn(0, 1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(run.err())
        .as(what)
        .doesNotContain("Exception", "\tat ", "dev.profilectl", "went wrong inside");
    assertThat(NaughtyStrings.isSafeToShow(run.err())).as("%s: %s", what, run.err()).isTrue();
  }

  private static String json(Object value) {
    try {
      // YAML takes no DEL as it is
      return JSON.writeValueAsString(value).replace("\u007f", "\\u007f");
    } catch (JsonProcessingException never) {
      throw new AssertionError(never);
    }
  }

  private static JsonNode node(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException broken) {
      throw new AssertionError(line, broken);
    }
  }

  /** One row: a user of its own for every string, with all fields the same. */
  private static List<Map<String, @Nullable Object>> rows(List<String> strings) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 0; i < strings.size(); i++) {
      for (String field : FIELDS) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("username", "u%03d.%s".formatted(i, field));
        row.put(field, strings.get(i));
        rows.add(row);
      }
    }
    return rows;
  }

  static String file(String format, List<Map<String, @Nullable Object>> rows) {
    return switch (format) {
      case "ndjson", "yaml" -> {
        StringBuilder text = new StringBuilder();
        rows.forEach(
            row -> text.append(format.equals("yaml") ? "- " : "").append(json(row)).append('\n'));
        yield text.toString();
      }
      case "json" -> json(rows);
      default -> RandomPeople.text(format, rows);
    };
  }

  private static Map<String, JsonNode> users(Run export) {
    assertThat(export.exit()).as(export.err()).isZero();
    Map<String, JsonNode> users = new TreeMap<>();
    export.out().lines().map(HostileTextTest::node).forEach(u -> users.put(name(u), u));
    return users;
  }

  private static String name(JsonNode user) {
    return user.path("username").asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void isStoredExactlyOrRefusedWithItsCode(String format) throws IOException {
    boolean table = format.equals("csv") || format.equals("tsv");
    List<String> strings =
        NaughtyStrings.each(format.equals("ndjson") ? 1 : 3).stream()
            .filter(s -> !(table && NaughtyStrings.isTorn(s)))
            .toList();
    Path file = Files.writeString(home.resolve("in." + format), file(format, rows(strings)));
    Path told = home.resolve("report.ndjson");
    Run run =
        run(
            false,
            "user",
            "import",
            file.toString(),
            "--mode",
            "create",
            "--allow-clear",
            "--report",
            told.toString());
    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    Map<String, String> codes = new TreeMap<>();
    for (String line : Files.readAllLines(told)) {
      JsonNode row = node(line);
      codes.put(row.path("key").asText(), row.path("code").asText("created"));
    }
    Map<String, JsonNode> users = users(run(false, "user", "export", "-o", "ndjson"));
    for (int i = 0; i < strings.size(); i++) {
      for (String field : FIELDS) {
        String user = "u%03d.%s".formatted(i, field);
        String text = strings.get(i);
        String wanted = wanted(field, text, codes.getOrDefault(user, ""));
        assertThat(codes.get(user)).as("%s %s %s", format, user, json(text)).isEqualTo(wanted);
        if (wanted.equals("created") && TEXTS.contains(field)) {
          assertThat(users.getOrDefault(user, NOBODY).path(field).asText())
              .as("%s %s %s", format, user, json(text))
              .isEqualTo(text);
        }
        assertThat(users.containsKey(user)).isEqualTo(wanted.equals("created"));
      }
    }
    shownSafely();
    // The rejected rows come back as they were, and are rejected the same way.
    Path rejects = home.resolve("rejects." + format);
    Run again =
        run(
            true,
            "user",
            "import",
            file.toString(),
            "--mode",
            "create",
            "--rejects",
            rejects.toString());
    assertThat(again.exit()).isIn(3, 6, 7);
    assertThat(Files.readString(rejects)).doesNotContain("dev.profilectl");
  }

  /** By the contract's table; of addresses the oracle knows only those that its tests make. */
  private static String wanted(String field, String text, String found) {
    if (field.equals("avatar_url")) {
      return !found.equals("created") ? "url-invalid" : "created";
    }
    if (text.isEmpty()) {
      return "created";
    }
    Set<String> wrong = RuleOracle.judge(Map.of(field, text));
    return wrong.isEmpty() ? "created" : wrong.iterator().next().split(" ", -1)[1];
  }

  private void shownSafely() {
    for (String output : List.of("table", "tsv", "csv", "json", "ndjson", "yaml", "id")) {
      Run shown = run(true, "user", "list", "-o", output, "--fields", String.join(",", FIELDS));
      assertThat(shown.exit()).as(shown.err()).isZero();
      // between the cells of TSV there are tabs, and nowhere else
      String text = output.equals("tsv") ? shown.out().replace('\t', ' ') : shown.out();
      assertThat(NaughtyStrings.isSafeToShow(text)).as(output).isTrue();
    }
    Run history = run(true, "user", "history", "u000.nickname");
    assertThat(NaughtyStrings.isSafeToShow(history.out())).isTrue();
    Run runs = run(true, "run", "list");
    assertThat(NaughtyStrings.isSafeToShow(runs.out())).isTrue();
  }

  /** On the command line, where the shell and picocli have their own ideas of a word. */
  @Test
  void isTakenAsItIsFromTheCommandLine() {
    run(false, "user", "create", "ada");
    String last = "";
    for (String text : NaughtyStrings.each(12)) {
      if (text.startsWith("@") || text.indexOf('\0') >= 0 || NaughtyStrings.isTorn(text)) {
        continue; // a file's name, and what no program can be given
      }
      Run run = run(false, "user", "update", "ada", "--desc=" + text, "--reason=" + text);
      if (RuleOracle.judge(Map.of("desc", text)).isEmpty()) {
        assertThat(run.exit()).as(json(text) + run.err()).isZero();
        last = text;
      } else {
        assertThat(run.exit()).as(json(text)).isEqualTo(7);
      }
      String kept = run(false, "user", "get", "ada", "-o", "json", "--fields", "desc").out();
      assertThat(node(kept).path("desc").asText()).as(json(text)).isEqualTo(last);
    }
    Run history = run(true, "user", "history", "ada");
    assertThat(NaughtyStrings.isSafeToShow(history.out())).isTrue();
  }

  /** As names of users, files, targets, columns, flags and expressions. */
  @Test
  void isAWordLikeAnyOtherWhereverAWordIsAskedFor() {
    run(false, "user", "create", "ada");
    for (String text : NaughtyStrings.each(40)) {
      if (text.isEmpty()) {
        continue;
      }
      for (List<String> words :
          List.of(
              List.of("user", "get", "--", text),
              List.of("user", "create", "--", text),
              List.of("user", "list", "--where", text),
              List.of("user", "list", "--where=nickname=" + text),
              List.of("user", "list", "--fields=" + text),
              List.of("user", "update", "ada", "--set=" + text + "=x"),
              List.of("user", "list", "--limit=" + text),
              List.of("user", "list", "-t" + text),
              List.of("code", "explain", "--", text),
              List.of("run", "show", "--", text),
              List.of("target", "add", "--system=weidu", "--url=" + text, "t"),
              List.of("help", "--", text),
              List.of("nosuch" + text))) {
        Run run = run(true, words.toArray(String[]::new));
        assertThat(NaughtyStrings.isSafeToShow(run.out())).as("%s", words).isTrue();
      }
    }
  }
}
