package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SixelPictureTest {
  private static final int RED = 0xFFFF0000;
  private static final int BLUE = 0xFF0000FF;

  @Test
  void isWrittenAsByHand() {
    int[] pixels = new int[7 * 7];
    Arrays.fill(pixels, RED);
    pixels[48] = BLUE;
    // red: 6 rows of 7, then 1 row of 6; blue: the last pixel of the second band
    assertThat(SixelPicture.of(new Pixels(7, 7, pixels), 256))
        .isIn(
            "\u001bP0;1;0q\"1;1;7;7#0;2;0;0;100#1;2;100;0;0#1!7~-#0!6?@$#1!6@\u001b\\",
            "\u001bP0;1;0q\"1;1;7;7#0;2;100;0;0#1;2;0;0;100#0!7~-#0!6@$#1!6?@\u001b\\");
  }

  @Test
  void transparentPixelsAreNotDrawn() {
    Pixels picture = new Pixels(3, 1, new int[] {0x00FF0000, RED, 0x10FFFFFF});
    assertThat(SixelPicture.of(picture, 256))
        .isEqualTo("\u001bP0;1;0q\"1;1;3;1#0;2;100;0;0#0?@\u001b\\");
    assertThat(SixelPicture.of(new Pixels(1, 1, new int[1]), 256))
        .isEqualTo("\u001bP0;1;0q\"1;1;1;1\u001b\\");
    assertThat(SixelDecoder.decode(SixelPicture.of(picture, 256)).argb())
        .containsExactly(0, RED, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 16, 256})
  void looksLikeTheSource(int colors) {
    Pixels source = landscape(90, 64);
    Pixels shown = SixelDecoder.decode(SixelPicture.of(source, colors));
    assertThat(shown.width()).isEqualTo(90);
    assertThat(shown.height()).isEqualTo(64);
    assertThat(Arrays.stream(shown.argb()).distinct().count()).isLessThanOrEqualTo(colors);
    // dithering makes areas right even where no pixel is
    double off = 0;
    for (int y = 0; y < 64; y += 8) {
      for (int x = 0; x < 88; x += 8) {
        for (int channel = 0; channel < 3; channel++) {
          off = Math.max(off, Math.abs(mean(source, x, y, channel) - mean(shown, x, y, channel)));
        }
      }
    }
    assertThat(off).isLessThan(colors == 256 ? 4 : colors == 16 ? 24 : 130);
  }

  @Test
  void plainAreasHaveNoSpecks() {
    int[] pixels = new int[100 * 100];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = i % 100 < 50 ? 0xFF404040 : 0xFFBEBEBF;
    }
    int[] shown = SixelDecoder.decode(SixelPicture.of(new Pixels(100, 100, pixels), 256)).argb();
    assertThat(Arrays.stream(shown).distinct().count()).isEqualTo(2);
    for (int i = 0; i < shown.length; i++) {
      assertThat(shown[i]).isEqualTo(shown[i % 100]);
    }
  }

  /** Slopes of every colour, with some noise. */
  private static Pixels landscape(int width, int height) {
    Random random = new Random(3);
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      int red = i % width * 255 / width;
      int green = i / width * 255 / height;
      int blue = Math.clamp(255 - (red + green) / 2 + random.nextInt(9) - 4, 0, 255);
      argb[i] = 0xFF000000 | red << 16 | green << 8 | blue;
    }
    return new Pixels(width, height, argb);
  }

  private static double mean(Pixels picture, int left, int top, int channel) {
    int sum = 0;
    for (int y = top; y < top + 8; y++) {
      for (int x = left; x < left + 8; x++) {
        sum += Palette.channel(picture.argb()[y * picture.width() + x], channel);
      }
    }
    return sum / 64.0;
  }
}
