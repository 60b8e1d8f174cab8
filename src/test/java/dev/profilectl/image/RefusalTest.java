package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.profilectl.failure.Failure;
import dev.profilectl.validation.Problem;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no picture, too much of one, or not all of one is refused with its code. */
class RefusalTest {

  static Problem problem(byte[] file, ImageOptions options) {
    Failure.Invalid refusal =
        catchThrowableOfType(Failure.Invalid.class, () -> ImagePipeline.process(file, options));
    assertThat(refusal).as("refused").isNotNull();
    assertThat(refusal.problems()).hasSize(1);
    assertThat(refusal.problems().getFirst().field()).isEqualTo("avatar");
    return refusal.problems().getFirst();
  }

  private static Problem problem(byte[] file) {
    return problem(file, ImageOptions.DEFAULTS);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      textBlock =
          """
          ||, empty
          Hello, text
          BM is how this text begins, text
          <!DOCTYPE html><html></html>, HTML
          <svg xmlns="http://www.w3.org/2000/svg"/>, SVG
          <?xml version="1.0"?><svg/>, SVG
          <?xml version="1.0"?><x/>, XML
          %PDF-1.7, PDF
          """)
  void namesWhatItLooksLike(String content, String found) {
    Problem problem = problem(content.getBytes(UTF_8));

    assertThat(problem.code()).isEqualTo("not-an-image");
    assertThat(problem.parameters()).containsEntry("found", found);
  }

  @ParameterizedTest
  @CsvSource({
    "0000001c667479706865696300000000, HEIC",
    "0000001c667479706176696600000000, AVIF",
    "0000001c6674797069736f6d00000000, video",
    "ff0a0000, JPEG XL",
    "0000000c6a5020200d0a870a, JPEG 2000",
    "504b03041400, ZIP",
    "0102030405, unknown",
    "89504e47, unknown"
  })
  void namesFilesByTheirFirstBytes(String hex, String found) {
    Problem problem = problem(java.util.HexFormat.of().parseHex(hex));

    assertThat(problem.code()).isEqualTo("not-an-image");
    assertThat(problem.parameters()).containsEntry("found", found);
  }

  @Test
  void limitsTheBytesBeforeItLooksAtThem() {
    assertThat(problem(new byte[20 * 1024 * 1024 + 1]).code()).isEqualTo("image-too-large");
    byte[] most = Arrays.copyOf(Fixtures.read("jpeg-baseline.jpg"), 20 * 1024 * 1024);
    assertThat(ImageInspector.inspect(most).width()).isEqualTo(96);
  }

  @Test
  void limitsThePixelsBeforeItDecodesThem() {
    Problem problem = problem(Fixtures.read("png-giant.png"));

    assertThat(problem.code()).isEqualTo("image-too-many-pixels");
    assertThat(problem.parameters()).containsEntry("width", 60000).containsEntry("max", 50);
  }

  @ParameterizedTest
  @CsvSource({
    "-1, 0, 5",
    "0, -1, 5",
    "90, 0, 7",
    "0, 60, 5",
    "0, 0, 65",
    "0, 0, 0",
    "2147483647, 0, 9"
  })
  void refusesACropOutsideThePicture(int x, int y, int size) {
    ImageOptions options = ImageOptions.DEFAULTS.withCrop(Crop.square(x, y, size));

    assertThat(problem(Fixtures.read("png-colour.png"), options).code()).isEqualTo("crop-outside");
  }

  /** Cut anywhere before the given percentage of the file, behind which only metadata follows. */
  @ParameterizedTest
  @CsvSource({
    "photo.jpg, 99",
    "jpeg-progressive.jpg, 97",
    "jpeg-restart.jpg, 97",
    "jpeg-ycck.jpg, 97",
    "text.png, 97",
    "png-interlaced.png, 90",
    "webp-lossy.webp, 97",
    "webp-lossless.webp, 97",
    "webp-lossy-alpha.webp, 97",
    "webp-lossless-alpha.webp, 97",
    "webp-animated.webp, 45",
    "gif-still.gif, 97",
    "gif-interlaced.gif, 97",
    "bmp-24.bmp, 99",
    "bmp-8.bmp, 99",
    "bmp-rle8.bmp, 97",
    "tiff-lzw.tif, 60",
    "tiff-jpeg.tif, 38",
    "tiff-tiled.tif, 97"
  })
  void refusesAPictureThatEndsEarly(String name, int percentage) {
    byte[] whole = Fixtures.read(name);
    int step = Math.max(1, whole.length / 60);
    for (int length = 30; length < whole.length * percentage / 100; length += step) {
      byte[] cut = Arrays.copyOf(whole, length);
      String where = "%d of %d".formatted(length, whole.length);
      Failure.Invalid refusal =
          catchThrowableOfType(
              Failure.Invalid.class, () -> ImagePipeline.process(cut, ImageOptions.DEFAULTS));
      assertThat(refusal).as(where).isNotNull();
      assertThat(refusal.problems()).extracting(Problem::code).containsExactly("image-broken");
      assertThat(catchThrowableOfType(Failure.Invalid.class, () -> ImagePipeline.asIs(cut)))
          .as("as is, " + where)
          .isNotNull();
    }
  }

  /** What the native decoder keeps of a progressive file counts, and that by its sampling. */
  @Test
  void progressiveFilesAreLimitedByTheirCoefficients() {
    Problem problem = problem(progressive(8000, 6000, 0x11));

    assertThat(problem.code()).isEqualTo("image-too-many-pixels");
    // 96 MiB at 2 bytes for each of 3 samples a pixel
    assertThat(problem.parameters()).containsEntry("max", 16L);
    assertThat(ImageInspector.inspect(progressive(5600, 5500, 0x22)).width()).isEqualTo(5600);
    assertThat(ImageInspector.inspect(progressive(4100, 4000, 0x11)).width()).isEqualTo(4100);
  }

  private static byte[] progressive(int width, int height, int sampling) {
    byte[] header = HexFormat.of().parseHex("ffd8ffc20011080000000003011100021100031100");
    header[7] = (byte) (height >> 8);
    header[8] = (byte) height;
    header[9] = (byte) (width >> 8);
    header[10] = (byte) width;
    header[13] = (byte) sampling;
    byte[] scan = HexFormat.of().parseHex("ffda000c03010002000300000000");
    byte[] file = Arrays.copyOf(header, header.length + scan.length);
    System.arraycopy(scan, 0, file, header.length, scan.length);
    return file;
  }
}
