package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.DirectoryAround;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A directory without a history, whose changes are written down as runs, with the pictures that
 * they replace. Changes of a run that the journal knows already are left to whoever writes that
 * down.
 */
public final class Journalled extends DirectoryAround {
  private final Journal journal;
  private final Label label;
  private final Map<UserId, String> names = new ConcurrentHashMap<>();

  /**
   * How its runs are called.
   *
   * @param target the name of the target
   * @param command the words of the command
   * @param clock the time
   * @param locale the language in which the journal keeps what went wrong
   */
  public record Label(String target, String command, Clock clock, Locale locale) {}

  /** Around a directory. */
  public Journalled(ProfileDirectory directory, Journal journal, Label label) {
    super(directory);
    this.journal = journal;
    this.label = label;
    directory.keepReplaced(journal::keep);
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    if (journal.find(origin.run()).isPresent()) {
      return directory.apply(edits, origin);
    }
    journal.begin(
        new Run(
            origin,
            label.target,
            label.command,
            label.clock.instant().truncatedTo(ChronoUnit.MILLIS),
            RunState.RUNNING,
            Map.of()));
    List<RunRow> rows = new ArrayList<>();
    List<Mark> started = new ArrayList<>();
    for (int i = 0; i < edits.size(); i++) {
      UserId user = user(edits.get(i));
      rows.add(new RunRow(i + 1L, 0, user == null ? null : names.get(user), null, user));
      started.add(new Mark(i + 1L, RowState.STARTED, user, List.of(), null));
    }
    journal.add(origin.run(), rows);
    journal.mark(origin.run(), started);
    List<Outcome> outcomes = directory.apply(edits, origin);
    List<Mark> marks = new ArrayList<>();
    for (int i = 0; i < outcomes.size(); i++) {
      marks.add(mark(i + 1L, outcomes.get(i)));
    }
    journal.mark(origin.run(), marks);
    journal.set(origin.run(), RunState.DONE);
    return outcomes;
  }

  private static @Nullable UserId user(Edit edit) {
    return switch (edit) {
      case Edit.Create create -> create.id();
      case Edit.Update update -> update.user();
      case Edit.Delete delete -> delete.user();
      case Edit.Undelete undelete -> undelete.user();
      case Edit.SetAvatar set -> set.user();
      case Edit.AdoptAvatar adopt -> adopt.user();
      case Edit.RemoveAvatar remove -> remove.user();
    };
  }

  private Mark mark(long seq, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Created made -> mark(seq, RowState.CREATED, made.user(), made.changes());
      case Outcome.Updated updated -> {
        Failure.Partial shortfall = updated.shortfall();
        yield new Mark(
            seq,
            shortfall == null ? RowState.CHANGED : RowState.FAILED,
            updated.user().id(),
            updated.changes(),
            shortfall == null ? null : Trouble.of(shortfall, label.locale));
      }
      case Outcome.Unchanged same -> mark(seq, RowState.UNCHANGED, same.user(), List.of());
      case Outcome.Deleted deleted -> mark(seq, RowState.DELETED, deleted.user(), List.of());
      case Outcome.Failed failed ->
          new Mark(
              seq, RowState.FAILED, null, List.of(), Trouble.of(failed.failure(), label.locale));
    };
  }

  private static Mark mark(long seq, RowState state, Profile user, List<FieldChange> changes) {
    return new Mark(seq, state, user.id(), changes, null);
  }

  private Profile known(Profile user) {
    names.put(user.id(), user.username());
    return user;
  }

  @Override
  public Optional<Profile> find(UserRef user) {
    return directory.find(user).map(this::known);
  }
}
