package dev.profilectl.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one change sets and clears, judged and in its types. A field named in neither is left alone.
 *
 * @param set the new values, each of its field's {@link Field.Kind}; secrets as {@link Secret}
 * @param clear the fields that are to be without a value
 */
public record ProfilePatch(Map<Field, Object> set, Set<Field> clear) {
  /** Copies the collections. */
  public ProfilePatch {
    set =
        Collections.unmodifiableMap(
            set.isEmpty() ? new EnumMap<>(Field.class) : new EnumMap<>(set));
    clear =
        Collections.unmodifiableSet(
            clear.isEmpty() ? EnumSet.noneOf(Field.class) : EnumSet.copyOf(clear));
  }

  /** Whether it names no field. */
  public boolean isEmpty() {
    return set.isEmpty() && clear.isEmpty();
  }

  /** The fields it names, in the order of the table. */
  public Set<Field> fields() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    fields.addAll(set.keySet());
    fields.addAll(clear);
    return fields;
  }

  /**
   * What it would change on a profile, in the order of the table. A secret that is set is always a
   * change: whether it is the same is not to be found out here.
   */
  public List<FieldChange> changesOn(Profile profile) {
    List<FieldChange> changes = new ArrayList<>();
    for (Field field : fields()) {
      if (field.isSecret()) {
        boolean had = profile.secrets().contains(field);
        boolean has = set.containsKey(field);
        if (had || has) {
          changes.add(new FieldChange(field, hidden(had), hidden(has)));
        }
      } else {
        Object before = profile.get(field);
        Object after = set.get(field);
        if (!Objects.equals(before, after)) {
          changes.add(new FieldChange(field, before, after));
        }
      }
    }
    return changes;
  }

  private static @Nullable Object hidden(boolean there) {
    return there ? FieldChange.HIDDEN_SECRET : null;
  }

  /**
   * The profile as it is after these changes: one version on, and at its new times.
   *
   * @param now in whole milliseconds
   */
  public static Profile apply(Profile profile, List<FieldChange> changes, Instant now) {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    values.putAll(profile.values());
    Set<Field> secrets = EnumSet.noneOf(Field.class);
    secrets.addAll(profile.secrets());
    for (FieldChange change : changes) {
      Object after = change.after();
      if (change.field().isSecret()) {
        if (after == null) {
          secrets.remove(change.field());
        } else {
          secrets.add(change.field());
        }
      } else if (after == null) {
        values.remove(change.field());
      } else {
        values.put(change.field(), after);
      }
      if (change.field() == Field.PASSWORD) {
        values.put(Field.LAST_PASSWORD_UPDATE, now);
      }
    }
    values.put(Field.UPDATE_AT, now);
    return new Profile(profile.id(), profile.version() + 1, values, secrets, profile.extra());
  }
}
