package dev.profilectl.cli;

import dev.profilectl.bulk.Journal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The journals of a command that are not the local store's own; each is opened when asked for. */
final class Journals implements AutoCloseable {
  private final Workspace workspace;
  private @Nullable Journal remote;
  private @Nullable Journal scratch;

  Journals(Workspace workspace) {
    this.workspace = workspace;
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
