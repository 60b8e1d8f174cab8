package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Re-encoded and rescaled is the same picture; turned, mirrored, cropped or recoloured is not. */
class ImageComparisonTest {

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, photo-reference.png, true",
    "text.png, text-reference.png, true",
    "lines.png, lines-reference.png, true",
    "jpeg-baseline.jpg, webp-lossy.webp, true",
    "orientation-3.jpg, orientation-8.webp, true",
    "photo.jpg, lines.png, false",
    "text.png, lines.png, false",
    "jpeg-grey.jpg, jpeg-baseline.jpg, false"
  })
  void tellsWhetherTheyLookTheSame(String one, String other, boolean same) {
    byte[] a = Fixtures.read(one);
    byte[] b = Fixtures.read(other);

    assertThat(ImageComparison.looksSame(a, b)).isEqualTo(same);
    assertThat(ImageComparison.looksSame(b, a)).isEqualTo(same);
  }

  @Test
  void isNotFooledByATurnOrACrop() {
    byte[] photo = Fixtures.read("photo.jpg");
    ImageOptions whole = ImageOptions.DEFAULTS.withCrop(Crop.none());
    byte[] turned = ImagePipeline.process(photo, whole.withRotate(180)).bytes();
    byte[] square = ImagePipeline.process(photo, ImageOptions.DEFAULTS).bytes();

    assertThat(ImageComparison.looksSame(photo, turned)).isFalse();
    assertThat(ImageComparison.looksSame(photo, square)).isFalse();
    for (int quality = 30; quality < 100; quality += 20) {
      byte[] again = ImagePipeline.process(photo, whole.withQuality(quality)).bytes();
      assertThat(ImageComparison.looksSame(photo, again)).isTrue();
    }
  }

  @Test
  void givesOneForTheSamePicture() {
    byte[] photo = Fixtures.read("photo.jpg");

    assertThat(ImageComparison.ssim(photo, photo)).isCloseTo(1, within(1e-9));
    assertThat(ImageComparison.ssim(photo, Fixtures.read("lines.png"))).isLessThan(0.6);
  }
}
