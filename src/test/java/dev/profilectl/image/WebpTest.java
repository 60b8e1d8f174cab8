package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import org.junit.jupiter.api.Test;

/** What a WebP may ask of its decoder, and what not. */
class WebpTest {

  @Test
  void takesATransformOnceOnly() {
    assertThat(ImagePipeline.asIs(WebpBombs.transforms(64, 1)).width()).isEqualTo(64);
    refused(WebpBombs.transforms(64, 2), "a transform twice");
  }

  @Test
  void takesAsManyCodesAsTheMemoryHolds() {
    assertThat(ImagePipeline.asIs(WebpBombs.codes(2600)).width()).isEqualTo(8);
    refused(WebpBombs.codes(65_536), "too many codes");
  }

  @Test
  void looksAtTransparencyThatIsCodedAlike() {
    refused(WebpBombs.alpha(64, 64, 2, 1000), "a transform twice");
  }

  /** Both took hundreds of megabytes: the second because a height of 0 became one of 65 536. */
  @Test
  void limitsTheFrameToo() {
    refused(WebpBombs.alpha(64, 5000, 0, 1000), "frame");
    refused(WebpBombs.alpha(64, 0, 0, 1000), "no size");
  }

  private static void refused(byte[] file, String why) {
    assertThatThrownBy(() -> ImagePipeline.asIs(file))
        .isInstanceOf(Failure.Invalid.class)
        .hasRootCauseMessage(why);
  }
}
