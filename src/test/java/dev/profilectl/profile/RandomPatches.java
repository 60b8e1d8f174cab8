package dev.profilectl.profile;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/** Changes within the documented rules, the same for the same seed. */
public final class RandomPatches {
  private static final List<String> PIECES =
      List.of(
          "a", "Z", "0", " ", "中", "文", "😀", "é", "e\u0301", "\u202e", "\u0000", "\n", "\t", "\"",
          "'", "\\", "%s", "&", "=", "+", "<b>", "${x}", "\u0085", "\ufeff", "null", "{}",
          "\u001b");

  private final SplittableRandom random;

  /** By a seed. */
  public RandomPatches(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** Sets some of these fields, clears some of those that may be cleared, leaves the others. */
  public ProfilePatch of(Set<Field> fields) {
    Map<Field, Object> set = new EnumMap<>(Field.class);
    Set<Field> clear = EnumSet.noneOf(Field.class);
    for (Field field : fields) {
      switch (random.nextInt(4)) {
        case 0 -> set.put(field, value(field));
        case 1 -> {
          if (!field.isRequired()) {
            clear.add(field);
          }
        }
        default -> {}
      }
    }
    return new ProfilePatch(set, clear);
  }

  private Object value(Field field) {
    return switch (field.kind()) {
      case GENDER -> random.nextInt(3);
      case DATE -> LocalDate.of(1000, 1, 1).plusDays(random.nextInt(3_287_000));
      case SECRET -> new Secret("s3c" + random.nextInt(100, 99_999));
      case JSON ->
          "{\"k\":[" + random.nextInt(99) + ",null,\"" + "中".repeat(random.nextInt(50)) + "\"]}";
      case TEXT -> text(field);
      case FLAG, DECIMAL, INTEGER, TIME, ID ->
          throw new IllegalArgumentException("no system lets " + field + " be set");
    };
  }

  private String text(Field field) {
    int number = random.nextInt(1_000_000);
    return switch (field) {
      case USERNAME -> "N" + "._-".charAt(number % 3) + number;
      case EMAIL -> "a+" + number + "@b-c.example";
      case MOBILE -> "138" + (10_000_000 + number);
      case AVATAR_URL -> "https://h.example/" + number + "/x.png?a=%20&b=1";
      case DESC -> pieces(1000);
      case LEVEL, MAJOR, LABEL, SKILL, AWARD_INFO, ROLES, OAID, DEVICE_ID -> pieces(128);
      default -> pieces(32);
    };
  }

  /** At least one character, at most so many; now and then as many as there may be. */
  private String pieces(int most) {
    if (random.nextInt(10) == 0) {
      return "中".repeat(most);
    }
    StringBuilder text = new StringBuilder();
    int wanted = random.nextInt(1, Math.min(most, 12));
    while (text.codePointCount(0, text.length()) < wanted) {
      String piece = PIECES.get(random.nextInt(PIECES.size()));
      boolean fits = text.codePointCount(0, text.length()) + piece.length() <= most;
      text.append(fits ? piece : "x");
    }
    return text.toString();
  }
}
