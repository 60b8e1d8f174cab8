package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ByHand;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport;
import dev.profilectl.cli.Protection;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.review.Abilities;
import dev.profilectl.cli.review.Event;
import dev.profilectl.cli.review.Mode;
import dev.profilectl.cli.review.Review;
import dev.profilectl.cli.review.Reviewer;
import dev.profilectl.cli.review.Summary;
import dev.profilectl.cli.user.UserWords;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileFilter;
import dev.profilectl.terminal.Graphics;
import dev.profilectl.terminal.Protocol;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A review from the choice of users to the summary. */
final class PictureReview {
  private static final List<Column<Done>> COLUMNS =
      List.of(
          Column.of("accepted", done -> done.summary.accepted()),
          Column.of("cropped", done -> done.summary.cropped()),
          Column.of("rotated", done -> done.summary.rotated()),
          Column.of("replaced", done -> done.summary.replaced()),
          Column.of("deleted", done -> done.summary.deleted()),
          Column.of("skipped", done -> done.summary.skipped()),
          Column.of("failed", done -> done.summary.failedNames().size()),
          Column.<Done>of("run", Done::run).id(),
          Column.of("dry_run", Done::dryRun));

  private final Session session;
  private final ChangeFlags change;
  private final PreviewFlags preview;
  private final boolean allowPrivate;

  /** What is told at the end. */
  private record Done(Summary summary, @Nullable String run, boolean dryRun) {}

  PictureReview(Session session, ChangeFlags change, PreviewFlags preview, boolean allowPrivate) {
    this.session = session;
    this.change = change;
    this.preview = preview;
    this.allowPrivate = allowPrivate;
  }

  /** Reviews those who fit, those who were named, or all who have a picture; the exit code. */
  int of(@Nullable String where, List<String> given) {
    var _ = preview.wanted(session);
    Predicate<Profile> wanted =
        where == null ? user -> user.get(Field.AVATAR_URL) != null : ProfileFilter.parse(where);
    UserWords words = UserWords.read(session, given);
    ProfileDirectory directory = session.directory(change, Feature.SET_AVATAR);
    boolean lists = directory.features().contains(Feature.LIST_USERS);
    if (given.isEmpty() && !lists) {
      throw new Usage(Message.of("review.name-users", directory.name()));
    }
    Protection.ask(session, change, words.words().size());
    ReviewUsers users =
        given.isEmpty()
            ? ReviewUsers.where(directory, wanted)
            : ReviewUsers.named(directory, words.words());
    if (users.at(0) == null) {
      session.note(
          where == null ? Message.of("review.nobody") : Message.of("review.nobody-where", where));
      return end(Review.START, null);
    }
    ReviewRun run = new ReviewRun(session, change, directory);
    ByHand byHand = new ByHand(session, change);
    Review review = bench(directory, users, run);
    if (!change.dryRun()) {
      run.tell(byHand);
    }
    byHand.tell();
    return end(review, change.dryRun() ? null : run.id());
  }

  private Review bench(ProfileDirectory directory, ReviewUsers users, ReviewRun run) {
    BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    Graphics graphics = preview.graphics(session);
    ReviewFiles files = new ReviewFiles(session, allowPrivate);
    ReviewPainter painter = new ReviewPainter(graphics, session.screen().outColors());
    ReviewChanges changes =
        new ReviewChanges(
            directory, run, files, new ReviewChanges.Wishes(change.dryRun(), events::add));
    ReviewFacts facts = new ReviewFacts(session, directory.avatarLimits());
    boolean removes = directory.features().contains(Feature.REMOVE_AVATAR);
    try (ReviewCards cards = new ReviewCards(directory, users, events::add)) {
      ReviewBench.Parts parts =
          new ReviewBench.Parts(
              cards,
              files,
              changes,
              new ReviewScreen(session, painter, facts, preview.width()),
              graphics != null && graphics.protocol() == Protocol.KITTY);
      Reviewer reviewer = new Reviewer(new Abilities(directory.name(), removes), session.locale());
      return new ReviewBench(session, reviewer, events, parts).run();
    }
  }

  private int end(Review review, @Nullable String id) {
    Summary summary = Summary.of(review);
    session.printer().one(COLUMNS, new Done(summary, id, change.dryRun()));
    for (Review.Trouble trouble : summary.failed()) {
      session.report(new FailureReport.Row(trouble.username(), trouble.failure()));
    }
    change.note(session);
    if (id != null) {
      session.note(Message.of("run.undo-hint", id + session.storeWords()));
    }
    if (review.mode() instanceof Mode.Ended ended && ended.code() != 0) {
      return ended.code();
    }
    boolean changes = summary.cropped() + summary.rotated() + summary.replaced() > 0;
    return change.exit(
        summary.failed().isEmpty() ? ExitCode.OK : ExitCode.PARTIAL,
        changes || summary.deleted() > 0);
  }
}
