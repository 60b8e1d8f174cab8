package dev.profilectl.image;

import dev.profilectl.failure.Failure;
import java.util.Set;

/** What has to hold for every file whatever, and what Jazzer calls with files that it makes up. */
public final class PictureFuzz {
  private static final int SIDE = 64;
  private static final Set<String> REFUSALS =
      Set.of("not-an-image", "image-broken", "image-too-many-pixels", "image-too-large");

  private PictureFuzz() {}

  /** The name and the shape that Jazzer looks for. */
  public static void fuzzerTestOneInput(byte[] file) {
    attempt(file);
  }

  /**
   * Whether a picture came of it; what is stored as it came has passed the same checks.
   *
   * @throws AssertionError where neither a sound picture nor a refusal with a known code came of it
   */
  static boolean attempt(byte[] file) {
    try {
      Picture picture = ImagePipeline.process(file, ImageOptions.DEFAULTS.withSize(SIDE));
      ImageFacts facts = ImageInspector.inspect(picture.bytes());
      require(Math.max(picture.width(), picture.height()) <= SIDE, picture);
      require(Math.min(picture.width(), picture.height()) >= 1, picture);
      require(facts.width() == picture.width() && facts.height() == picture.height(), facts);
      ImagePipeline.asIs(file);
      return true;
    } catch (Failure.Invalid refusal) {
      String code = refusal.problems().getFirst().code();
      require(REFUSALS.contains(code), code);
      return false;
    }
  }

  private static void require(boolean held, Object what) {
    if (!held) {
      throw new AssertionError(what);
    }
  }
}
