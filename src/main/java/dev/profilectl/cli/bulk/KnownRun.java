package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Run;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import java.util.Optional;

/**
 * A run that an id names.
 *
 * @param run the run
 * @param journal where it is written down
 */
public record KnownRun(Run run, Journal journal) {
  /**
   * The run of an id, on the local store or on a remote target.
   *
   * @throws NotFound where there is none
   */
  public static KnownRun of(Session session, String id) {
    Optional<Journal> remote = session.remoteJournal();
    Optional<KnownRun> there =
        remote.flatMap(journal -> journal.find(id).map(run -> new KnownRun(run, journal)));
    return there.orElseGet(
        () -> {
          Journal local = session.localJournal();
          return local
              .find(id)
              .map(run -> new KnownRun(run, local))
              .orElseThrow(() -> new NotFound(Message.of("run.none", id)));
        });
  }
}
