package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Something of a profile that can be compared: a field, {@code version}, or whether a secret is set
 * ({@code has_password}).
 *
 * @param name as it is written
 * @param field the field it judges, {@code null} for the others
 * @param value gets it; a number, a boolean, text, a date or an instant
 */
record ProfileKey(
    String name, @Nullable Field field, Function<Profile, @Nullable Comparable<?>> value) {
  /**
   * The key of a name.
   *
   * @throws Usage naming the nearest one, where there is none
   */
  static ProfileKey named(String name) {
    return all().stream()
        .filter(key -> key.name.equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(name));
  }

  private static Usage unknown(String name) {
    List<String> names = all().stream().map(ProfileKey::name).toList();
    return new Usage(
        Nearest.to(name, names)
            .map(near -> Message.of("field.unknown-near", name, near))
            .orElseGet(() -> Message.of("field.unknown", name)));
  }

  private static List<ProfileKey> all() {
    List<ProfileKey> keys = new ArrayList<>();
    for (Field field : Field.values()) {
      keys.add(
          field.isSecret()
              ? new ProfileKey("has_" + field.key(), null, user -> user.secrets().contains(field))
              : new ProfileKey(field.key(), field, user -> (Comparable<?>) user.get(field)));
    }
    keys.add(new ProfileKey("version", null, Profile::version));
    return keys;
  }

  /** By this key, upwards or downwards; users without a value are last in both. */
  Comparator<Profile> order(boolean down) {
    return (one, other) -> {
      Comparable<?> a = value.apply(one);
      Comparable<?> b = value.apply(other);
      if (a == null || b == null) {
        return Boolean.compare(a == null, b == null);
      }
      // as the store sorts them
      int names =
          field == Field.USERNAME
              ? String.CASE_INSENSITIVE_ORDER.compare(a.toString(), b.toString())
              : 0;
      int order = names == 0 ? compare(a, b) : names;
      return down ? -order : order;
    };
  }

  /** Values of one key are of one type. */
  @SuppressWarnings("unchecked")
  static int compare(Comparable<?> a, Comparable<?> b) {
    return ((Comparable<Object>) a).compareTo(b);
  }
}
