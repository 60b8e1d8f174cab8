package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.YamlDocument;
import dev.profilectl.terminal.HostileText;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class YamlMemberTest {
  private static final Pattern LONE_SURROGATE =
      Pattern.compile("(?<![\ud800-\udbff])[\udc00-\udfff]|[\ud800-\udbff](?![\udc00-\udfff])");

  @Test
  void noValueIsNothingBehindTheColon() {
    assertThat(YamlMember.of("city", null)).isEqualTo("city:\n");
  }

  @Test
  void linesAreABlock() {
    assertThat(YamlMember.of("desc", "one: 1\n\n# two"))
        .isEqualTo("desc: |-\n  one: 1\n\n  # two\n");
    assertThat(YamlMember.of("desc", "one\ntwo\n")).isEqualTo("desc: |\n  one\n  two\n");
  }

  /** An editor that tidies up must not change the text; nor may one show what cannot be seen. */
  @ParameterizedTest
  @ValueSource(
      strings = {"a \nb", " a\nb", "a\nb\n\n", "\na", "a\r\nb", "a\n\tb", "a\n\u202eb", "a\n "})
  void whatABlockCouldLoseIsQuoted(String text) {
    assertThat(YamlMember.of("desc", text)).startsWith("desc: \"").hasLineCount(1);
  }

  @ParameterizedTest
  @CsvSource({
    "no, 'c: \"no\"'",
    "1e3, 'c: \"1e3\"'",
    "' a', 'c: \" a\"'",
    "a # b, 'c: \"a # b\"'",
    "1990-12-31, c: 1990-12-31",
    "Ada Lovelace, c: Ada Lovelace",
    "张三, c: 张三"
  })
  void trickyWordsAreQuoted(String text, String line) {
    assertThat(YamlMember.of("c", text)).isEqualTo(line + "\n");
  }

  /** Ours reads what the library writes and the library what ours writes, among comments. */
  @Test
  void everyTextComesBack() {
    SplittableRandom random = new SplittableRandom(7);
    Yaml library = new Yaml(new SafeConstructor(new LoaderOptions()));
    for (int i = 0; i < 3000; i++) {
      String text = LONE_SURROGATE.matcher(HostileText.any(random)).replaceAll("?");
      String page = "# a\n" + YamlMember.of("desc", text) + "# b\nlevel: x\n";
      Map<String, @Nullable Object> read = YamlDocument.all("t", page).getFirst().cells();
      assertThat(read.get("desc")).as(page).isEqualTo(text);
      assertThat(read.get("level")).as(page).isEqualTo("x");
      assertThat(library.<Map<String, Object>>load(page).get("desc")).as(page).isEqualTo(text);
      String other = new Yaml().dump(Map.of("desc", text));
      // the library makes bytes of what it takes for no text, and its blocks lose odd line ends
      if (!other.startsWith("desc: !!binary") && !other.startsWith("desc: |")) {
        assertThat(YamlDocument.all("t", other).getFirst().cells().get("desc"))
            .as(other)
            .isEqualTo(text);
      }
    }
  }

  @Test
  void everyKeyHasItsLine() {
    List<YamlDocument> pages =
        YamlDocument.all("t", "# x\nid: a\n\ndesc: |\n  b\n  c\ncity: d\n---\n\nid: e\n");
    assertThat(pages.getFirst().lines()).isEqualTo(Map.of("id", 2L, "desc", 4L, "city", 7L));
    assertThat(pages.getLast().line()).isEqualTo(10);
    assertThat(pages).hasSize(2);
  }
}
