package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HalfBlocksTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;
  private static final int WHITE = 0xFFFFFFFF;
  private static final int BLACK = 0xFF000000;

  @Test
  void twoPixelsShareACell() {
    Pixels picture = new Pixels(2, 2, new int[] {RED, RED, BLUE, WHITE});
    assertThat(HalfBlocks.draw(picture, ColorDepth.TRUECOLOR))
        .containsExactly(
            "\u001b[38;2;255;0;0m\u001b[48;2;0;0;255m▀\u001b[48;2;255;255;255m▀\u001b[0m");
  }

  @Test
  void usesThePaletteOf256() {
    Pixels picture = new Pixels(2, 2, new int[] {RED, 0xFF808080, BLUE, WHITE});
    assertThat(HalfBlocks.draw(picture, ColorDepth.PALETTE_256))
        .containsExactly(
            "\u001b[38;5;196m\u001b[48;5;21m▀\u001b[38;5;244m\u001b[48;5;231m▀\u001b[0m");
  }

  @Test
  void theLastOddRowHasNoBackground() {
    Pixels picture = new Pixels(1, 3, new int[] {RED, RED, BLUE});
    assertThat(HalfBlocks.draw(picture, ColorDepth.TRUECOLOR))
        .containsExactly(
            "\u001b[38;2;255;0;0m\u001b[48;2;255;0;0m▀\u001b[0m", "\u001b[38;2;0;0;255m▀\u001b[0m");
  }

  @Test
  void transparencyLiesOnACheckerboard() {
    int[] clear = new int[16];
    assertThat(HalfBlocks.draw(new Pixels(8, 2, clear), ColorDepth.TRUECOLOR))
        .containsExactly(
            "\u001b[38;2;153;153;153m\u001b[48;2;153;153;153m▀▀▀▀"
                + "\u001b[38;2;102;102;102m\u001b[48;2;102;102;102m▀▀▀▀\u001b[0m");
    assertThat(HalfBlocks.draw(new Pixels(1, 1, new int[] {0x80FF0000}), ColorDepth.TRUECOLOR))
        .containsExactly("\u001b[38;2;204;76;76m▀\u001b[0m");
  }

  @Test
  void withoutColourShadesStandForBrightness() {
    int[] pixels = {BLACK, 0xFF404040, 0xFF808080, 0xFFB0B0B0, WHITE, 0x00FFFFFF};
    assertThat(HalfBlocks.draw(new Pixels(6, 1, pixels), ColorDepth.NONE))
        .containsExactly(" ░▒▓█ ");
    assertThat(HalfBlocks.draw(new Pixels(1, 2, new int[] {BLACK, WHITE}), ColorDepth.ANSI_16))
        .containsExactly("▒");
  }

  @Test
  void fitsWithoutDistortionAndNeverEnlarges() {
    TerminalSize room = new TerminalSize(40, 10);
    assertThat(HalfBlocks.fit(512, 512, room)).isEqualTo(new Pixels.Size(20, 20));
    assertThat(HalfBlocks.fit(400, 100, room)).isEqualTo(new Pixels.Size(40, 10));
    assertThat(HalfBlocks.fit(8, 8, room)).isEqualTo(new Pixels.Size(8, 8));
    assertThat(HalfBlocks.fit(10_000, 1, room)).isEqualTo(new Pixels.Size(40, 1));
  }

  @Test
  void putsFactsBeside() {
    List<String> picture = List.of("\u001b[38;5;1m▀▀\u001b[0m", "▀▀");
    List<String> facts = List.of("name  张三", "city  London", "more");
    assertThat(Beside.of(picture, facts, 16))
        .containsExactly("\u001b[38;5;1m▀▀\u001b[0m  name  张三", "▀▀  city  London", "    more");
    assertThat(Beside.of(picture, facts, null)).hasSize(3);
  }

  @Test
  void tellsTheRoomForFacts() {
    List<String> picture = List.of("▀".repeat(20));
    assertThat(Beside.room(picture, 80)).isEqualTo(58);
    assertThat(Beside.room(picture, 52)).isEqualTo(30);
    assertThat(Beside.room(picture, 51)).isEqualTo(51);
    assertThat(Beside.room(picture, null)).isNull();
  }

  @Test
  void putsFactsBelowWhereTheyDoNotFit() {
    assertThat(Beside.of(List.of("▀▀"), List.of("city  London"), 15))
        .containsExactly("▀▀", "", "city  London");
    assertThat(Beside.of(List.of("▀▀"), List.of(), 15)).containsExactly("▀▀");
  }
}
