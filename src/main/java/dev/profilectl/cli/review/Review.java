package dev.profilectl.cli.review;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a review is.
 *
 * @param at whose turn it is, from 0
 * @param slot what is known of that user
 * @param draft what is to become of the picture
 * @param mode what keys mean
 * @param log what was done
 * @param said what is told on the status line; {@code null} for nothing
 */
public record Review(int at, Slot slot, Draft draft, Mode mode, Log log, @Nullable Message said) {
  /** Before the first user. */
  public static final Review START =
      new Review(
          0, new Slot.Loading(), Draft.NONE, new Mode.Looking(), Log.EMPTY, /* said= */ null);

  /**
   * What was done.
   *
   * @param steps what can be taken back, the last one last
   * @param stuck what could not be taken back any more
   * @param failures of changes, by ticket
   * @param unread users that could not be read, or whose pictures cannot, by place
   * @param tickets how many were given out
   */
  public record Log(
      List<Step> steps,
      List<Step.Passed> stuck,
      Map<Integer, Trouble> failures,
      Map<Integer, Trouble> unread,
      int tickets) {
    static final Log EMPTY = new Log(List.of(), List.of(), Map.of(), Map.of(), 0);

    /** Copies the collections. */
    public Log {
      steps = List.copyOf(steps);
      stuck = List.copyOf(stuck);
      failures = Collections.unmodifiableMap(new LinkedHashMap<>(failures));
      unread = Collections.unmodifiableMap(new LinkedHashMap<>(unread));
    }

    Log with(Step step) {
      List<Step> all = new ArrayList<>(steps);
      all.add(step);
      return new Log(all, stuck, failures, unread, tickets);
    }

    Log withTicket() {
      return new Log(steps, stuck, failures, unread, tickets + 1);
    }

    Log withoutLast() {
      return new Log(steps.subList(0, steps.size() - 1), stuck, failures, unread, tickets);
    }

    Log withStuck(Step.Passed passed) {
      List<Step.Passed> all = new ArrayList<>(stuck);
      all.add(passed);
      return new Log(steps, all, failures, unread, tickets);
    }

    Log failed(int ticket, @Nullable Trouble trouble) {
      return new Log(steps, stuck, changed(failures, ticket, trouble), unread, tickets);
    }

    Log unread(int at, @Nullable Trouble trouble) {
      return new Log(steps, stuck, failures, changed(unread, at, trouble), tickets);
    }

    private static Map<Integer, Trouble> changed(
        Map<Integer, Trouble> from, int key, @Nullable Trouble trouble) {
      Map<Integer, Trouble> to = new LinkedHashMap<>(from);
      to.remove(key);
      if (trouble != null) {
        to.put(key, trouble);
      }
      return to;
    }
  }

  /** What went wrong about a user. */
  public record Trouble(String username, Failure failure) {}

  /** The user whose turn it is; {@code null} where nobody is there to be looked at. */
  public @Nullable Subject subject() {
    return slot instanceof Slot.Ready ready ? ready.subject() : null;
  }

  /** Whether it is over. */
  public boolean ended() {
    return mode instanceof Mode.Ended;
  }

  Review in(Mode other) {
    return new Review(at, slot, draft, other, log, said);
  }

  Review on(int place, Draft with) {
    return new Review(place, new Slot.Loading(), with, new Mode.Looking(), log, said);
  }

  Review with(Slot other) {
    return new Review(at, other, draft, mode, log, said);
  }

  Review with(Draft other) {
    return new Review(at, slot, other, mode, log, said);
  }

  Review with(Log other) {
    return new Review(at, slot, draft, mode, other, said);
  }

  Review say(@Nullable Message message) {
    return new Review(at, slot, draft, mode, log, message);
  }

  /** With another draft, which can be taken back. */
  Review edited(Draft to) {
    return draft.equals(to) ? this : with(log.with(new Step.Edited(draft))).with(to);
  }
}
