package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Partial;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows that say what a user has to be like and what to make of that: of an undo, or of a plan. */
public final class PutBack implements RowWork {
  private final @Nullable PictureBack pictures;
  private final boolean strict;

  private PutBack(@Nullable PictureBack pictures) {
    this.pictures = pictures;
    this.strict = pictures == null;
  }

  /** Of a plan: a row of which anything has changed since is refused whole. */
  public static PutBack planned() {
    return new PutBack(null);
  }

  /**
   * Of an undo: what has not changed since is put back.
   *
   * @param journal which keeps the pictures that were replaced
   * @param directory whose users it is about
   */
  public static PutBack undoing(Journal journal, ProfileDirectory directory) {
    return new PutBack(new PictureBack(journal, directory));
  }

  @Override
  public Step step(RunRow row) {
    Difference wanted = Difference.of(Cells.of(Objects.requireNonNull(row.cells())));
    UserId user = wanted.user();
    if (wanted.action() == Difference.Action.CREATE) {
      return new Step.Act(new Edit.Create(user, patch(wanted.changes())));
    }
    UserRef ref = new UserRef.ById(Objects.requireNonNull(user).text(), row.key());
    Set<Field> fields = EnumSet.of(Field.USERNAME);
    wanted.changes().forEach(change -> fields.add(change.field()));
    return new Step.Ask(ref, fields, lookup -> decide(row, wanted, lookup));
  }

  private Step decide(RunRow row, Difference wanted, Lookup lookup) {
    UserId user = Objects.requireNonNull(wanted.user());
    String name = Objects.requireNonNullElse(row.key(), user.text());
    return switch (lookup) {
      case Lookup.Refused refused -> new Step.Fail(refused.failure());
      case Lookup.Nobody _ ->
          switch (wanted.action()) {
            case UNDELETE -> new Step.Act(new Edit.Undelete(user));
            case DELETE -> new Step.Rest();
            case CHANGE, CREATE -> new Step.Fail(Refusals.noSuchUser(name));
          };
      case Lookup.Found found ->
          switch (wanted.action()) {
            case UNDELETE -> new Step.Rest();
            case DELETE ->
                found.user().version() == wanted.version()
                    ? new Step.Act(new Edit.Delete(user, false))
                    : new Step.Fail(changedSince(name));
            case CHANGE, CREATE ->
                wanted.picture() == null || pictures == null
                    ? change(name, wanted, found.user())
                    : pictures.step(name, wanted, found.user());
          };
    };
  }

  static Conflict changedSince(String name) {
    return new Conflict(Message.of("run.changed-since", name));
  }

  private Step change(String name, Difference wanted, Profile now) {
    if (strict && wanted.version() > 0 && wanted.version() != now.version()) {
      return new Step.Fail(changedSince(name));
    }
    List<FieldChange> puts = new ArrayList<>();
    List<Field> conflicts = new ArrayList<>();
    List<Field> unknown = new ArrayList<>();
    for (FieldChange change : wanted.changes()) {
      Object is = now.get(change.field());
      if (change.field().isSecret() || (pictures != null && pictures.isLost(change.field()))) {
        unknown.add(change.field());
      } else if (Objects.equals(is, change.before())) {
        puts.add(change);
      } else if (!Objects.equals(is, change.after())) {
        conflicts.add(change.field());
      }
    }
    if (strict && !conflicts.isEmpty()) {
      return new Step.Fail(changedSince(name));
    }
    Failure besides = besides(name, conflicts, unknown, puts.isEmpty());
    if (puts.isEmpty()) {
      return besides == null ? new Step.Rest() : new Step.Fail(besides);
    }
    return new Step.Act(new Edit.Update(now.id(), patch(puts), null), besides);
  }

  /** What is not put back, and why. */
  private static @Nullable Failure besides(
      String name, List<Field> conflicts, List<Field> unknown, boolean alone) {
    if (conflicts.isEmpty() && unknown.isEmpty()) {
      return null;
    }
    String changed = keys(conflicts);
    String lost = keys(unknown);
    Message why =
        conflicts.isEmpty()
            ? Message.of("run.not-restorable", name, lost)
            : unknown.isEmpty()
                ? Message.of("run.fields-changed-since", name, changed)
                : Message.of("run.fields-not-back", name, changed, lost);
    return alone && !conflicts.isEmpty()
        ? new Conflict(why)
        : new Partial(
            why, unknown.stream().map(field -> Problem.of(field.key(), "not-restorable")).toList());
  }

  private static String keys(List<Field> fields) {
    return fields.stream().map(Field::key).collect(Collectors.joining(", "));
  }

  private static ProfilePatch patch(List<FieldChange> changes) {
    Map<Field, Object> set = new EnumMap<>(Field.class);
    Set<Field> clear = EnumSet.noneOf(Field.class);
    for (FieldChange change : changes) {
      Object after = change.after();
      if (after == null) {
        clear.add(change.field());
      } else {
        set.put(change.field(), after);
      }
    }
    return new ProfilePatch(set, clear);
  }
}
