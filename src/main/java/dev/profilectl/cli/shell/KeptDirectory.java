package dev.profilectl.cli.shell;

import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.DirectoryAround;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.util.List;
import java.util.function.Consumer;

/**
 * A directory for one of many commands: it may stay open when the command ends, tells which runs
 * changed something, and lets nothing more be done where the command's thread was told to stop.
 */
final class KeptDirectory extends DirectoryAround {
  private final Consumer<String> changed;
  private final boolean stays;

  /**
   * Around a directory.
   *
   * @param changed is told the id of each run that changed something
   * @param stays whether it stays open when it is closed here
   */
  KeptDirectory(ProfileDirectory directory, Consumer<String> changed, boolean stays) {
    super(directory);
    this.changed = changed;
    this.stays = stays;
  }

  /** The directory, unless the command is to stop; between two steps nothing is half done. */
  @Override
  protected ProfileDirectory open() {
    refuseWhereStopped();
    return directory;
  }

  static void refuseWhereStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted(Message.of("terminal.interrupted"));
    }
  }

  @Override
  public void list(Consumer<Profile> each) {
    open()
        .list(
            user -> {
              refuseWhereStopped();
              each.accept(user);
            });
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    return noted(open().apply(edits, origin), origin);
  }

  @Override
  public List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    return noted(open().applyAtomically(edits, origin), origin);
  }

  private List<Outcome> noted(List<Outcome> outcomes, Origin origin) {
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Created _, Outcome.Updated _, Outcome.Deleted _ -> {
          changed.accept(origin.run());
          return outcomes;
        }
        case Outcome.Unchanged _, Outcome.Failed _ -> {}
      }
    }
    return outcomes;
  }

  /** The command is done with it; others may come. */
  @Override
  public void close() {
    if (!stays) {
      directory.close();
    }
  }
}
