package dev.profilectl.cli;

import dev.profilectl.shell.CommandText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command did together with a person, as commands that do the same and need nobody. Each
 * works where this one did, with its reason and its actor.
 */
public final class ByHand {
  private final Session session;
  private final ChangeFlags change;
  private final List<Done> done = new ArrayList<>();

  /**
   * Something that was done.
   *
   * @param pipe the words of a command; of many, each gets what the one before it writes
   * @param run by which it was done; {@code null} where nothing was changed
   */
  public record Done(List<List<String>> pipe, @Nullable String run) {
    /** Copies the words. */
    public Done {
      pipe = pipe.stream().map(List::copyOf).toList();
    }
  }

  /** Of a command. */
  public ByHand(Session session, ChangeFlags change) {
    this.session = session;
    this.change = change;
  }

  /**
   * Adds a command that does what was done.
   *
   * @param run by which it was done
   * @param words of the command, and of whatever reads for it before it; without the flags that say
   *     where and why
   */
  public void add(String run, List<List<String>> words) {
    List<List<String>> pipe = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      List<String> whole = new ArrayList<>(words.get(i));
      session.namedTarget().ifPresent(target -> whole.addAll(List.of("--target", target)));
      CommandText.of(session.storeWords()).commands().forEach(c -> whole.addAll(c.texts(null)));
      if (i == words.size() - 1) {
        said("--reason", change.reason()).ifPresent(whole::addAll);
        said("--actor", change.actor).ifPresent(whole::addAll);
      }
      pipe.add(whole);
    }
    done.add(new Done(pipe, run));
  }

  private static Optional<List<String>> said(String flag, @Nullable String value) {
    return Optional.ofNullable(value).map(text -> List.of(flag, text));
  }

  /** Tells it to whoever takes down what is done here; also that it was nothing. */
  public void tell() {
    session.workspace().doneByHand(List.copyOf(done));
  }
}
