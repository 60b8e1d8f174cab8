package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scaling against another tool's Lanczos, and without its faults. */
class ScalingTest {

  @ParameterizedTest
  @CsvSource({"photo.jpg", "text.png", "lines.png"})
  void looksLikeTheReference(String name) {
    Pixels reference =
        ImagePreview.pixels(
            Fixtures.read(name.substring(0, name.indexOf('.')) + "-reference.png"), 256, 256);
    Resampler resampler = new Resampler(new Region(0, 0, 900, 675), 256, 192);
    byte[] file = Fixtures.read(name);
    Pixels scaled =
        Guard.decoding(
            ImageFormat.PNG,
            () -> {
              var _ = Decoders.of(Signature.recognise(file)).decode(file, resampler);
              return Colours.toSrgb(resampler.result()).pixels();
            });

    assertThat(StructuralSimilarity.of(scaled, reference)).isGreaterThanOrEqualTo(0.98);
    assertThat(StructuralSimilarity.colourDistance(scaled, reference)).isLessThan(2);
  }

  @Test
  void drawsNoHaloAlongAHardEdge() {
    for (int side = 20; side < 300; side += 7) {
      for (int pixel : ImagePreview.pixels(Fixtures.read("edge.png"), side, side).argb()) {
        assertThat(pixel & 0xff).isBetween(64, 192);
      }
    }
  }

  @Test
  void drawsNoDarkFringeWhereItIsTransparent() {
    Pixels disc = ImagePreview.pixels(Fixtures.read("disc.png"), 90, 90);

    int between = 0;
    for (int pixel : disc.argb()) {
      int alpha = pixel >>> 24;
      if (alpha > 0) {
        assertThat(pixel & 0xffffff).isEqualTo(0xffffff);
      }
      if (alpha > 0 && alpha < 255) {
        between++;
      }
    }
    assertThat(between).as("smooth edge").isGreaterThan(100);
  }

  @Test
  void leavesAPictureOfTheRightSizeAlone() {
    Pixels edge = ImagePreview.pixels(Fixtures.read("edge.png"), 300, 300);

    assertThat(edge.width()).isEqualTo(300);
    assertThat(edge.argb()[136] & 0xff).isEqualTo(64);
    assertThat(edge.argb()[137] & 0xff).isEqualTo(192);
  }

  @Test
  void keepsTheMeanOfTheWholeHoweverSmall() {
    // 137 columns of 64 and 163 of 192
    Pixels dot = ImagePreview.pixels(Fixtures.read("edge.png"), 1, 1);

    assertThat(dot.argb()).hasSize(1);
    assertThat(dot.argb()[0] & 0xff).isBetween(120, 146);
  }
}
