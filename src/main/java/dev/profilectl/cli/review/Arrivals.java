package dev.profilectl.cli.review;

import dev.profilectl.cli.review.Review.Trouble;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.Locale;

/** What answers from elsewhere make of a review; those that nobody waits for any more, nothing. */
final class Arrivals {
  private final Locale locale;

  Arrivals(Locale locale) {
    this.locale = locale;
  }

  Message told(Failure failure) {
    return Message.of("review.why", failure.told(locale));
  }

  static boolean isAwaited(Review review, int at) {
    return review.slot() instanceof Slot.Loading && review.at() == at;
  }

  Review loaded(Review review, Event.Loaded loaded) {
    if (!isAwaited(review, loaded.at())) {
      return review;
    }
    Subject subject = loaded.subject();
    Failure why = subject.trouble();
    Trouble trouble = why == null ? null : new Trouble(subject.username(), why);
    Review shown =
        review.with(new Slot.Ready(subject)).with(review.log().unread(review.at(), trouble));
    return why == null ? shown : shown.say(told(why));
  }

  Review unreadable(Review review, Event.Unreadable broken) {
    Trouble trouble = new Trouble(broken.username(), broken.why());
    return isAwaited(review, broken.at())
        ? review
            .with(new Slot.Broken(broken.username()))
            .with(review.log().unread(broken.at(), trouble))
            .say(told(broken.why()))
        : review;
  }

  static Review picked(Review review, Draft.Chosen file) {
    return review.mode() instanceof Mode.Picking picking && picking.word().equals(file.word())
        ? review
            .edited(new Draft(Draft.Base.FILE, file, 0, null))
            .in(new Mode.Looking())
            .say(Message.of("review.replaced", file.word()))
        : review;
  }

  Review unpicked(Review review, Event.Unpicked refused) {
    return review.mode() instanceof Mode.Picking picking && picking.word().equals(refused.word())
        ? review.in(new Mode.Typing(Line.of(refused.word()))).say(told(refused.why()))
        : review;
  }

  static Review offered(Review review, Event.Offered offered) {
    if (!(review.mode() instanceof Mode.Typing typing)) {
      return review;
    }
    Line line = typing.line().completed(offered.word(), offered.names());
    Message none = offered.names().isEmpty() ? Message.of("review.no-offer") : null;
    return review.in(new Mode.Typing(line)).say(none);
  }

  Review failed(Review review, Event.Failed failed) {
    Trouble trouble = new Trouble(failed.username(), failed.why());
    boolean known =
        review.log().steps().stream()
            .anyMatch(s -> s instanceof Step.Passed passed && passed.ticket() == failed.ticket());
    Review told = review.say(Message.of("review.failed", failed.username(), told(failed.why())));
    return known ? told.with(review.log().failed(failed.ticket(), trouble)) : told;
  }
}
