package dev.profilectl.seed;

import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** A user in the making: values to be put in the place of others. */
final class Draft {
  /** The longest username there may be. */
  static final int LONGEST_NAME = 64;

  private final Map<Field, Object> values = new EnumMap<>(Field.class);
  private final SplitMix random;
  private final String stem;

  /**
   * Of a user whose name begins like this.
   *
   * @param random what is drawn for this user, in the order of the drawing
   */
  Draft(String stem, SplitMix random) {
    this.stem = stem;
    this.random = random;
    set(Field.USERNAME, stem);
  }

  SplitMix random() {
    return random;
  }

  /** What the username begins with: the tag and the number. */
  String stem() {
    return stem;
  }

  Draft set(Field field, Object value) {
    values.put(field, value);
    return this;
  }

  /** A value that is left out for one in eight; the draw is made in either case. */
  void usually(Field field, Object value) {
    if (!random.oneIn(8)) {
      set(field, value);
    }
  }

  /** Leaves nothing but the name. */
  void bare() {
    values.clear();
    set(Field.USERNAME, stem);
  }

  /** The username, with more behind it. */
  void nameEnding(String ending) {
    set(Field.USERNAME, stem + ending);
    set(Field.EMAIL, stem + "@example.org");
  }

  ProfilePatch patch() {
    return new ProfilePatch(values, Set.of());
  }

  /** A text over and over, cut to so many code points. */
  static String filled(String text, int codePoints) {
    StringBuilder filled = new StringBuilder();
    int count = 0;
    while (count < codePoints) {
      for (int at = 0; at < text.length() && count < codePoints; count++) {
        int point = text.codePointAt(at);
        filled.appendCodePoint(point);
        at += Character.charCount(point);
      }
    }
    return filled.toString();
  }
}
