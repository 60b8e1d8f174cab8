package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain ASCII ~",
        "张三 Ünïcode e\u0301",
        "👩‍👩‍👧‍👦 👍🏽 ❤️ 1️⃣ 🇨🇳 🏳️‍🌈 👩🏽‍💻",
        "می\u200cخواهم",
        "क्\u200dष",
        "葛\udb40\udd00"
      })
  void leavesHonestTextAlone(String text) {
    assertThat(SafeText.visible(text)).isEqualTo(text);
  }

  @Test
  void spellsOutWhatActsOnATerminal() {
    assertThat(SafeText.visible("\u001b[31mred\u0007\0\u007f\u009b"))
        .isEqualTo("\\x1b[31mred\\x07\\x00\\x7f\\x9b");
    assertThat(SafeText.visible("a\nb\tc\rd")).isEqualTo("a\\nb\\tc\\rd");
  }

  @Test
  void spellsOutWhatReordersOrSplitsALine() {
    assertThat(SafeText.visible("\u202e\u2066\u2069\u200e\u200f\u061c\u2028\u2029"))
        .isEqualTo("\\u202e\\u2066\\u2069\\u200e\\u200f\\u061c\\u2028\\u2029");
  }

  @Test
  void spellsOutWhatIsInvisible() {
    assertThat(SafeText.visible("ad\u200ba\u00ad\ufeff\u3164\udb40\udc41"))
        .isEqualTo("ad\\u200ba\\xad\\ufeff\\u3164\\u{e0041}");
    assertThat(SafeText.visible("ad\u200da")).isEqualTo("ad\\u200da");
    assertThat(SafeText.visible("a\ufe0f\udb40\udd00")).isEqualTo("a\\ufe0f\\u{e0100}");
    assertThat(SafeText.visible("👩\u200d\u200d👩")).isEqualTo("👩\\u200d\\u200d👩");
  }

  @Test
  void spellsOutLoneSurrogates() {
    assertThat(SafeText.visible("a\ud800b\udc00")).isEqualTo("a\\ud800b\\udc00");
  }

  @Test
  void letsNoSmearOfMarksThrough() {
    String smear = SafeText.visible("a" + "\u0301".repeat(1000));
    assertThat(smear).startsWith("a" + "\u0301".repeat(30) + "\\u0301\\u0301");
  }

  @Test
  void isHarmlessWhateverComesIn() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      String text = HostileText.any(random);
      assertThat(HostileText.isHarmless(SafeText.visible(text))).as(text).isTrue();
    }
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String text = Character.toString(c);
      assertThat(HostileText.isHarmless(SafeText.visible(text))).isTrue();
    }
  }

  @Test
  void replacesOnlyWhatIsUnsafe() {
    assertThat(SafeText.replaceUnsafe("张\u001b三\n", c -> "<" + c + ">")).isEqualTo("张<27>三<10>");
  }
}
