package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.Program.Run;
import dev.profilectl.terminal.NaughtyStrings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are too large, no text, or called in a way that could act on a terminal. */
class HostileFilesTest {
  @TempDir Path home;

  private Run run(boolean terminal, String... words) {
    Run run = new Program(home, terminal).run(words);
    HostileTextTest.calm(run, List.of(words).toString());
    return run;
  }

  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void tenMegabytesAreRefused(String format) throws IOException {
    int million = 1 << 20;
    for (String big :
        List.of("x".repeat(10 * million), "中".repeat(4 * million), "\u001b[2J".repeat(million))) {
      List<Map<String, @Nullable Object>> rows =
          List.of(Map.of("username", "big", "nickname", big), Map.of("username", "ok"));
      Path file =
          Files.writeString(home.resolve("big." + format), HostileTextTest.file(format, rows));
      Run run = run(true, "user", "import", file.toString(), "--mode", "upsert");
      assertThat(run.exit()).as(run.err()).isIn(3, 7);
      assertThat(run.err().length()).isLessThan(4_000);
      assertThat(run(false, "user", "get", "big").exit()).isEqualTo(5);
    }
  }

  /** Bytes that are no UTF-8, and files that are something else. */
  @ParameterizedTest
  @ValueSource(strings = {"csv", "tsv", "json", "ndjson", "yaml"})
  void bytesThatAreNoTextAreRefused(String format) throws IOException {
    List<byte[]> contents = new ArrayList<>();
    String before =
        switch (format) {
          case "json" -> "[{\"username\":\"a\",\"city\":\"";
          case "ndjson" -> "{\"username\":\"a\",\"city\":\"";
          case "yaml" -> "- {\"username\":\"a\",\"city\":\"";
          default ->
              "username"
                  + (format.equals("csv") ? "," : "\t")
                  + "city\na"
                  + (format.equals("csv") ? "," : "\t");
        };
    for (int[] bad :
        new int[][] {
          {0xff},
          {0xc0, 0xaf},
          {0xed, 0xa0, 0x80},
          {0xf8, 0x88, 0x80, 0x80, 0x80},
          {0x80},
          {0xe4, 0xb8},
          {0xf4, 0x90, 0x80, 0x80},
          {0xfe, 0xff},
          {0x80, 0}
        }) {
      byte[] head = before.getBytes(StandardCharsets.UTF_8);
      byte[] all = Arrays.copyOf(head, head.length + bad.length + 2);
      for (int i = 0; i < bad.length; i++) {
        all[head.length + i] = (byte) bad[i];
      }
      all[head.length + bad.length] = '"';
      all[head.length + bad.length + 1] = '\n';
      contents.add(all);
    }
    contents.add(Files.readAllBytes(Path.of("src/test/resources/images/photo.jpg")));
    for (byte[] content : contents) {
      Path file = Files.write(home.resolve("bad." + format), content);
      Run run = run(true, "user", "import", file.toString(), "--mode", "upsert");
      assertThat(run.exit()).as(run.err()).isIn(3, 7);
    }
  }

  @Test
  void namesOfFilesAreToldSafely() throws IOException {
    for (String text : NaughtyStrings.each(40)) {
      if (text.indexOf('\0') >= 0
          || text.indexOf('/') >= 0
          || text.isBlank()
          || NaughtyStrings.isTorn(text)
          || text.getBytes(StandardCharsets.UTF_8).length > 200) {
        continue;
      }
      Path csv = Files.writeString(home.resolve("f" + text + ".csv"), "username,gender\nada,7\n");
      assertThat(run(true, "user", "import", csv.toString(), "--mode", "upsert").exit())
          .isEqualTo(7);
      assertThat(run(true, "avatar", "upload", "ada", csv.toString()).exit()).isIn(5, 7);
      assertThat(run(true, "validate", csv.toString()).exit()).isEqualTo(7);
      assertThat(run(true, "batch", csv.toString()).exit()).isNotZero();
      Files.delete(csv);
    }
  }
}
