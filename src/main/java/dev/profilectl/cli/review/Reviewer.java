package dev.profilectl.cli.review;

import dev.profilectl.cli.review.Step.Verdict;
import dev.profilectl.failure.Message;
import dev.profilectl.terminal.Key;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a review. A skip, or a change that was taken back, leads to where the review was
 * before; so taking back everything leads to the beginning.
 */
public final class Reviewer {
  private static final int INTERRUPTED = 130;

  private final Abilities abilities;
  private final CropKeys cropping = new CropKeys(this);
  private final Arrivals arrivals;

  /**
   * Where this can be done.
   *
   * @param locale the language in which is told what went wrong
   */
  public Reviewer(Abilities abilities, Locale locale) {
    this.abilities = abilities;
    this.arrivals = new Arrivals(locale);
  }

  /** What comes of an event. Nothing comes of any after the end. */
  public Turn on(Review review, Event event) {
    if (review.ended()) {
      return Turn.of(review);
    }
    return switch (event) {
      case Event.Pressed pressed -> pressed(review, pressed.key());
      case Event.Loaded loaded -> Turn.of(arrivals.loaded(review, loaded));
      case Event.Unreadable broken -> Turn.of(arrivals.unreadable(review, broken));
      case Event.NoMore none ->
          Turn.of(Arrivals.isAwaited(review, none.at()) ? review.with(new Slot.Over()) : review);
      case Event.Picked picked -> Turn.of(Arrivals.picked(review, picked.file()));
      case Event.Unpicked refused -> Turn.of(arrivals.unpicked(review, refused));
      case Event.Offered offered -> Turn.of(Arrivals.offered(review, offered));
      case Event.Stored _, Event.Redraw _ -> Turn.of(review);
      case Event.Failed failed -> Turn.of(arrivals.failed(review, failed));
      case Event.PutBack back ->
          waitsFor(review, back.ticket()) ? show(review, review.at()) : Turn.of(review);
      case Event.NotPutBack stuck -> notPutBack(review, stuck);
      case Event.Told told -> end(review, told.code());
    };
  }

  /** Whether the last thing that was taken back was this change, and nothing was done since. */
  private static boolean waitsFor(Review review, int ticket) {
    return review.slot() instanceof Slot.Returning returning
        && returning.passed().ticket() == ticket;
  }

  /** It counts as done for good, and the user is looked at as it is. */
  private Turn notPutBack(Review review, Event.NotPutBack stuck) {
    if (review.slot() instanceof Slot.Returning returning
        && returning.passed().ticket() == stuck.ticket()) {
      Step.Passed passed = returning.passed();
      Review told =
          review
              .with(review.log().withStuck(passed))
              .with(Draft.NONE)
              .say(
                  Message.of("review.not-put-back", passed.username(), arrivals.told(stuck.why())));
      return show(told, passed.at());
    }
    return Turn.of(review);
  }

  /** The user's turn, with the draft there is. */
  private static Turn show(Review review, int at) {
    return Turn.of(review.on(at, review.draft()), new Task.Show(at));
  }

  Turn end(Review review, int code) {
    return Turn.of(review.in(new Mode.Ended(code)).say(null));
  }

  /** What came after the end: only what became of changes counts. */
  public Review settled(Review review, Event event) {
    return event instanceof Event.Failed failed ? arrivals.failed(review, failed) : review;
  }

  private Turn pressed(Review review, Key key) {
    if (key instanceof Key.Control control) {
      switch (control.letter()) {
        case 'c', '\\' -> {
          return end(review, INTERRUPTED);
        }
        case 'z' -> {
          return Turn.of(review, new Task.Suspend());
        }
        case 'l' -> {
          return Turn.of(review, new Task.Repaint());
        }
        default -> {}
      }
    }
    return switch (review.mode()) {
      case Mode.Looking _ -> looking(review.say(null), key);
      case Mode.Cropping mode -> cropping.pressed(review.say(null), mode, key);
      case Mode.Typing typing -> typing(review.say(null), typing.line(), key);
      case Mode.Picking picking ->
          key == Key.Named.ESCAPE
              ? Turn.of(review.in(new Mode.Typing(Line.of(picking.word()))).say(null))
              : Turn.of(review);
      case Mode.Helping _ -> Turn.of(review.in(new Mode.Looking()));
      case Mode.Leaving _ ->
          is(key, 'q') ? end(review, 0) : looking(review.in(new Mode.Looking()).say(null), key);
      case Mode.Ended _ -> Turn.of(review);
    };
  }

  static boolean is(Key key, char letter) {
    return key instanceof Key.Letter pressed && pressed.codePoint() == letter;
  }

  private Turn typing(Review review, Line line, Key key) {
    if (key == Key.Named.ESCAPE) {
      return Turn.of(review.in(new Mode.Looking()));
    }
    if (key == Key.Named.TAB) {
      return Turn.of(review, new Task.Offer(line.text().substring(0, line.cursor())));
    }
    if (key == Key.Named.ENTER) {
      String word = line.text().strip();
      return word.isEmpty()
          ? Turn.of(review.in(new Mode.Looking()))
          : Turn.of(
              review.in(new Mode.Picking(word)).say(Message.of("review.picking", word)),
              new Task.Pick(word));
    }
    return Turn.of(review.in(new Mode.Typing(line.after(key))));
  }

