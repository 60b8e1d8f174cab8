package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Facts come from the content of a file and from nothing else. */
class ImageInspectorTest {

  @ParameterizedTest
  @CsvSource({
    "orientation-8.jpg, JPEG, 64, 96, 8",
    "orientation-2.png, PNG, 96, 64, 2",
    "orientation-5.webp, WEBP, 64, 96, 5",
    "orientation-7.tif, TIFF, 64, 96, 7",
    "webp-animated.webp, WEBP, 96, 64, 1",
    "gif-animated.gif, GIF, 96, 64, 1",
    "bmp-os2.bmp, BMP, 96, 64, 1",
    "tiff-big.tif, TIFF, 96, 64, 1",
    "jpeg-bad-exif-length.jpg, JPEG, 96, 64, 1",
    "private.jpg, JPEG, 96, 64, 1"
  })
  void readsTheHeader(String name, ImageFormat format, int width, int height, int orientation) {
    byte[] file = Fixtures.read(name);

    assertThat(ImageInspector.inspect(file))
        .isEqualTo(new ImageFacts(format, width, height, orientation, file.length));
  }

  @Test
  void turnsSizesUpright() {
    ImageFacts facts = ImageInspector.inspect(Fixtures.read("orientation-8.jpg"));

    assertThat(facts.uprightWidth()).isEqualTo(96);
    assertThat(facts.uprightHeight()).isEqualTo(64);
  }

  @Test
  void namesFormats() {
    assertThat(ImageFormat.JPEG.word()).isEqualTo("jpeg");
    assertThat(ImageFormat.TIFF.mediaType()).isEqualTo("image/tiff");
    assertThat(ImageFormat.JPEG.extension()).isEqualTo("jpg");
  }

  @ParameterizedTest
  @CsvSource({
    "'1,2', false",
    "'1,2,3', true",
    "'1,2,x', false",
    "centre, true",
    "none, true",
    "'', false"
  })
  void readsACropAsWritten(String text, boolean understood) {
    Optional<Crop> crop = Crop.parse(text);

    assertThat(crop.isPresent()).isEqualTo(understood);
    if (text.startsWith("1,2,3")) {
      assertThat(crop).contains(Crop.square(1, 2, 3));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, 40, 1000, 40, 30",
    "photo.jpg, 1000, 30, 40, 30",
    "photo.jpg, 5000, 5000, 900, 675",
    "orientation-6.jpg, 48, 48, 48, 32"
  })
  void fitsAPreviewInItsBox(String name, int boxWidth, int boxHeight, int width, int height) {
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), boxWidth, boxHeight);

    assertThat(pixels.width()).isEqualTo(width);
    assertThat(pixels.height()).isEqualTo(height);
    assertThat(pixels.argb()).hasSize(width * height);
  }
}
