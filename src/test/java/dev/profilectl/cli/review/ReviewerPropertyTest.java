package dev.profilectl.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.Key;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Any keys, and answers as they come. */
class ReviewerPropertyTest {
  private static final Extent PICTURE = new Extent(512, 512);
  private static final Extent ORIGINAL = new Extent(900, 600);
  private static final int USERS = 6;

  private final Reviewer reviewer = new Reviewer(new Abilities("local", true), Locale.ENGLISH);
  private Review review = Review.START;
  private final List<Task> tasks = new ArrayList<>();

  private void on(Event event) {
    Turn turn = reviewer.on(review, event);
    review = turn.review();
    tasks.addAll(turn.tasks());
  }

  /** Everybody has a picture, every other one an original. */
  private void loaded() {
    Subject subject =
        new Subject(
            "user" + review.at(),
            PICTURE,
            review.at() % 2 == 0 ? ORIGINAL : null,
            /* trouble= */ null);
    on(new Event.Loaded(review.at(), subject));
  }

  private void press(Key... keys) {
    for (Key key : keys) {
      on(new Event.Pressed(key));
    }
  }

  /** Answers as the workers would, some of them with failures. */
  private void answer(SplittableRandom random, List<Task> open, Set<Integer> made) {
    Task task = open.remove(random.nextInt(open.size()));
    switch (task) {
      case Task.Show show -> {
        if (show.at() >= USERS) {
          on(new Event.NoMore(show.at()));
        } else if (review.at() == show.at()) {
          loaded();
        }
      }
      case Task.Pick pick -> on(new Event.Picked(new Draft.Chosen(pick.word(), ORIGINAL)));
      case Task.Offer offer -> on(new Event.Offered(offer.word(), List.of(offer.word() + "x")));
      case Task.Store store -> made(random, store.ticket(), made);
      case Task.Remove remove -> made(random, remove.ticket(), made);
      case Task.TakeBack back -> {
        made.remove(back.ticket());
        on(new Event.PutBack(back.ticket()));
      }
      case Task.Suspend _, Task.Repaint _ -> on(new Event.Redraw());
    }
  }

  private void made(SplittableRandom random, int ticket, Set<Integer> made) {
    if (random.nextInt(4) == 0) {
      on(new Event.Failed(ticket, "x", new Failure.Fault(Message.of("review.ended-early"))));
    } else {
      made.add(ticket);
      on(new Event.Stored(ticket));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
  void takingBackEverythingLeadsToTheBeginning(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String letters = "aaacccdffoorrrssuuu?+-0q.é";
    Key[] others = Key.Named.values();
    Set<Integer> made = new HashSet<>();
    loaded();
    for (int i = 0; i < 3000; i++) {
      int kind = random.nextInt(10);
      boolean leaves = review.mode() instanceof Mode.Leaving;
      Key key =
          kind < 7
              ? new Key.Letter(letters.codePointAt(random.nextInt(letters.length())))
              : kind < 9 ? others[random.nextInt(others.length)] : new Key.Pasted("d\na");
      boolean quit = Reviewer.is(key, 'q') && (leaves || review.draft().isNone());
      if (!quit) {
        press(key);
      }
      settle(random, made, random.nextInt(3));
      checkDraft();
    }
    settle(random, made, Integer.MAX_VALUE);
    for (int i = 0; i < 10_000 && !review.log().steps().isEmpty(); i++) {
      press(Key.Named.ESCAPE);
      press(Key.Named.ESCAPE);
      press(new Key.Letter('u'));
      settle(random, made, Integer.MAX_VALUE);
    }
    press(Key.Named.ESCAPE);
    press(Key.Named.ESCAPE);
    assertThat(review.at()).isZero();
    assertThat(review.draft()).isEqualTo(Draft.NONE);
    assertThat(review.log().steps()).isEmpty();
    assertThat(review.log().failures()).isEmpty();
    assertThat(made).as("changes that are still made").isEmpty();
    assertThat(Summary.of(review)).isEqualTo(new Summary(0, 0, 0, 0, 0, 0, List.of()));
  }

  /** Changes in their order, other answers as they come. */
  private void settle(SplittableRandom random, Set<Integer> made, int most) {
    for (int i = 0; i < most && !tasks.isEmpty(); i++) {
      List<Task> first = new ArrayList<>(List.of(tasks.removeFirst()));
      answer(random, first, made);
    }
  }

  private void checkDraft() {
    Subject subject = review.subject();
    Square square = review.draft().square();
    if (subject == null || square == null) {
      return;
    }
    Extent extent = review.draft().extent(subject);
    assertThat(extent).isNotNull();
    Extent whole = extent == null ? PICTURE : extent.turned(review.draft().rotate());
    assertThat(square.x()).isNotNegative();
    assertThat(square.y()).isNotNegative();
    assertThat(square.x() + square.size()).isLessThanOrEqualTo(whole.width());
    assertThat(square.y() + square.size()).isLessThanOrEqualTo(whole.height());
  }
}
