package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** However a picture is stored, it comes out with red at the top left and yellow at the bottom. */
class OrientationTest {
  private static final int TOLERANCE = 12;

  static Stream<Arguments> stored() {
    return Stream.of("jpg", "png", "tif", "webp")
        .flatMap(
            extension -> IntStream.rangeClosed(1, 8).mapToObj(n -> Arguments.of(extension, n)));
  }

  @ParameterizedTest
  @MethodSource("stored")
  void turnsUpright(String extension, int number) {
    byte[] file = Fixtures.read("orientation-" + number + "." + extension);

    assertThat(ImageInspector.inspect(file).orientation()).isEqualTo(number);
    ImageOptions options =
        ImageOptions.DEFAULTS.withCrop(Crop.none()).withFormat(ImageOptions.OutputFormat.PNG);
    Picture picture = ImagePipeline.process(file, options);

    assertThat(picture.width()).isEqualTo(96);
    assertThat(picture.height()).isEqualTo(64);
    Pixels pixels = ImagePreview.pixels(picture.bytes(), 100, 100);
    assertThat(Fixtures.distance(Fixtures.corners(pixels), Fixtures.quadrants()))
        .isLessThanOrEqualTo(TOLERANCE);
    assertThat(picture.steps().getFirst().code().equals("upright")).isEqualTo(number != 1);
  }

  /** Clockwise: what was at the bottom left comes to the top left. */
  @ParameterizedTest
  @CsvSource({"90, 2 0 3 1", "180, 3 2 1 0", "270, 1 3 0 2"})
  void rotatesFurther(int degrees, String order) {
    int[] expected = new int[4];
    String[] from = order.split(" ", -1);
    for (int i = 0; i < 4; i++) {
      expected[i] = Fixtures.quadrants()[Integer.parseInt(from[i])];
    }
    for (int number = 1; number <= 8; number++) {
      byte[] file = Fixtures.read("orientation-" + number + ".png");
      Picture picture =
          ImagePipeline.process(
              file,
              ImageOptions.DEFAULTS
                  .withRotate(degrees)
                  .withCrop(Crop.none())
                  .withFormat(ImageOptions.OutputFormat.PNG));
      Pixels pixels = ImagePreview.pixels(picture.bytes(), 100, 100);
      assertThat(Fixtures.corners(pixels)).as("stored as %d", number).isEqualTo(expected);
      assertThat(picture.steps()).extracting(Step::code).contains("rotate " + degrees);
    }
  }

  /** A crop is measured in the upright picture, however that is stored. */
  @ParameterizedTest
  @CsvSource({"0, 0, 0", "50, 2, 1", "10, 34, 2", "60, 33, 3"})
  void cropsInUprightPixels(int x, int y, int quadrant) {
    for (int number = 1; number <= 8; number++) {
      byte[] file = Fixtures.read("orientation-" + number + ".tif");
      Picture picture =
          ImagePipeline.process(
              file,
              ImageOptions.DEFAULTS
                  .withCrop(Crop.square(x, y, 28))
                  .withFormat(ImageOptions.OutputFormat.PNG));
      Pixels pixels = ImagePreview.pixels(picture.bytes(), 100, 100);
      assertThat(pixels.width()).isEqualTo(28);
      assertThat(pixels.argb())
          .as("stored as %d", number)
          .containsOnly(Fixtures.quadrants()[quadrant]);
    }
  }
}
