package dev.profilectl.bulk;

import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.UserId;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to become different of one user, and what it must be like before.
 *
 * @param user whom; {@code null} for a new user whose id is not given
 * @param action what is to be done
 * @param version the version the profile had; 0 where that does not count
 * @param changes the fields, from what they have to be to what they become
 * @param picture the run that replaced the picture, which is to be put back; {@code null} for none
 */
public record Difference(
    @Nullable UserId user,
    Action action,
    long version,
    List<FieldChange> changes,
    @Nullable String picture) {
  private static final String OLD = "old";
  private static final String NEW = "new";
  private static final String PICTURE = "picture";

  /** Copies the changes. */
  public Difference {
    changes = List.copyOf(changes);
  }

  /** Of fields alone. */
  public Difference(@Nullable UserId user, Action action, long version, List<FieldChange> changes) {
    this(user, action, version, changes, null);
  }

  /** What is to be done. */
  public enum Action {
    /** Change fields. */
    CHANGE,
    /** Make the user. */
    CREATE,
    /** Take the user away. */
    DELETE,
    /** Bring back a user who was taken away. */
    UNDELETE
  }

  /**
   * What takes back what a run did.
   *
   * @param run its id
   */
  public static Difference undoing(String run, RunChange done) {
    Action action =
        switch (done.kind()) {
          case CREATED -> Action.DELETE;
          case DELETED -> Action.UNDELETE;
          case CHANGED -> Action.CHANGE;
        };
    List<FieldChange> back = done.changes().stream().map(FieldChange::back).toList();
    return new Difference(done.user(), action, done.version(), back, done.pictured() ? run : null);
  }

  /** As members of an object, and as cells of a row. */
  public Map<String, @Nullable Object> members() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    for (FieldChange change : changes) {
      Map<String, @Nullable Object> values = new LinkedHashMap<>();
      values.put(OLD, FieldText.of(change.before()));
      values.put(NEW, FieldText.of(change.after()));
      fields.put(change.field().key(), values);
    }
    Map<String, @Nullable Object> members = new LinkedHashMap<>();
    members.put("action", action.name().toLowerCase(Locale.ROOT));
    members.put("user", user == null ? null : user.text());
    members.put("version", version == 0 ? null : String.valueOf(version));
    members.put("fields", fields);
    if (picture != null) {
      members.put(PICTURE, picture);
    }
    return members;
  }

  /**
   * Of members that {@link #members} made.
   *
   * @throws IllegalArgumentException where they are others
   */
  public static Difference of(Map<String, ? extends @Nullable Object> members) {
    List<FieldChange> changes = new ArrayList<>();
    if (members.get("fields") instanceof Map<?, ?> fields) {
      fields.forEach((key, values) -> changes.add(change(String.valueOf(key), values)));
    }
    Object user = members.get("user");
    Object version = members.get("version");
    return new Difference(
        user == null ? null : UserId.anySystem(user.toString()).orElseThrow(Difference::none),
        Action.valueOf(String.valueOf(members.get("action")).toUpperCase(Locale.ROOT)),
        version == null ? 0 : Long.parseLong(version.toString()),
        changes,
        members.get(PICTURE) instanceof String run ? run : null);
  }

  private static FieldChange change(String key, @Nullable Object values) {
    Field field = Field.of(key).orElseThrow(Difference::none);
    if (!(values instanceof Map<?, ?> pair)) {
      throw none();
    }
    try {
      return new FieldChange(
          field,
          FieldText.value(field, FieldText.of(pair.get(OLD))),
          FieldText.value(field, FieldText.of(pair.get(NEW))));
    } catch (DateTimeException wrong) {
      throw new IllegalArgumentException(wrong);
    }
  }

  private static IllegalArgumentException none() {
    return new IllegalArgumentException("no difference");
  }
}
