package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Foreseen;
import dev.profilectl.cli.Protection;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Makes an edit of every word, does all of them at once, and tells what became of each. */
public final class Edits {
  private final Session session;
  private final EachUser each;

  /** Of these users. */
  public Edits(Session session, EachUser each) {
    this.session = session;
    this.each = each;
  }

  /**
   * Does them.
   *
   * @param edit the edit for a word
   * @param use takes the outcomes that are no failure
   */
  public void apply(
      ProfileDirectory directory,
      ChangeFlags change,
      Function<String, Edit> edit,
      BiConsumer<String, Outcome> use) {
    List<String> words = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    each.attempt(
        word -> Optional.of(edit.apply(word)),
        (word, made) -> {
          words.add(word);
          edits.add(made);
        });
    Protection.ask(
        session, change, edits.size(), () -> Foreseen.changes(session, directory, edits));
    List<Outcome> outcomes = directory.apply(edits, change.origin(session));
    for (int i = 0; i < outcomes.size(); i++) {
      String word = words.get(i);
      switch (outcomes.get(i)) {
        // gone since it was found, or named twice; the store knows only its id
        case Outcome.Failed failed when failed.failure() instanceof NotFound ->
            each.failed(word, Refusals.noSuchUser(word));
        case Outcome.Failed failed -> each.failed(word, failed.failure());
        case Outcome outcome -> {
          use.accept(word, outcome);
          tell(word, outcome);
        }
      }
    }
  }

  /** What else there is to say about one that was done, wholly or in part. */
  private void tell(String word, Outcome outcome) {
    if (outcome instanceof Outcome.Updated updated) {
      updated.remarks().forEach(session::note);
      if (updated.shortfall() != null) {
        each.fellShort(word, updated.shortfall());
        return;
      }
    }
    each.done();
  }
}
