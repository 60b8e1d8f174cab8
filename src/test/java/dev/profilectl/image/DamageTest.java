package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.profilectl.failure.Failure;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Damage beside the pixels is survived, and no damage whatever gets further than a refusal. */
class DamageTest {
  private static final int MUTATIONS = 150;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpeg-bad-exif-length.jpg",
        "jpeg-short-exif-length.jpg",
        "jpeg-bad-icc.jpg",
        "jpeg-bad-ifd.jpg",
        "jpeg-bad-jfif.jpg",
        "jpeg-no-end.jpg",
        "jpeg-trailing.jpg",
        "png-bad-text-sum.png",
        "png-icc-garbage.png",
        "png-icc-bomb.png",
        "png-text-bomb.png"
      })
  void dropsDamagedMetadataAndKeepsThePicture(String name) {
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), 100, 100);

    assertThat(Fixtures.distance(Fixtures.corners(pixels), Fixtures.quadrants()))
        .isLessThanOrEqualTo(12);
  }

  @Test
  void stopsADecoderThatReadsOnBehindTheEnd() {
    byte[] file = Fixtures.read("webp-endless.webp");

    assertTimeout(
        Duration.ofSeconds(10),
        () ->
            assertThatThrownBy(() -> ImagePipeline.asIs(file)).isInstanceOf(Failure.Invalid.class));
  }

  static Stream<String> victims() {
    return Stream.of(
        "private.jpg",
        "jpeg-progressive.jpg",
        "jpeg-ycck.jpg",
        "png-alpha.png",
        "png-palette-alpha.png",
        "png-adobe-rgb.png",
        "png-16bit-interlaced.png",
        "webp-lossy-alpha.webp",
        "webp-lossless.webp",
        "webp-animated.webp",
        "gif-animated.gif",
        "gif-interlaced.gif",
        "bmp-rle8.bmp",
        "bmp-565.bmp",
        "tiff-jpeg.tif",
        "tiff-zip-16bit.tif",
        "tiff-fax.tif",
        "tiff-big.tif",
        "tiff-tiled.tif");
  }

  /** The same mutations in every run. */
  @ParameterizedTest
  @MethodSource("victims")
  void neverFailsOtherwiseThanByARefusal(String name) {
    byte[] whole = Fixtures.read(name);
    Random random = new Random(name.hashCode());
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutant = mutated(whole, random);
            assertThatCode(() -> attempt(mutant)).as("mutation %d", i).doesNotThrowAnyException();
          }
        });
  }

  private static byte[] mutated(byte[] whole, Random random) {
    byte[] mutant = whole.clone();
    // Half of them hit the headers, where the harm is.
    int reach = random.nextBoolean() ? mutant.length : Math.min(mutant.length, 64);
    for (int hits = 1 + random.nextInt(4); hits > 0; hits--) {
      int at = random.nextInt(reach);
      mutant[at] =
          switch (random.nextInt(4)) {
            case 0 -> (byte) 0xff;
            case 1 -> 0;
            case 2 -> (byte) (mutant[at] ^ 1 << random.nextInt(8));
            default -> (byte) random.nextInt(256);
          };
    }
    return mutant;
  }

  private static void attempt(byte[] file) {
    try {
      Picture picture = ImagePipeline.process(file, ImageOptions.DEFAULTS.withSize(64));
      assertThat(picture.width()).isBetween(1, 64);
    } catch (Failure.Invalid e) {
      assertThat(e.problems().getFirst().code())
          .isIn("not-an-image", "image-broken", "image-too-many-pixels");
    }
  }
}
