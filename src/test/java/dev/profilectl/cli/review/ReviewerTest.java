package dev.profilectl.cli.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.Key;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of a review, without a terminal, a picture or a store. */
class ReviewerTest {
  private static final Extent PICTURE = new Extent(512, 512);
  private static final Extent ORIGINAL = new Extent(900, 600);

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

  private void press(String letters) {
    letters.codePoints().forEach(c -> on(new Event.Pressed(new Key.Letter(c))));
  }

  private void press(Key... keys) {
    for (Key key : keys) {
      on(new Event.Pressed(key));
    }
  }

  @Test
  void aPictureIsAcceptedAsItIs() {
    loaded();
    press("a");
    assertThat(review.at()).isOne();
    assertThat(tasks).containsExactly(new Task.Show(1));
    assertThat(Summary.of(review)).isEqualTo(new Summary(1, 0, 0, 0, 0, 0, List.of()));
  }

  @Test
  void aCropBeginsInTheOriginalAndIsStoredOnAccept() {
    loaded();
    press("c");
    assertThat(review.draft())
        .isEqualTo(new Draft(Draft.Base.ORIGINAL, null, 0, new Square(150, 0, 600)));
    press(Key.Named.LEFT, Key.Named.SHIFT_LEFT);
    press("-");
    Square square = new Square(150 - 37 - 1 + 18, 18, 564);
    assertThat(review.draft().square()).isEqualTo(square);
    press(Key.Named.ENTER);
    assertThat(tasks).isEmpty();
    press("a");
    Draft draft = new Draft(Draft.Base.ORIGINAL, null, 0, square);
    assertThat(tasks).containsExactly(new Task.Store(1, 0, draft), new Task.Show(1));
    assertThat(Summary.of(review)).isEqualTo(new Summary(1, 1, 0, 0, 0, 0, List.of()));
  }

  @Test
  void escapeLeavesTheCropAsItWas() {
    loaded();
    press("rc");
    press(Key.Named.RIGHT);
    press("+");
    press(Key.Named.ESCAPE);
    assertThat(review.draft()).isEqualTo(new Draft(Draft.Base.PRESENT, null, 90, null));
    assertThat(review.mode()).isEqualTo(new Mode.Looking());
  }

  @Test
  void theSquareTurnsWithThePicture() {
    loaded();
    press("c");
    press(Key.Named.LEFT);
    Square before = new Square(113, 0, 600);
    assertThat(review.draft().square()).isEqualTo(before);
    press("r");
    assertThat(review.draft().square()).isEqualTo(new Square(0, 113, 600));
    press("rrr");
    assertThat(review.draft()).isEqualTo(new Draft(Draft.Base.ORIGINAL, null, 0, before));
  }

  @Test
  void fourTurnsAreNone() {
    loaded();
    press("rrrr");
    assertThat(review.draft().isNone()).isTrue();
    press("a");
    assertThat(tasks).containsExactly(new Task.Show(1));
  }

  @Test
  void aSkipThrowsAwayWhatWasNotStoredAndUndoBringsItBack() {
    loaded();
    press("rs");
    assertThat(review.draft().isNone()).isTrue();
    loaded();
    press("u");
    loaded();
    assertThat(review.at()).isZero();
    assertThat(review.draft().rotate()).isEqualTo(90);
    press("u");
    assertThat(review.draft().isNone()).isTrue();
  }

  @Test
  void aStoredChangeIsTakenBack() {
    loaded();
    press("ra");
    loaded();
    tasks.clear();
    press("u");
    assertThat(tasks).containsExactly(new Task.TakeBack(1, 0));
    press("auds");
    assertThat(tasks).as("keys wait until it is done").hasSize(1);
    on(new Event.PutBack(1));
    assertThat(tasks).contains(new Task.Show(0));
    loaded();
    assertThat(review.draft().rotate()).isEqualTo(90);
    assertThat(Summary.of(review)).isEqualTo(new Summary(0, 0, 0, 0, 0, 0, List.of()));
  }

