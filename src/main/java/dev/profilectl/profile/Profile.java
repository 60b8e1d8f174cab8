package dev.profilectl.profile;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user as a store or server knows it.
 *
 * @param id the user's id
 * @param version counts up with every change, from 1; 0 where the system counts no versions
 * @param values what is set, by field; each value is of its field's {@link Field.Kind}. Neither the
 *     id nor a secret is among them
 * @param secrets the secret fields that are set
 * @param extra what a system tells besides, as one compact JSON object without secrets; {@code
 *     null} for nothing
 */
public record Profile(
    UserId id,
    long version,
    Map<Field, Object> values,
    Set<Field> secrets,
    @Nullable String extra) {
  /** Copies the collections. */
  public Profile {
    values =
        Collections.unmodifiableMap(
            values.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(values));
    secrets =
        Collections.unmodifiableSet(
            secrets.isEmpty() ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(secrets));
  }

  /** Without anything besides. */
  public Profile(UserId id, long version, Map<Field, Object> values, Set<Field> secrets) {
    this(id, version, values, secrets, null);
  }

  /** Nobody yet: what a new user is made from. It has no username. */
  static Profile blank(UserId id) {
    return new Profile(id, 0, Map.of(), Set.of());
  }

  /** The value of a field, {@code null} where it is not set; of a secret never the value. */
  public @Nullable Object get(Field field) {
    return field == Field.ID ? id : values.get(field);
  }

  /** What to call the user in a sentence: the name, or the id where a system has no name. */
  public String username() {
    Object name = values.get(Field.USERNAME);
    return name == null ? id.text() : (String) name;
  }
}
