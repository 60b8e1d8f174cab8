package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Invalid;
import java.util.Optional;
import java.util.function.LongFunction;

/** A limit that nobody knew before a server refused a picture because of it. */
final class ServerLimit {
  private ServerLimit() {}

  /**
   * The picture with half the bytes, where that is what the server wants.
   *
   * @param failure how it refused
   * @param bytes of the picture it refused
   * @param smaller makes it of so many bytes at most
   * @return empty where the server refused something else, or so small a picture shows nothing
   */
  static Optional<NewPicture> fitting(
      Failure failure, long bytes, LongFunction<NewPicture> smaller) {
    if (bytes < 2 || !isTooLarge(failure)) {
      return Optional.empty();
    }
    try {
      return Optional.of(smaller.apply(bytes / 2));
    } catch (Invalid tooSmallToShowAnything) {
      return Optional.empty();
    }
  }

  private static boolean isTooLarge(Failure failure) {
    return failure.problems().stream()
        .anyMatch(
            problem ->
                problem.code().equals("image-too-large")
                    && problem.parameters().containsKey("server"));
  }
}
