package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import java.util.Comparator;

/** Orders of users, as {@code --sort} writes them. */
public final class ProfileOrder {
  private ProfileOrder() {}

  /**
   * By a key upwards, or downwards by {@code -key}; those without a value are last in both.
   *
   * @throws Usage naming the nearest key, where there is none of that name
   */
  public static Comparator<Profile> parse(String text) {
    return text.startsWith("-")
        ? ProfileKey.named(text.substring(1)).order(true)
        : ProfileKey.named(text).order(false);
  }
}
