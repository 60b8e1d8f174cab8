package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What comes out of the pipeline: sizes, formats, steps, limits. */
class ImagePipelineTest {

  @ParameterizedTest
  @CsvSource({
    "photo.jpg, centre, 512, 512, 512, jpeg, 'crop 112,0,675|resize 512x512|encode jpeg 88'",
    "photo.jpg, none, 300, 300, 225, jpeg, 'resize 300x225|encode jpeg 88'",
    "photo.jpg, '10,20,100', 512, 100, 100, jpeg, 'crop 10,20,100|encode jpeg 88'",
    "png-colour.png, centre, 512, 64, 64, jpeg, 'crop 16,0,64|encode jpeg 88'",
    "disc.png, centre, 200, 200, 200, png, 'resize 200x200|encode png'",
    "gif-animated.gif, none, 96, 96, 64, jpeg, 'first-frame|encode jpeg 88'",
    "webp-animated.webp, none, 96, 96, 64, jpeg, 'first-frame|encode jpeg 88'",
    "tiff-pages.tif, none, 96, 96, 64, jpeg, 'first-frame|encode jpeg 88'"
  })
  void makesWhatIsAskedFor(
      String name, String crop, int size, int width, int height, String format, String steps)
      throws Exception {
    byte[] source = Fixtures.read(name);

    Picture picture =
        ImagePipeline.process(
            source, ImageOptions.DEFAULTS.withCrop(Crop.parse(crop).orElseThrow()).withSize(size));

    assertThat(picture.width()).isEqualTo(width);
    assertThat(picture.height()).isEqualTo(height);
    assertThat(picture.format().word()).isEqualTo(format);
    assertThat(picture.steps()).extracting(Step::code).containsExactly(steps.split("\\|", -1));
    assertThat(picture.source()).isEqualTo(ImageInspector.inspect(source));
    ImageFacts facts = ImageInspector.inspect(picture.bytes());
    assertThat(facts)
        .isEqualTo(new ImageFacts(picture.format(), width, height, 1, picture.bytes().length));
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(picture.bytes());
    assertThat(picture.sha256()).isEqualTo(HexFormat.of().formatHex(digest));
  }

  @Test
  void givesTheSameBytesForTheSamePicture() {
    byte[] photo = Fixtures.read("photo.jpg");

    assertThat(ImagePipeline.process(photo, ImageOptions.DEFAULTS).sha256())
        .isEqualTo(ImagePipeline.process(photo, ImageOptions.DEFAULTS).sha256());
  }

  @Test
  void lowersTheSizeOfTheFileWithTheQuality() {
    byte[] photo = Fixtures.read("photo.jpg");
    int high = ImagePipeline.process(photo, ImageOptions.DEFAULTS.withQuality(95)).bytes().length;
    int low = ImagePipeline.process(photo, ImageOptions.DEFAULTS.withQuality(40)).bytes().length;

    assertThat(low).isLessThan(high / 2);
  }

  @Test
  void leavesTheBytesAloneWhenAsked() {
    byte[] source = Fixtures.read("orientation-6.jpg");

    Picture picture = ImagePipeline.asIs(source);

    assertThat(picture.bytes()).isEqualTo(source);
    assertThat(picture.width()).isEqualTo(64);
    assertThat(picture.height()).isEqualTo(96);
    assertThat(picture.steps()).extracting(Step::code).containsExactly("as-is");
  }

  @ParameterizedTest
  @CsvSource({"60000", "20000", "9000", "4000", "1200"})
  void fitsALimitOfBytes(long max) {
    Limits limits = new Limits(max, 400, Set.of(ImageFormat.JPEG, ImageFormat.PNG));

    Picture picture =
        ImagePipeline.process(Fixtures.read("photo.jpg"), ImageOptions.DEFAULTS, limits);

    assertThat(picture.bytes()).hasSizeLessThanOrEqualTo((int) max);
    assertThat(picture.bytes().length).as("not smaller than needed").isGreaterThan((int) max / 4);
    assertThat(picture.width()).isLessThanOrEqualTo(400).isEqualTo(picture.height());
    assertThat(limits.allow(ImageInspector.inspect(picture.bytes()))).isTrue();
    assertThat(ImageComparison.looksSame(picture.bytes(), cropped())).isTrue();
  }

  private static byte[] cropped() {
    return ImagePipeline.process(Fixtures.read("photo.jpg"), ImageOptions.DEFAULTS).bytes();
  }

  @Test
  void takesAFormatThatIsAllowed() {
    byte[] disc = Fixtures.read("disc.png");
    Limits jpegOnly = new Limits(100_000, 4000, Set.of(ImageFormat.JPEG, ImageFormat.GIF));

    Picture picture = ImagePipeline.process(disc, ImageOptions.DEFAULTS, jpegOnly);

    assertThat(picture.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(picture.steps()).extracting(Step::code).contains("flatten");
    assertThatThrownBy(
            () ->
                ImagePipeline.process(
                    disc,
                    ImageOptions.DEFAULTS.withFormat(ImageOptions.OutputFormat.PNG),
                    jpegOnly))
        .isInstanceOf(Failure.Usage.class)
        .hasMessage("png pictures are not accepted there; accepted: gif, jpeg");
  }

  @Test
  void givesUpWhereNothingFits() {
    Limits limits = new Limits(50, 400, Set.of(ImageFormat.JPEG));

    assertThatThrownBy(
            () -> ImagePipeline.process(Fixtures.read("photo.jpg"), ImageOptions.DEFAULTS, limits))
        .isInstanceOfSatisfying(
            Failure.Invalid.class,
            e -> assertThat(e.problems().getFirst().code()).isEqualTo("image-too-large"));
  }
}
