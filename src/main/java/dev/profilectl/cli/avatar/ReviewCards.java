package dev.profilectl.cli.avatar;

import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Event;
import dev.profilectl.failure.Failure;
import dev.profilectl.image.Sketch;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.ProfileDirectory;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads users on a thread of its own, the next ones before their turn comes, and forgets those that
 * are far away. May be used by one thread.
 */
final class ReviewCards implements AutoCloseable {
  private static final int AHEAD = 2;

  private final ProfileDirectory directory;
  private final ReviewUsers users;
  private final Consumer<Event> told;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("pictures").factory());
  private final Map<Integer, Reading> readings = new HashMap<>();

  /** What became of one user; empty until then. */
  private static final class Reading {
    private @Nullable Event outcome;
    private @Nullable ReviewCard card;
    private @Nullable Sketch original;
    private boolean sketching;
    private boolean awaited;
  }

  /**
   * Of some users.
   *
   * @param told is told of those that were asked for, on another thread
   */
  ReviewCards(ProfileDirectory directory, ReviewUsers users, Consumer<Event> told) {
    this.directory = directory;
    this.users = users;
    this.told = told;
  }

  /** Reads a user, tells of it, and reads the next ones. */
  void show(int at) {
    readings.keySet().removeIf(place -> place < at - 1 || place > at + AHEAD);
    Reading reading = begin(at);
    synchronized (reading) {
      reading.awaited = true;
      if (reading.outcome != null) {
        told.accept(reading.outcome);
      }
    }
    for (int next = at + 1; next <= at + AHEAD; next++) {
      begin(next);
    }
  }

  /** What was read of a user does not hold any more. */
  void forget(int at) {
    readings.remove(at);
  }

  /** The user, who was told of. */
  @Nullable ReviewCard card(int at) {
    Reading reading = readings.get(at);
    if (reading == null) {
      return null;
    }
    synchronized (reading) {
      return reading.card;
    }
  }

  /** The picture a draft starts from; {@code null} where there is none, or not yet. */
  @Nullable Sketch sketch(int at, Draft.Base base) {
    Reading reading = readings.get(at);
    ReviewCard card = card(at);
    if (reading == null || card == null || base == Draft.Base.FILE) {
      return null;
    }
    if (base == Draft.Base.PRESENT) {
      return card.sketch();
    }
    Blob original = card.original();
    synchronized (reading) {
      if (original != null && !reading.sketching) {
        reading.sketching = true;
        reader.execute(() -> sketch(reading, original));
      }
      return reading.original;
    }
  }

  private void sketch(Reading reading, Blob original) {
    try {
      Sketch made = Sketch.of(original.bytes(), ReviewCard.DRAWN);
      synchronized (reading) {
        reading.original = made;
      }
    } catch (Failure broken) {
      // it is told when somebody wants to store something made of it; nothing is drawn of it
      return;
    }
    told.accept(new Event.Redraw());
  }

  private Reading begin(int at) {
    Reading known = readings.get(at);
    if (known != null) {
      return known;
    }
    Reading reading = new Reading();
    readings.put(at, reading);
    reader.execute(() -> read(at, reading));
    return reading;
  }

  private void read(int at, Reading reading) {
    ReviewCard card = null;
    Event outcome;
    String name = "";
    try {
      ReviewUsers.One one = users.at(at);
      if (one == null) {
        outcome = new Event.NoMore(at);
      } else {
        name = one.name();
        card = ReviewCard.read(directory, one);
        outcome = new Event.Loaded(at, card.subject());
      }
    } catch (Failure failure) {
      outcome = new Event.Unreadable(at, name, failure);
    } catch (RuntimeException | OutOfMemoryError bug) {
      outcome = new Event.Unreadable(at, name, ReviewCard.bug(bug));
    }
    synchronized (reading) {
      reading.card = card;
      reading.outcome = outcome;
      if (reading.awaited) {
        told.accept(outcome);
      }
    }
  }

  @Override
  public void close() {
    reader.shutdownNow();
  }
}
