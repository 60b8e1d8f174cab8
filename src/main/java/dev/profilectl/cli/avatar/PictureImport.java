package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.PictureFiles;
import dev.profilectl.bulk.PictureMatches;
import dev.profilectl.bulk.PictureMatches.Matched;
import dev.profilectl.bulk.PictureMatches.Unmatched;
import dev.profilectl.bulk.RowBatches;
import dev.profilectl.bulk.RowWork;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.cli.BeforeAsking;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Foreseen;
import dev.profilectl.cli.Protection;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.bulk.RunDesk;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Takes a folder of pictures in: whose they are, what is told of that, and the run that sets them.
 */
public final class PictureImport {
  /** What a run of this kind is called in the journal. */
  public static final String KIND = "pictures";

  private static final int MOST_TOLD = 100;
  private static final int THREADS = 2;

  private final Session session;
  private final ChangeFlags change;
  private final RunDesk desk;

  /** For one command. */
  PictureImport(Session session, ChangeFlags change, RunDesk desk) {
    this.session = session;
    this.change = change;
    this.desk = desk;
  }

  /** Does it; gives the exit code. */
  int take(
      ProfileDirectory directory,
      PictureFiles files,
      PictureMatches matches,
      PictureMaker.Wish wish) {
    tell(matches);
    if (matches.matched().isEmpty()) {
      if (!files.names().isEmpty()) {
        throw new NotFound(Message.of("pictures.none-matched", files.names().size()));
      }
      session.note(Message.of("pictures.empty"));
      return ExitCode.OK.number();
    }
    Journal journal = session.journal(change);
    Run run =
        new Run(
            change.origin(session),
            session.targetName(),
            "avatar import " + files.title(),
            session.workspace().clock().instant().truncatedTo(ChronoUnit.MILLIS),
            RunState.READING,
            wish.settings(files));
    journal.begin(run);
    boolean begun = false;
    try {
      writeDown(matches.matched(), new RowBatches(journal, run.id()));
      Protection.ask(session, change, matches.matched().size(), () -> foreseen(directory, matches));
      begun = true;
    } finally {
      if (!begun) {
        journal.drop(run.id());
      }
    }
    PictureMaker maker = new PictureMaker(files, directory, wish, THREADS);
    try (PictureRows rows = new PictureRows(files, maker, journal, run.id())) {
      return desk.go(new RunDesk.Task(run, journal, new SmallerPictures(directory, wish), rows));
    }
  }

  /** The pictures that there are, and the files that are to take their place. */
  private List<String> foreseen(ProfileDirectory directory, PictureMatches matches) {
    List<Matched> first = matches.matched().stream().limit(BeforeAsking.MOST).toList();
    List<UserRef> users = first.stream().map(Matched::user).toList();
    List<Lookup> found = directory.findAll(users, Set.of(Field.USERNAME, Field.AVATAR_URL));
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < first.size(); i++) {
      if (found.get(i) instanceof Lookup.Found there) {
        lines.add(Foreseen.picture(session, there.user(), first.get(i).file()));
      }
    }
    return lines;
  }

  /** The directory that such a run sets pictures in. */
  public static ProfileDirectory around(ProfileDirectory directory, Run run) {
    return new SmallerPictures(directory, PictureMaker.Wish.of(run.settings()));
  }

  /** What goes on with a run that was begun before. */
  public static RowWork again(Run run, ProfileDirectory directory, Journal journal) {
    PictureMaker.Wish wish = PictureMaker.Wish.of(run.settings());
    PictureFiles files =
        PictureFiles.open(
            Path.of(run.settings().getOrDefault("path", "")),
            run.settings().getOrDefault("file", ""),
            true);
    return new PictureRows(
        files, new PictureMaker(files, directory, wish, THREADS), journal, run.id());
  }

  private static void writeDown(List<Matched> matched, RowBatches rows) {
    long seq = 0;
    for (Matched each : matched) {
      rows.accept(PictureRows.row(++seq, each));
    }
    rows.close();
  }

  private void tell(PictureMatches matches) {
    List<Unmatched> unmatched = matches.unmatched();
    for (Unmatched each : unmatched.subList(0, Math.min(MOST_TOLD, unmatched.size()))) {
      session.note(Message.of("pictures.unmatched", each.file(), each.why()));
    }
    if (unmatched.size() > MOST_TOLD) {
      session.note(Message.of("pictures.more-unmatched", unmatched.size() - MOST_TOLD));
    }
    List<String> without = matches.without();
    if (!without.isEmpty()) {
      String names = without.stream().limit(MOST_TOLD).collect(Collectors.joining(", "));
      session.note(
          Message.of(
              without.size() > MOST_TOLD ? "pictures.without-more" : "pictures.without",
              without.size(),
              names));
    }
  }
}
