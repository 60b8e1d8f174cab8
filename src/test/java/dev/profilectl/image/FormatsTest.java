package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every variant of every format shows the same quadrants. */
class FormatsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpeg-baseline.jpg",
        "jpeg-progressive.jpg",
        "jpeg-restart.jpg",
        "jpeg-rgb.jpg",
        "jpeg-ycck.jpg",
        "jpeg-cmyk.jpg",
        "png-colour.png",
        "png-interlaced.png",
        "png-palette.png",
        "png-palette-2bit.png",
        "png-16bit.png",
        "png-16bit-interlaced.png",
        "webp-lossy.webp",
        "webp-lossless.webp",
        "webp-animated.webp",
        "gif-still.gif",
        "gif-interlaced.gif",
        "gif-animated.gif",
        "bmp-24.bmp",
        "bmp-8.bmp",
        "bmp-rle8.bmp",
        "bmp-os2.bmp",
        "bmp-565.bmp",
        "tiff-plain.tif",
        "tiff-lzw.tif",
        "tiff-zip-16bit.tif",
        "tiff-jpeg.tif",
        "tiff-palette.tif",
        "tiff-cmyk.tif",
        "tiff-big-endian.tif",
        "tiff-pages.tif",
        "tiff-big.tif",
        "tiff-tiled.tif",
      })
  void showsTheColoursWhereTheyBelong(String name) {
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), 200, 200);

    assertThat(pixels.width()).isEqualTo(96);
    assertThat(pixels.height()).isEqualTo(64);
    assertThat(Fixtures.distance(Fixtures.corners(pixels), Fixtures.quadrants()))
        .as("%x %x %x %x", box(Fixtures.corners(pixels)))
        .isLessThanOrEqualTo(12);
  }

  /** The luminances by Rec. 709, as ImageMagick has them, or black and white. */
  @ParameterizedTest
  @CsvSource({
    "jpeg-grey.jpg, 60 142 43 212",
    "png-grey.png, 60 142 43 212",
    "png-grey-alpha.png, 60 142 43 0",
    "tiff-grey.tif, 60 142 43 212",
    "png-1bit.png, 0 255 0 255",
    "tiff-fax.tif, 0 255 0 255"
  })
  void showsGreyAsItIsStored(String name, String expected) {
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), 200, 200);

    int[] corners = Fixtures.corners(pixels);
    String[] greys = expected.split(" ", -1);
    for (int i = 0; i < 4; i++) {
      if (corners[i] >>> 24 == 0xff) {
        int grey = Integer.parseInt(greys[i]);
        int[] wanted = {0xff000000 | grey << 16 | grey << 8 | grey};
        assertThat(Fixtures.distance(new int[] {corners[i]}, wanted)).isLessThanOrEqualTo(3);
      } else {
        assertThat(name).isEqualTo("png-grey-alpha.png");
        assertThat(i).isEqualTo(3);
      }
    }
  }

  private static Object[] box(int[] numbers) {
    return java.util.Arrays.stream(numbers).boxed().toArray();
  }

  @ParameterizedTest
  @CsvSource({
    "png-alpha.png",
    "png-palette-alpha.png",
    "webp-lossy-alpha.webp",
    "webp-lossless-alpha.webp",
    "gif-alpha.gif",
    "bmp-alpha.bmp",
    "tiff-alpha.tif"
  })
  void keepsWhatIsTransparent(String name) {
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), 200, 200);

    int[] corners = Fixtures.corners(pixels);
    int[] expected = Fixtures.quadrants();
    expected[3] = 0;
    corners[3] &= 0xff000000; // of what is transparent the colour does not matter
    assertThat(Fixtures.distance(corners, expected))
        .as("%x %x %x %x", box(corners))
        .isLessThanOrEqualTo(12);
  }
}
