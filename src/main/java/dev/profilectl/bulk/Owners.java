package dev.profilectl.bulk;

import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Users by how names of files may spell them: exactly, without regard to case, and without regard
 * to accents and separators either. The nearest spelling decides, where it is one user's alone.
 */
final class Owners {
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern NEITHER_LETTER_NOR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Letters that no decomposition turns into plain ones. */
  private static final Map<String, String> PLAIN =
      Map.of("ß", "ss", "ø", "o", "ł", "l", "đ", "d", "æ", "ae", "œ", "oe", "ı", "i", "þ", "th");

  /** From the strictest to the loosest. */
  private static final List<UnaryOperator<String>> SPELLINGS =
      List.of(
          text -> Normalizer.normalize(text, Normalizer.Form.NFC),
          text -> Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT),
          Owners::folded);

  private final List<Map<String, List<Owner>>> bySpelling = new ArrayList<>();
  private final List<Owner> all = new ArrayList<>();

  /**
   * Somebody who may own a picture.
   *
   * @param pictured whether the profile names a picture
   */
  record Owner(UserId id, String username, boolean pictured) {}

  /**
   * What was found.
   *
   * @param owners one, or several that are equally near
   * @param distance 0 for the exact spelling, then 1, then 2
   */
  record Found(List<Owner> owners, int distance) {
    Found {
      owners = List.copyOf(owners);
    }
  }

  /** All users of a directory that can list them, by a field. */
  Owners(ProfileDirectory directory, RowKey key) {
    SPELLINGS.forEach(_ -> bySpelling.add(new HashMap<>()));
    directory.list(
        user -> {
          Owner owner = new Owner(user.id(), user.username(), user.get(Field.AVATAR_URL) != null);
          all.add(owner);
          Object value = user.get(key.field());
          if (value != null) {
            add(value.toString(), owner);
          }
        });
  }

  private void add(String value, Owner owner) {
    for (int i = 0; i < SPELLINGS.size(); i++) {
      String spelled = SPELLINGS.get(i).apply(value);
      bySpelling.get(i).computeIfAbsent(spelled, _ -> new ArrayList<>(1)).add(owner);
    }
  }

  /** Everybody. */
  List<Owner> all() {
    return all;
  }

  /** Whom a text means. */
  Optional<Found> find(String text) {
    for (int i = 0; i < SPELLINGS.size(); i++) {
      String spelled = SPELLINGS.get(i).apply(text);
      List<Owner> owners = bySpelling.get(i).get(spelled);
      if (owners != null && !spelled.isEmpty()) {
        return Optional.of(new Found(owners, i));
      }
    }
    return Optional.empty();
  }

  static String folded(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder plain = new StringBuilder();
    NEITHER_LETTER_NOR_DIGIT
        .matcher(bare.toLowerCase(Locale.ROOT))
        .replaceAll("")
        .codePoints()
        .mapToObj(Character::toString)
        .forEach(letter -> plain.append(PLAIN.getOrDefault(letter, letter)));
    return plain.toString();
  }
}
