package dev.profilectl.cli.user;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Goes through the users of one command. A user given plainly fails the command; of many, each
 * failure is told as it comes, the others go on, and the exit code tells of both.
 */
public final class EachUser {
  private static final int FEW = 10;

  private final Session session;
  private final UserWords words;
  private final List<Failure> failures = new ArrayList<>();
  private int done;

  /** Through these users. */
  public EachUser(Session session, UserWords words) {
    this.session = session;
    this.words = words;
  }

  /**
   * The one user that was given plainly.
   *
   * @throws Failure.NotFound where there is none
   */
  public Profile required(ProfileDirectory directory) {
    return required(directory, words.words().getFirst());
  }

  Profile required(ProfileDirectory directory, String word) {
    return directory.find(UserRef.parse(word)).orElseThrow(() -> noSuchUser(directory, word));
  }

  /** Of a few the name is told that was probably meant; of many nobody would read it. */
  public NotFound noSuchUser(ProfileDirectory directory, String word) {
    return words.words().size() <= FEW
        ? Refusals.noSuchUser(directory, word)
        : Refusals.noSuchUser(word);
  }

  /** Every user there is; each counts as done. */
  public void found(ProfileDirectory directory, Consumer<Profile> use) {
    attempt(
        word -> Optional.of(required(directory, word)),
        (word, user) -> {
          use.accept(user);
          done();
        });
  }

  /** What an attempt makes of every word; a failure is told, an empty result passed over. */
  public <T> void attempt(Function<String, Optional<T>> attempt, BiConsumer<String, T> use) {
    for (String word : words.words()) {
      try {
        attempt.apply(word).ifPresent(result -> use.accept(word, result));
      } catch (Failure failure) {
        failed(word, failure);
      }
    }
  }

  /** The users as they were named. */
  List<String> words() {
    return words.words();
  }

  /** Notes that one worked. */
  public void done() {
    done++;
  }

  /** Tells that one failed. */
  public void failed(String word, Failure failure) {
    if (words.plain()) {
      throw failure;
    }
    failures.add(failure);
    session.report(new FailureReport.Row(word, failure));
  }

  /** Tells that one was done in part only; its result is shown all the same. */
  public void fellShort(String word, Failure.Partial failure) {
    failures.add(failure);
    session.report(new FailureReport.Row(words.plain() ? null : word, failure));
  }

  /** What became of all. */
  public ExitCode exitCode() {
    return ExitCode.of(done, failures);
  }
}
