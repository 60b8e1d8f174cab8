package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colours come out in sRGB, and nothing but colours comes out. */
class ColoursTest {
  /** What {@code transicc} says that 180, 120, 90 of Adobe RGB (1998) are. */
  private static final int IN_SRGB = 0xffc77958;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jpeg-adobe-rgb.jpg",
        "png-adobe-rgb.png",
        "webp-adobe-rgb.webp",
        "tiff-adobe-rgb.tif"
      })
  void appliesTheProfile(String name) {
    Picture picture = ImagePipeline.process(Fixtures.read(name), ImageOptions.DEFAULTS);
    Pixels pixels = ImagePreview.pixels(Fixtures.read(name), 64, 64);

    assertThat(Fixtures.distance(new int[] {pixels.argb()[2080]}, new int[] {IN_SRGB}))
        .isLessThanOrEqualTo(3);
    assertThat(picture.steps()).extracting(Step::code).contains("srgb");
  }

  @ParameterizedTest
  @ValueSource(strings = {"jpeg-bad-icc.jpg", "png-icc-garbage.png", "png-icc-bomb.png"})
  void ignoresABrokenProfile(String name) {
    Picture picture = ImagePipeline.process(Fixtures.read(name), ImageOptions.DEFAULTS);

    assertThat(picture.steps()).extracting(Step::code).doesNotContain("srgb");
  }

  @ParameterizedTest
  @EnumSource(
      value = ImageOptions.OutputFormat.class,
      names = {"JPEG", "PNG"})
  void dropsAllMetadata(ImageOptions.OutputFormat format) {
    byte[] source = Fixtures.read("private.jpg");
    assertThat(new String(source, ISO_8859_1)).contains("Exif", "ICC_PROFILE", "Paris", "secret");

    Picture picture = ImagePipeline.process(source, ImageOptions.DEFAULTS.withFormat(format));

    String bytes = new String(picture.bytes(), ISO_8859_1);
    assertThat(bytes)
        .doesNotContain("Exif", "ICC", "iCCP", "eXIf", "tEXt", "zTXt", "iTXt", "tIME")
        .doesNotContain("Paris", "secret", "Somebody", "xmp", "Photoshop");
    if (format == ImageOptions.OutputFormat.JPEG) {
      assertThat(bytes.indexOf("\u00ff\u00d8", 2)).as("no preview").isNegative();
      assertThat(bytes).startsWith("\u00ff\u00d8\u00ff\u00e0\0\20JFIF\0");
      for (char marker = '\u00e1'; marker <= '\u00ef'; marker++) {
        assertThat(bytes).doesNotContain("\u00ff" + marker);
      }
    }
  }

  @Test
  void laysTransparencyOverWhiteInAJpeg() {
    Picture picture =
        ImagePipeline.process(
            Fixtures.read("disc.png"),
            ImageOptions.DEFAULTS.withFormat(ImageOptions.OutputFormat.JPEG));

    for (int pixel : ImagePreview.pixels(picture.bytes(), 400, 400).argb()) {
      assertThat(pixel).isEqualTo(0xffffffff);
    }
    assertThat(picture.steps()).extracting(Step::code).containsExactly("flatten", "encode jpeg 88");
  }
}
