package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "张三, 4",
    "é, 1",
    "e\u0301, 1",
    "👩‍👩‍👧‍👦, 2",
    "🇨🇳, 2",
    "🇨🇳🇬🇧, 4",
    "❤️, 2",
    "❤, 1",
    "1️⃣, 2",
    "👍🏽, 2",
    "🏳️‍🌈, 2",
    "한, 2",
    "🫨, 2",
    "🛜, 2",
    "🫜, 2",
    "·, 1",
    "क्षि, 2",
    "ｱ, 1",
    "Ａ, 2",
    "𠀀, 2",
    "…, 1",
    "─, 1"
  })
  void countsColumns(String text, int width) {
    assertThat(DisplayWidth.of(text)).isEqualTo(width);
  }

  @Test
  void jamoMakeOneSyllable() {
    assertThat(DisplayWidth.of("\u1112\u1161\u11ab")).isEqualTo(2);
  }

  @Test
  void coloursTakeNoColumns() {
    assertThat(DisplayWidth.ofStyled("\u001b[1m张\u001b[0m\u001b[38;2;1;2;3m▀\u001b[0m"))
        .isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "abcdef, 6, abcdef",
    "abcdef, 5, abcd…",
    "abcdef, 1, …",
    "abcdef, 0, ''",
    "张三李四, 8, 张三李四",
    "张三李四, 7, 张三李…",
    "张三李四, 6, 张三…",
    "张三, 1, …",
    "a👩‍👩‍👧b, 4, a👩‍👩‍👧b",
    "a👩‍👩‍👧b, 3, a…",
    "🇨🇳🇬🇧, 3, 🇨🇳…",
  })
  void cutsBetweenClusters(String text, int width, String cut) {
    assertThat(DisplayWidth.truncate(text, width)).isEqualTo(cut);
  }

  @Test
  void pads() {
    assertThat(DisplayWidth.padRight("张", 4)).isEqualTo("张  ");
    assertThat(DisplayWidth.padLeft("7", 3)).isEqualTo("  7");
    assertThat(DisplayWidth.padRight("abc", 2)).isEqualTo("abc");
  }

  @Test
  void wrapsAtBlanksElseAnywhere() {
    assertThat(DisplayWidth.wrap("the quick brown fox", 10))
        .containsExactly("the quick", "brown fox");
    assertThat(DisplayWidth.wrap("abcdefgh", 3)).containsExactly("abc", "def", "gh");
    assertThat(DisplayWidth.wrap("张三李四", 5)).containsExactly("张三", "李四");
    assertThat(DisplayWidth.wrap("hi abcdefgh", 4)).containsExactly("hi", "abcd", "efgh");
    assertThat(DisplayWidth.wrap(" 张三", 4)).containsExactly("", "张三");
    assertThat(DisplayWidth.wrap("a    b", 3)).containsExactly("a", "b");
    assertThat(DisplayWidth.wrap("", 4)).containsExactly("");
    assertThat(DisplayWidth.wrap("张", 1)).containsExactly("…");
  }

  @Test
  void neverExceedsTheWidth() {
    Random random = new Random(11);
    for (int i = 0; i < 5_000; i++) {
      String text = SafeText.visible(HostileText.any(random));
      int width = 1 + random.nextInt(30);
      String cut = DisplayWidth.truncate(text, width);
      assertThat(DisplayWidth.of(cut)).as(text).isLessThanOrEqualTo(width);
      List<String> lines = DisplayWidth.wrap(text, width);
      assertThat(lines).allMatch(line -> DisplayWidth.of(line) <= width);
      if (width >= 2) {
        assertThat(String.join("", lines).replaceAll("[ \u3000]", ""))
            .isEqualTo(text.replaceAll("[ \u3000]", ""));
      }
    }
  }

  @Test
  void takesAMegabyte() {
    String text = "张👩‍👩‍👧e\u0301 ".repeat(100_000);
    assertThat(DisplayWidth.of(text)).isEqualTo(600_000);
    assertThat(DisplayWidth.truncate(text, 4)).isEqualTo("张…");
    assertThat(DisplayWidth.wrap(text, 60)).hasSizeGreaterThanOrEqualTo(10_000);
  }
}