  @Test
  void whatCannotBeTakenBackStaysCounted() {
    loaded();
    press("d");
    loaded();
    press("u");
    on(new Event.NotPutBack(1, new Failure.Conflict(Message.of("review.changed-meanwhile"))));
    loaded();
    assertThat(review.said()).isNotNull();
    assertThat(Summary.of(review).deleted()).isOne();
    press("u");
    assertThat(review.at()).isZero();
  }

  @Test
  void aFailureIsToldAndCountedAndTheReviewGoesOn() {
    loaded();
    press("ra");
    loaded();
    Failure down = new Failure.Unavailable(Message.of("review.ended-early"));
    on(new Event.Failed(1, "user0", down));
    assertThat(review.at()).isOne();
    Message said = review.said();
    assertThat(said == null ? "" : said.in(Locale.ENGLISH)).startsWith("user0: the review was");
    assertThat(Summary.of(review).accepted()).isZero();
    assertThat(Summary.of(review).failedNames()).containsExactly("user0");
    press("u");
    assertThat(Summary.of(review).failedNames()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeShownIsCountedUntilItIsReplaced() {
    Failure broken = Failure.Invalid.of("avatar", "image-broken", Map.of("format", "PNG"));
    on(new Event.Loaded(0, new Subject("ada", null, null, broken)));
    assertThat(Summary.of(review).failedNames()).containsExactly("ada");
    press("acr");
    assertThat(tasks).isEmpty();
    press("fb.png");
    press(Key.Named.ENTER);
    assertThat(tasks).containsExactly(new Task.Pick("b.png"));
    on(new Event.Picked(new Draft.Chosen("b.png", PICTURE)));
    press("a");
    assertThat(Summary.of(review)).isEqualTo(new Summary(1, 0, 0, 1, 0, 0, List.of()));
  }

  @Test
  void aNameIsCompletedAndARefusalGoesBackToIt() {
    loaded();
    press("fpho");
    press(Key.Named.TAB);
    assertThat(tasks).containsExactly(new Task.Offer("pho"));
    on(new Event.Offered("pho", List.of("photos/", "photo.jpg")));
    assertThat(review.mode())
        .isEqualTo(new Mode.Typing(new Line("photo", 5, List.of("photos/", "photo.jpg"))));
    press(".txt");
    press(Key.Named.ENTER);
    on(new Event.Unpicked("photo.txt", new Failure.NotFound(Message.of("review.no-offer"))));
    assertThat(review.mode()).isEqualTo(new Mode.Typing(Line.of("photo.txt")));
    assertThat(review.draft().isNone()).isTrue();
  }

  @Test
  void whatIsPastedIsNoCommand() {
    loaded();
    press(new Key.Pasted("dad"));
    assertThat(review.at()).isZero();
    assertThat(tasks).isEmpty();
    press("f");
    press(new Key.Pasted(" /tmp/a b.png\n"));
    assertThat(review.mode()).isEqualTo(new Mode.Typing(Line.of("/tmp/a b.png")));
  }

  @Test
  void leavingWithoutStoringIsAskedAbout() {
    loaded();
    press("rq");
    assertThat(review.ended()).isFalse();
    press("q");
    assertThat(review.mode()).isEqualTo(new Mode.Ended(0));
  }

  @Test
  void whereNothingCanBeTakenAwayThatIsSaid() {
    Reviewer elsewhere = new Reviewer(new Abilities("shop", false), Locale.ENGLISH);
    Event ready = new Event.Loaded(0, new Subject("ada", PICTURE, null, null));
    Turn turn =
        elsewhere.on(
            elsewhere.on(Review.START, ready).review(), new Event.Pressed(new Key.Letter('d')));
    assertThat(turn.tasks()).isEmpty();
    assertThat(turn.review().said()).isEqualTo(Message.of("review.no-remove", "shop"));
  }
}
