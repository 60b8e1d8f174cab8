package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

/** Every step and every refusal has its sentence in both languages. */
class StepTest {

  @Test
  void isToldInBothLanguages() {
    List<Step> all =
        List.of(
            Step.upright(),
            Step.rotate(90),
            Step.crop(new Region(0, 12, 800, 800)),
            Step.resize(512, 512),
            Step.shrink(400, 400),
            Step.srgb(),
            Step.firstFrame(),
            Step.flatten(),
            Step.jpeg(88),
            Step.png(),
            Step.asIs());

    for (Step step : all) {
      assertThat(step.text().in(Locale.ENGLISH)).isNotEmpty().doesNotContain("{");
      assertThat(step.text().in(Locale.CHINESE)).containsPattern("\\p{IsHan}").doesNotContain("{");
    }
    assertThat(all.get(2).text().in(Locale.ENGLISH)).isEqualTo("cropped to 800 × 800");
    assertThat(all.get(2).code()).isEqualTo("crop 0,12,800");
  }

  @Test
  void hasSentencesForEveryRefusal() {
    for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
      ResourceBundle bundle = ResourceBundle.getBundle("ValidationMessages", locale);
      assertThat(bundle.keySet())
          .contains(
              "not-an-image",
              "image-too-large",
              "image-too-many-pixels",
              "image-broken",
              "crop-outside");
    }
  }
}
