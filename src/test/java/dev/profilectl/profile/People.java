package dev.profilectl.profile;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/** Profiles for tests. */
public final class People {
  /** When everything in a test happens, unless said otherwise. */
  public static final Instant NOON = Instant.parse("2026-01-02T12:00:00.123Z");

  private People() {}

  /** An id made of a number. */
  public static UserId id(int number) {
    return new UserId("%026d".formatted(number));
  }

  /** A patch that sets values. */
  public static ProfilePatch set(Object... keysAndValues) {
    return new ProfilePatch(values(keysAndValues), Set.of());
  }

  /** A patch that clears fields. */
  public static ProfilePatch clear(Field... fields) {
    return new ProfilePatch(Map.of(), Set.of(fields));
  }

  /** A profile with these values, {@link Field} and value in turn. */
  static Profile profile(int number, Object... keysAndValues) {
    Map<Field, Object> values = values(keysAndValues);
    values.putIfAbsent(Field.USERNAME, "user" + number);
    return new Profile(id(number), 1, values, Set.of());
  }

  private static Map<Field, Object> values(Object... keysAndValues) {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    for (int i = 0; i < keysAndValues.length; i += 2) {
      values.put((Field) keysAndValues[i], keysAndValues[i + 1]);
    }
    return values;
  }
}
