package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchTest {
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");

  /** What is shown is what would be stored, as far as so few pixels can tell. */
  @ParameterizedTest
  @ValueSource(ints = {0, 90, 180, 270})
  void itShowsWhatWouldBeStored(int rotate) throws IOException {
    byte[] photo = Files.readAllBytes(PHOTO);
    Sketch sketch = Sketch.of(photo, 1024);
    int side = Math.min(sketch.width(), sketch.height()) / 2;
    Crop crop = Crop.square(side / 4, side / 2, side);
    Pixels shown = sketch.part(rotate, crop, 64, 64);
    ImageOptions options =
        ImageOptions.DEFAULTS
            .withRotate(rotate)
            .withCrop(crop)
            .withSize(64)
            .withFormat(ImageOptions.OutputFormat.PNG);
    byte[] stored = ImagePipeline.process(photo, options).bytes();
    assertThat(ImageComparison.looksSame(DrawnPicture.png(shown), stored)).isTrue();
  }

  @Test
  void whatIsNotKeptIsDarker() throws IOException {
    Sketch sketch = Sketch.of(Files.readAllBytes(PHOTO), 200);
    Pixels plain = sketch.part(0, Crop.none(), 40, 40);
    Pixels marked = sketch.marked(0, Crop.centre(), 40, 40);
    assertThat(marked.width()).isEqualTo(plain.width());
    int middle = marked.height() / 2 * marked.width() + marked.width() / 2;
    assertThat(marked.argb()[middle]).isEqualTo(plain.argb()[middle]);
    boolean wide = sketch.width() > sketch.height();
    int edge = wide ? middle - marked.width() / 2 : marked.width() / 2;
    assertThat(marked.argb()[edge] >> 16 & 0xff).isEqualTo((plain.argb()[edge] >> 16 & 0xff) / 3);
  }

  @Test
  void aPartOutsideIsRefused() throws IOException {
    Sketch sketch = Sketch.of(Files.readAllBytes(PHOTO), 200);
    assertThatThrownBy(() -> sketch.part(0, Crop.square(0, 0, 100_000), 10, 10))
        .isInstanceOf(Failure.Invalid.class);
  }
}
