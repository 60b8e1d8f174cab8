package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.dialect.Loss;
import dev.profilectl.dialect.Translator;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One update: refuses what would do harm, sends it, and believes only what it then reads. */
final class ProfileChange {
  private final Hub hub;
  private final Line line;

  ProfileChange(Hub hub, Line line) {
    this.hub = hub;
    this.line = line;
  }

  /** The outcome, and the user as read afterwards. */
  record Result(Outcome outcome, Account after) {}

  /** Makes the change to the owner of the connection, who was read as {@code before}. */
  Result make(Account before, Edit.Update edit) {
    ProfilePatch patch = hub.translator().kept(edit.patch());
    refuse(before, edit);
    if (missed(before, patch, false).isEmpty()) {
      return new Result(new Outcome.Unchanged(before.profile()), before);
    }
    Account after = send(before, patch);
    return new Result(outcome(before, after, patch), after);
  }

  /**
   * Refuses what this system cannot do, or not without a loss nobody agreed to; what is as asked
   * already loses nothing.
   */
  void refuse(Account before, Edit.Update edit) {
    Translator translator = hub.translator();
    translator.refuse(edit.patch());
    if (missed(before, translator.kept(edit.patch()), false).isEmpty()) {
      return;
    }
    translator.refuseFixed(before, edit.patch());
    List<Loss> losses =
        translator.losses(before, edit.patch()).stream()
            .filter(loss -> !edit.acceptLoss().contains(loss.word()))
            .toList();
    if (!losses.isEmpty()) {
      Message why =
          losses.stream()
              .map(Loss::why)
              .reduce((all, next) -> Message.of("remote.losses-and", all, next))
              .orElseThrow();
      String words = losses.stream().map(Loss::word).collect(Collectors.joining(","));
      throw new Conflict(
          Message.of("remote.losses", before.profile().username(), why, words),
          Problem.of(losses.getFirst().word(), "would-lose"));
    }
  }

  /** An update whose fate is unknown is never sent again before the profile was looked at. */
  private Account send(Account before, ProfilePatch patch) {
    Account now = before;
    for (int attempt = 0; ; attempt++) {
      try {
        line.send(hub.translator().update(now, patch));
        return readBack(null);
      } catch (Unsettled unknown) {
        pause(unknown);
        now = readBack(unknown.told());
        if (missed(now, patch, false).isEmpty()) {
          return now;
        }
        if (attempt >= hub.patience().retries()) {
          throw unknown.told();
        }
      }
    }
  }

  private void pause(Unsettled unknown) {
    try {
      hub.pace().pause(unknown.pause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("remote.interrupted"));
    }
  }

  /** The profile as it is now; without it nobody knows what became of the change. */
  private Account readBack(@Nullable Failure unknown) {
    try {
      return line.owner();
    } catch (Failure.Interrupted stopped) {
      throw stopped;
    } catch (Failure unreadable) {
      throw unknown != null
          ? unknown
          : new Failure.Unavailable(
              Message.of("remote.not-read-back", hub.target(), unreadable.sentence()));
    }
  }

  private Outcome outcome(Account before, Account after, ProfilePatch patch) {
    Set<Field> missed = missed(after, patch, true);
    List<FieldChange> changes = changes(before, after, patch, missed);
    Profile user = after.profile();
    Failure.Partial shortfall = missed.isEmpty() ? null : shortfall(user, missed);
    return new Outcome.Updated(user, changes, shortfall, remarks(before, after, patch, changes));
  }

  private Failure.Partial shortfall(Profile user, Set<Field> missed) {
    String fields = missed.stream().map(Field::key).collect(Collectors.joining(", "));
    return new Failure.Partial(
        Message.of("remote.not-taken", hub.target(), user.username(), fields),
        missed.stream().map(field -> Problem.of(field.key(), "not-taken")).toList());
  }

  /**
   * Fields that were asked for and are not as asked.
   *
   * @param untold what to take a secret for that the system keeps to itself: as asked once the
   *     change was accepted, not before
   */
  private Set<Field> missed(Account account, ProfilePatch patch, boolean untold) {
    Set<Field> missed = EnumSet.noneOf(Field.class);
    for (Field field : patch.fields()) {
      if (!isSame(account, patch, field, untold)) {
        missed.add(field);
      }
    }
    return missed;
  }

  private boolean isSame(Account account, ProfilePatch patch, Field field, boolean untold) {
    Object wanted = patch.set().get(field);
    if (wanted instanceof Secret secret) {
      return hub.translator().holds(account, field, secret).orElse(untold);
    }
    if (field.isSecret()) {
      return !account.profile().secrets().contains(field);
    }
    return Objects.equals(wanted, account.profile().get(field));
  }

  /** What is different now, asked for or not; of secrets, whether there is one. */
  private List<FieldChange> changes(
      Account before, Account after, ProfilePatch patch, Set<Field> missed) {
    List<FieldChange> changes = new ArrayList<>();
    for (Field field : Field.values()) {
      boolean asked = patch.fields().contains(field) && !missed.contains(field);
      if (field.isSecret()) {
        boolean had = before.profile().secrets().contains(field);
        boolean has = after.profile().secrets().contains(field);
        boolean set = asked && patch.set().containsKey(field);
        if (had != has || set) {
          changes.add(new FieldChange(field, hidden(had), hidden(has || set)));
        }
      } else if (field.kind() != Field.Kind.TIME) {
        Object was = before.profile().get(field);
        Object is = after.profile().get(field);
        if (!Objects.equals(was, is)) {
          changes.add(new FieldChange(field, was, is));
        }
      }
    }
    return changes;
  }

  private static @Nullable Object hidden(boolean there) {
    return there ? FieldChange.HIDDEN_SECRET : null;
  }

  private List<Message> remarks(
      Account before, Account after, ProfilePatch patch, List<FieldChange> changes) {
    List<Message> remarks = new ArrayList<>();
    String besides =
        changes.stream()
            .map(FieldChange::field)
            .filter(field -> !patch.fields().contains(field))
            .map(Field::key)
            .collect(Collectors.joining(", "));
    if (!besides.isEmpty()) {
      remarks.add(Message.of("remote.besides", hub.target(), besides));
    }
    Map<String, String> old = hub.translator().watched(before);
    hub.translator()
        .watched(after)
        .forEach(
            (name, value) -> {
              String was = old.getOrDefault(name, "");
              if (!was.equals(value)) {
                remarks.add(Message.of("remote.besides-value", hub.target(), name, was, value));
              }
            });
    return remarks;
  }
}
