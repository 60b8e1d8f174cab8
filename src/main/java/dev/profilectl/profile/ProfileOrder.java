package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import java.util.Comparator;

/** Orders of users, as {@code --sort} writes them. */
public final class ProfileOrder {
  private ProfileOrder() {}

  /**
   * By a key, those without a value last; {@code -key} is the other way round.
   *
   * @throws Usage naming the nearest key, where there is none of that name
   */
  public static Comparator<Profile> parse(String text) {
    return text.startsWith("-")
        ? ProfileKey.named(text.substring(1)).order().reversed()
        : ProfileKey.named(text).order();
  }
}
