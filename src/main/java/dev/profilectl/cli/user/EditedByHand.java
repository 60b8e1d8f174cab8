package dev.profilectl.cli.user;

import dev.profilectl.cli.ByHand;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What was changed in an editor, as {@code user update} would change it. */
final class EditedByHand {
  private final ByHand byHand;
  private final List<String> acceptLoss;

  /**
   * For one command.
   *
   * @param acceptLoss what may be lost by a change
   */
  EditedByHand(ByHand byHand, List<String> acceptLoss) {
    this.byHand = byHand;
    this.acceptLoss = List.copyOf(acceptLoss);
  }

  /** Adds what was sent and changed somebody. */
  void add(DraftSender.Answer answer, Map<String, EditedUser> users) {
    String run = answer.run();
    if (run == null) {
      return;
    }
    answer
        .done()
        .forEach(
            (id, outcome) -> {
              if (outcome instanceof Outcome.Updated updated) {
                String word = Objects.requireNonNull(users.get(id)).word();
                byHand.add(run, List.of(words(word, updated.changes())));
              }
            });
  }

  private List<String> words(String user, List<FieldChange> changes) {
    List<String> words = new ArrayList<>(List.of("user", "update", user));
    List<String> cleared = new ArrayList<>();
    for (FieldChange change : changes) {
      Field field = change.field();
      Object value = change.after();
      if (field.isReadOnly() || field.isSecret()) {
        continue;
      }
      if (value == null) {
        cleared.add(field.key());
      } else {
        words.addAll(List.of("--set", field.key() + "=" + value));
      }
    }
    if (!cleared.isEmpty()) {
      words.addAll(List.of("--clear", String.join(",", cleared)));
    }
    if (!acceptLoss.isEmpty()) {
      words.addAll(List.of("--accept-loss", String.join(",", acceptLoss)));
    }
    return words;
  }
}
