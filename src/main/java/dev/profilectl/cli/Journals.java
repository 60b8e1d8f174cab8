package dev.profilectl.cli;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Journalled;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journals of a command that are not the local store's own; each is opened when asked for. */
final class Journals implements AutoCloseable {
  private final Workspace workspace;
  private final SharedFlags flags;
  private @Nullable Journal remote;
  private @Nullable Journal scratch;

  Journals(Workspace workspace, SharedFlags flags) {
    this.workspace = workspace;
    this.flags = flags;
  }

  /** What is changed elsewhere is written down here, where there is a place for it. */
  ProfileDirectory around(ProfileDirectory directory, String target, Session session) {
    if (directory.features().contains(Feature.HISTORY)) {
      return directory;
    }
    try {
      Journalled.Label label =
          new Journalled.Label(target, flags.commandWords(), workspace.clock(), session.locale());
      return new Journalled(directory, remoteToWrite(), label);
    } catch (Failure noPlace) {
      session.note(Message.of("note.not-written-down", noPlace.sentence()));
      return directory;
    }
  }

  Journal scratch() {
    if (scratch == null) {
      scratch = workspace.scratchJournal();
    }
    return scratch;
  }

  Optional<Journal> remote() {
    if (remote == null) {
      remote = workspace.remoteJournal(false).orElse(null);
    }
    return Optional.ofNullable(remote);
  }

  Journal remoteToWrite() {
    if (remote == null) {
      remote = workspace.remoteJournal(true).orElseThrow();
    }
    return remote;
  }

  @Override
  public void close() {
    if (remote != null) {
      remote.close();
    }
    if (scratch != null) {
      scratch.close();
    }
  }
}
