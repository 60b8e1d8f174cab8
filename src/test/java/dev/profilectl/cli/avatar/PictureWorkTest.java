package dev.profilectl.cli.avatar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageFormat;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.Picture;
import dev.profilectl.image.Step;
import dev.profilectl.profile.AvatarLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a target does not take is made smaller, squarer or plainer, and that is said. */
class PictureWorkTest {
  private static final Path PHOTO = Path.of("src/test/resources/images/photo.jpg");

  @Test
  void meetsTheLimitsOfATarget() throws IOException {
    AvatarLimits limits = new AvatarLimits(6_000, 300, true, Set.of("jpeg"));
    Picture made =
        PictureWork.process(
            Files.readAllBytes(PHOTO), ImageOptions.DEFAULTS.withCrop(Crop.none()), limits);
    assertThat(made.bytes().length).isLessThanOrEqualTo(6_000);
    assertThat(made.width()).isEqualTo(made.height()).isLessThanOrEqualTo(300);
    assertThat(made.format()).isEqualTo(ImageFormat.JPEG);
    assertThat(made.steps()).map(Step::code).anyMatch(code -> code.startsWith("shrink "));
  }

  @Test
  void leavesAloneWhatATargetTakes() throws IOException {
    byte[] photo = Files.readAllBytes(PHOTO);
    Picture made = PictureWork.process(photo, ImageOptions.DEFAULTS, AvatarLimits.NONE);
    assertThat(made.steps())
        .map(Step::code)
        .containsExactly("crop 112,0,675", "resize 512x512", "encode jpeg 88");
  }
}