  private Turn looking(Review review, Key key) {
    if (key instanceof Key.Pasted) {
      return Turn.of(review.say(Message.of("review.pasted")));
    }
    if (!(key instanceof Key.Letter letter)) {
      return Turn.of(review);
    }
    return switch (letter.codePoint()) {
      case 'q' ->
          review.draft().isNone()
              ? end(review, 0)
              : Turn.of(review.in(new Mode.Leaving()).say(Message.of("review.not-stored")));
      case '?' -> Turn.of(review.in(new Mode.Helping()));
      case 'u' -> undo(review);
      case 's' -> skip(review);
      case 'a', 'c', 'd', 'f', 'o', 'r' -> {
        Subject subject = review.subject();
        yield subject == null ? Turn.of(review) : command(review, subject, letter.codePoint());
      }
      default -> Turn.of(review.say(Message.of("review.no-such-key")));
    };
  }

  private Turn command(Review review, Subject subject, int letter) {
    Extent extent = review.draft().extent(subject);
    return switch (letter) {
      case 'a' -> accept(review);
      case 'd' -> delete(review, subject);
      case 'f' -> Turn.of(review.in(new Mode.Typing(Line.EMPTY)));
      case 'o' -> Turn.of(original(review, subject));
      case 'c' -> cropping.begin(review, subject);
      default ->
          Turn.of(
              extent == null
                  ? review.say(Message.of("review.no-picture", subject.username()))
                  : review.edited(review.draft().turned(extent)));
    };
  }

  private static Review original(Review review, Subject subject) {
    return subject.original() == null
        ? review.edited(Draft.NONE).say(Message.of("avatar.no-original", subject.username()))
        : review
            .edited(new Draft(Draft.Base.ORIGINAL, null, 0, null))
            .say(Message.of("review.original"));
  }

  /** Stores the draft, or nothing where there is none, and goes on. */
  Turn accept(Review review) {
    Subject subject = review.subject();
    if (subject == null) {
      return Turn.of(review);
    }
    if (!review.draft().isNone()) {
      Review ordered = review.with(review.log().withTicket());
      int ticket = ordered.log().tickets();
      Task store = new Task.Store(ticket, review.at(), review.draft());
      return pass(ordered, passed(ordered, subject.username(), Verdict.CHANGED, ticket), store);
    }
    return subject.picture() == null
        ? Turn.of(review.say(Message.of("review.no-picture", subject.username())))
        : pass(review, passed(review, subject.username(), Verdict.ACCEPTED, 0), null);
  }

  private Turn delete(Review review, Subject subject) {
    if (!abilities.remove()) {
      return Turn.of(review.say(Message.of("review.no-remove", abilities.name())));
    }
    if (subject.picture() == null && subject.trouble() == null) {
      return Turn.of(review.say(Message.of("review.no-picture", subject.username())));
    }
    Review ordered =
        review
            .with(review.log().withTicket())
            .say(Message.of("review.deleted", subject.username()));
    int ticket = ordered.log().tickets();
    Task remove = new Task.Remove(ticket, review.at());
    return pass(ordered, passed(ordered, subject.username(), Verdict.DELETED, ticket), remove);
  }

  private static Turn skip(Review review) {
    return switch (review.slot()) {
      case Slot.Ready ready ->
          pass(review, passed(review, ready.subject().username(), Verdict.SKIPPED, 0), null);
      case Slot.Broken broken ->
          pass(review, passed(review, broken.username(), Verdict.SKIPPED, 0), null);
      case Slot.Loading _, Slot.Returning _, Slot.Over _ -> Turn.of(review);
    };
  }

  private static Step.Passed passed(Review review, String name, Verdict verdict, int ticket) {
    return new Step.Passed(review.at(), name, verdict, review.draft(), ticket);
  }

  private static Turn pass(Review review, Step.Passed passed, @Nullable Task task) {
    int next = review.at() + 1;
    boolean settled = passed.ticket() > 0;
    Review.Log log = review.log().with(passed);
    Review after = review.with(settled ? log.unread(review.at(), null) : log).on(next, Draft.NONE);
    return task == null
        ? Turn.of(after, new Task.Show(next))
        : Turn.of(after, task, new Task.Show(next));
  }

  private static Turn undo(Review review) {
    if (review.slot() instanceof Slot.Returning) {
      return Turn.of(review);
    }
    if (review.log().steps().isEmpty()) {
      return Turn.of(review.say(Message.of("review.nothing-to-undo")));
    }
    Review.Log rest = review.log().withoutLast();
    return switch (review.log().steps().getLast()) {
      case Step.Edited edited -> Turn.of(review.with(rest).with(edited.before()));
      case Step.Passed passed -> {
        Review back = review.with(rest).on(passed.at(), passed.draft());
        yield passed.ticket() == 0
            ? Turn.of(back, new Task.Show(passed.at()))
            : Turn.of(
                back.with(rest.failed(passed.ticket(), null)).with(new Slot.Returning(passed)),
                new Task.TakeBack(passed.ticket(), passed.at()));
      }
    };
  }
}
