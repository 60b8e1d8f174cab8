package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.ContactSheet.Card;
import dev.profilectl.bulk.ContactSheet.Done;
import dev.profilectl.bulk.ContactSheet.Head;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunChange;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.bulk.Trouble;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.bulk.KnownRun;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Replacement;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a run did to pictures. */
final class RunCards {
  private static final int SOME = 1000;
  private static final int NEWEST = 200;

  private final Session session;
  private final KnownRun known;

  /**
   * Of a run.
   *
   * @param id {@code null} for the last one that changed a picture
   * @throws NotFound where there is none
   */
  RunCards(Session session, @Nullable String id) {
    this.session = session;
    this.known = id == null ? last(session) : KnownRun.of(session, id);
  }

  private static KnownRun last(Session session) {
    Optional<Journal> remote = session.target().flatMap(_ -> session.remoteJournal());
    Journal journal = remote.orElseGet(session::localJournal);
    return journal.newest(NEWEST).stream()
        .map(RunSummary::run)
        .filter(run -> !changed(journal, run.id()).isEmpty())
        .findFirst()
        .map(run -> new KnownRun(run, journal))
        .orElseThrow(() -> new NotFound(Message.of("sheet.no-run")));
  }

  /** The changes of pictures in a run. */
  private static List<RunChange> changed(Journal journal, String run) {
    List<RunChange> changed = new ArrayList<>();
    journal.changes(
        run,
        change -> {
          if (change.pictured() || picture(change) != null) {
            changed.add(change);
          }
        });
    changed.sort(Comparator.comparing(RunChange::name));
    return changed;
  }

  private static @Nullable FieldChange picture(RunChange change) {
    return change.changes().stream()
        .filter(c -> c.field() == Field.AVATAR_URL)
        .findFirst()
        .orElse(null);
  }

  SheetCards cards() {
    Run run = known.run();
    session.moveTo(run.target());
    ProfileDirectory directory = session.directory();
    List<SheetCards.Source> sources = new ArrayList<>();
    for (RunChange change : changed(known.journal(), run.id())) {
      sources.add(() -> card(directory, change));
    }
    long after = 0;
    List<RowRecord> some = known.journal().rows(run.id(), after, SOME);
    while (!some.isEmpty()) {
      for (RowRecord row : some) {
        if (row.state() == RowState.UNCHANGED || row.state() == RowState.FAILED) {
          sources.add(() -> card(directory, row));
        }
      }
      after = some.getLast().row().seq();
      some = known.journal().rows(run.id(), after, SOME);
    }
    return new SheetCards(head(run, sources.size()), run.id(), sources);
  }

  private Head head(Run run, int users) {
    List<String> lines = new ArrayList<>();
    lines.add(
        Message.of("sheet.run", run.id(), run.at().toString(), run.origin().actor(), run.target())
            .in(session.locale()));
    if (run.origin().reason() != null) {
      lines.add(run.origin().reason());
    }
    lines.add(Message.of("sheet.users", users).in(session.locale()));
    String title =
        run.command().isEmpty() ? Message.of("sheet.title").in(session.locale()) : run.command();
    return new Head(title, lines);
  }

  private Card card(ProfileDirectory directory, RunChange change) {
    FieldChange url = picture(change);
    Avatar old;
    Avatar now;
    if (change.pictured()) {
      old =
          known
              .journal()
              .replaced(known.run().id(), change.user())
              .map(Replacement::before)
              .orElse(null);
      Avatar present = present(directory, change.user());
      boolean still = url == null || (present != null && present.url().equals(url.after()));
      now = still ? present : null;
    } else {
      FieldChange sure = Objects.requireNonNull(url);
      old = picture(directory, change.user(), sure.before());
      now = picture(directory, change.user(), sure.after());
    }
    String state = url != null && url.after() == null ? "deleted" : "changed";
    return new Card(
        change.name(),
        nickname(directory, change.user()),
        new Done(state, ""),
        SheetPicture.of(old),
        SheetPicture.of(now));
  }

  private Card card(ProfileDirectory directory, RowRecord row) {
    UserId user = row.row().user();
    Trouble trouble = row.trouble();
    Avatar now = user == null ? null : present(directory, user);
    boolean pictures = PictureImport.KIND.equals(known.run().settings().get("kind"));
    String file = pictures ? PictureRows.file(row.row()) : "";
    return new Card(
        Objects.requireNonNullElse(row.row().key(), file),
        file,
        new Done(row.state().word(), trouble == null ? "" : trouble.message()),
        SheetPicture.of(now),
        SheetPicture.of(now));
  }

  private static String nickname(ProfileDirectory directory, UserId user) {
    return find(directory, user)
        .map(profile -> profile.get(Field.NICKNAME))
        .map(Object::toString)
        .orElse("");
  }

  /** On a remote system only some users may be read; a page is made without the others. */
  private static Optional<Profile> find(ProfileDirectory directory, UserId user) {
    try {
      return directory.find(new UserRef.ById(user.text()));
    } catch (Failure.Denied notTheirs) {
      return Optional.empty();
    }
  }

  private static @Nullable Avatar present(ProfileDirectory directory, UserId user) {
    try {
      return directory.avatar(user).orElse(null);
    } catch (Failure.Denied | Failure.Unavailable notToBeHad) {
      return null;
    }
  }

  /** The picture that a profile named so; an older one where older ones are kept. */
  private static @Nullable Avatar picture(
      ProfileDirectory directory, UserId user, @Nullable Object url) {
    if (url == null) {
      return null;
    }
    Avatar present = present(directory, user);
    if (present != null && present.url().equals(url)) {
      return present;
    }
    if (!directory.features().contains(Feature.AVATAR_HISTORY)) {
      return null;
    }
    return directory.avatarVersions(user).stream()
        .flatMap(version -> directory.keptAvatar(user, version.version()).stream())
        .map(KeptAvatar::avatar)
        .filter(avatar -> avatar.url().equals(url))
        .findFirst()
        .orElse(null);
  }
}
