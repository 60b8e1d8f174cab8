package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.completion.Suggester;
import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Event;
import dev.profilectl.cli.review.Review;
import dev.profilectl.cli.review.Reviewer;
import dev.profilectl.cli.review.Task;
import dev.profilectl.cli.review.Turn;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.FullScreen;
import dev.profilectl.terminal.Interrupts;
import dev.profilectl.terminal.Key;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;

/** A review at work: takes what happens, does what comes of it, and draws where it is. */
final class ReviewBench implements FullScreen.Listener {
  private static final int INTERRUPTED = 130;
  private static final int TERMINATED = 143;

  private final Session session;
  private final Reviewer reviewer;
  private final BlockingQueue<Event> events;
  private final Parts parts;
  private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
  private Review review = Review.START;
  private volatile boolean left;

  /**
   * What it works with.
   *
   * @param cards the users
   * @param files other pictures
   * @param changes what is stored
   * @param screen what is drawn
   * @param kitty whether that is by kitty's protocol
   */
  record Parts(
      ReviewCards cards,
      ReviewFiles files,
      ReviewChanges changes,
      ReviewScreen screen,
      boolean kitty) {}

  ReviewBench(Session session, Reviewer reviewer, BlockingQueue<Event> events, Parts parts) {
    this.session = session;
    this.reviewer = reviewer;
    this.events = events;
    this.parts = parts;
  }

  /** From the first picture to the end, when all that was ordered is done. */
  Review run() {
    try (Interrupts _ = new Interrupts(this::told, session.workspace()::halt)) {
      try (FullScreen screen = FullScreen.open(this, parts.kitty)) {
        parts.cards.show(0);
        while (!review.ended()) {
          draw(screen);
          Event event = next();
          while (event != null && !review.ended()) {
            Turn turn = reviewer.on(review, event);
            review = turn.review();
            turn.tasks().forEach(task -> act(task, screen));
            event = events.poll();
          }
        }
      }
      left = true;
      settle();
    }
    return review;
  }

  private Event next() {
    try {
      return events.take();
    } catch (InterruptedException stopped) {
      return new Event.Told(INTERRUPTED);
    }
  }

  /** What was accepted last may still be on its way. */
  private void settle() {
    CompletableFuture<?> settled = parts.changes.settled();
    if (!settled.isDone()) {
      session.note(Message.of("review.storing"));
    }
    CompletableFuture.anyOf(settled, ended).join();
    if (settled.isDone()) {
      parts.changes.end();
    }
    for (Event event = events.poll(); event != null; event = events.poll()) {
      review = reviewer.settled(review, event);
    }
    parts
        .changes
        .open()
        .forEach(
            (ticket, name) -> {
              Failure early = new Failure.Unavailable(Message.of("review.ended-early"));
              review = reviewer.settled(review, new Event.Failed(ticket, name, early));
            });
  }

  private void told(int code) {
    events.add(new Event.Told(code));
    if (left) {
      ended.complete(true);
    }
  }

  private void draw(FullScreen screen) {
    Draft.Chosen file = review.draft().file();
    ReviewScreen.Seen seen =
        new ReviewScreen.Seen(
            parts.cards.card(review.at()),
            file == null
                ? parts.cards.sketch(review.at(), review.draft().base())
                : parts.files.sketch(file.word()));
    screen.show(parts.screen.frame(review, seen, screen.size()));
  }

  private void act(Task task, FullScreen screen) {
    switch (task) {
      case Task.Show show -> parts.cards.show(show.at());
      case Task.Pick pick -> parts.files.pick(pick.word(), events::add);
      case Task.Offer offer ->
          events.add(
              new Event.Offered(offer.word(), Suggester.files(session.workspace(), offer.word())));
      case Task.Store store -> {
        parts.changes.store(store, card(store.at()));
        parts.cards.forget(store.at());
      }
      case Task.Remove remove -> {
        parts.changes.remove(remove, card(remove.at()));
        parts.cards.forget(remove.at());
      }
      case Task.TakeBack back -> {
        parts.cards.forget(back.at());
        parts.changes.takeBack(back.ticket());
      }
      case Task.Suspend _ -> screen.suspend();
      case Task.Repaint _ -> screen.forget();
    }
  }

  private ReviewCard card(int at) {
    return Objects.requireNonNull(parts.cards.card(at));
  }

  @Override
  public void key(Key key) {
    events.add(new Event.Pressed(key));
  }

  @Override
  public void resized() {
    events.add(new Event.Redraw());
  }

  @Override
  public void gone() {
    events.add(new Event.Told(TERMINATED));
  }
}
