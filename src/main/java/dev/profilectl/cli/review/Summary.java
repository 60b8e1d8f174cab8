package dev.profilectl.cli.review;

import dev.profilectl.cli.review.Step.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a review came to, in users. Those that were cropped, rotated or replaced are among the
 * accepted.
 *
 * @param accepted pictures that are good, as they were or as they are now
 * @param cropped of another part now
 * @param rotated turned now
 * @param replaced made from another picture now
 * @param deleted taken away
 * @param skipped left as they are
 * @param failed users of whom something went wrong
 */
public record Summary(
    int accepted,
    int cropped,
    int rotated,
    int replaced,
    int deleted,
    int skipped,
    List<Review.Trouble> failed) {
  /** Copies the troubles. */
  public Summary {
    failed = List.copyOf(failed);
  }

  /** Of a review as it is. */
  public static Summary of(Review review) {
    List<Step.Passed> passed = new ArrayList<>(review.log().stuck());
    for (Step step : review.log().steps()) {
      if (step instanceof Step.Passed done && !review.log().failures().containsKey(done.ticket())) {
        passed.add(done);
      }
    }
    List<Review.Trouble> failed = new ArrayList<>(review.log().failures().values());
    failed.addAll(review.log().unread().values());
    return new Summary(
        count(passed, Set.of(Verdict.ACCEPTED, Verdict.CHANGED)),
        (int) changed(passed).stream().filter(Draft::crops).count(),
        (int) changed(passed).stream().filter(draft -> draft.rotate() != 0).count(),
        (int) changed(passed).stream().filter(draft -> draft.file() != null).count(),
        count(passed, Set.of(Verdict.DELETED)),
        count(passed, Set.of(Verdict.SKIPPED)),
        failed);
  }

  /** The users of whom something went wrong, in order of their names. */
  public List<String> failedNames() {
    Set<String> names = new TreeSet<>();
    failed.forEach(trouble -> names.add(trouble.username()));
    return List.copyOf(names);
  }

  private static int count(List<Step.Passed> passed, Set<Verdict> verdicts) {
    return (int) passed.stream().filter(done -> verdicts.contains(done.verdict())).count();
  }

  private static List<Draft> changed(List<Step.Passed> passed) {
    return passed.stream()
        .filter(done -> done.verdict() == Verdict.CHANGED)
        .map(Step.Passed::draft)
        .toList();
  }
}
