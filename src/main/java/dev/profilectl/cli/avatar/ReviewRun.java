package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.cli.ByHand;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * The run that all changes of a review are, a row each, written down before it is made. Without a
 * change there is no run. May be used by one thread.
 */
final class ReviewRun {
  private final Session session;
  private final Origin origin;
  private final ProfileDirectory directory;
  private final @Nullable Journal journal;
  private final boolean knowsHistory;
  private boolean begun;
  private int rows;

  /** The tickets of changes that were not taken back. */
  private final Set<Integer> standing = ConcurrentHashMap.newKeySet();

  /** What does the same as a change, by its ticket. */
  private final Map<Integer, List<List<String>>> words = new ConcurrentSkipListMap<>();

  private boolean changed;

  ReviewRun(Session session, ChangeFlags change, ProfileDirectory directory) {
    this.session = session;
    this.origin = change.origin(session);
    this.directory = directory;
    this.journal = journal(session, change);
    this.knowsHistory = directory.features().contains(Feature.HISTORY);
  }

  private static @Nullable Journal journal(Session session, ChangeFlags change) {
    try {
      return session.journal(change);
    } catch (Failure noPlace) {
      session.note(Message.of("note.not-written-down", noPlace.sentence()));
      return null;
    }
  }

  /** Its id; {@code null} where nothing is left of what it changed. */
  @Nullable String id() {
    return standing.isEmpty() ? null : origin.run();
  }

  /** Makes a change; a ticket may be used again where it was refused. */
  Outcome make(int ticket, Profile user, Edit edit) {
    Journal writing = journal;
    if (writing == null) {
      return apply(ticket, edit);
    }
    if (!begun) {
      writing.begin(
          new Run(
              origin,
              session.targetName(),
              "avatar review",
              session.workspace().clock().instant().truncatedTo(ChronoUnit.MILLIS),
              RunState.RUNNING,
              Map.of("kind", "review")));
      begun = true;
    }
    if (ticket > rows) {
      rows = ticket;
      writing.add(origin.run(), List.of(new RunRow(ticket, 0, user.username(), null, user.id())));
    }
    mark(new Mark(ticket, RowState.STARTED, user.id(), List.of(), null));
    Outcome outcome = apply(ticket, edit);
    mark(mark(ticket, user, outcome));
    return outcome;
  }

  /**
   * Takes down the words of commands that do what a change did, each reading from the one before.
   */
  void did(int ticket, List<List<String>> commands) {
    words.put(ticket, commands);
  }

  /** Adds what was done and not taken back. */
  void tell(ByHand byHand) {
    words.forEach(
        (ticket, commands) -> {
          if (standing.contains(ticket)) {
            byHand.add(origin.run(), commands);
          }
        });
  }

  private Outcome apply(int ticket, Edit edit) {
    Outcome outcome = directory.apply(List.of(edit), origin).getFirst();
    if (outcome instanceof Outcome.Updated) {
      changed = true;
      standing.add(ticket);
    }
    return outcome;
  }

  /** Takes a change back; there is nothing left of it afterwards. */
  Outcome takeBack(int ticket, Profile user, Edit edit) {
    Outcome outcome = apply(ticket, edit);
    if (!(outcome instanceof Outcome.Failed)) {
      standing.remove(ticket);
      mark(new Mark(ticket, RowState.UNCHANGED, user.id(), List.of(), null));
    }
    return outcome;
  }

  private Mark mark(int ticket, Profile user, Outcome outcome) {
    return switch (outcome) {
      case Outcome.Updated updated -> {
        Failure.Partial shortfall = updated.shortfall();
        yield new Mark(
            ticket,
            shortfall == null ? RowState.CHANGED : RowState.FAILED,
            user.id(),
            knowsHistory ? List.of() : updated.changes(),
            shortfall == null ? null : Trouble.of(shortfall, session.locale()));
      }
      case Outcome.Failed failed ->
          new Mark(
              ticket,
              RowState.FAILED,
              user.id(),
              List.of(),
              Trouble.of(failed.failure(), session.locale()));
      case Outcome.Unchanged _, Outcome.Created _, Outcome.Deleted _ ->
          new Mark(ticket, RowState.UNCHANGED, user.id(), List.of(), null);
    };
  }

  private void mark(Mark mark) {
    Journal writing = journal;
    if (writing != null && begun) {
      writing.mark(origin.run(), List.of(mark));
    }
  }

  /** It comes to an end; one that was cut off does not, and says so. */
  void end() {
    Journal writing = journal;
    if (writing != null && begun) {
      if (changed) {
        writing.set(origin.run(), RunState.DONE);
      } else {
        writing.drop(origin.run());
      }
    }
  }
}
