package dev.profilectl.server;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Secret;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Does edits, those that come at once in one transaction: what a disk takes to keep a change safe
 * is the same for one as for many. An edit is answered when it is durable.
 */
final class Changes implements AutoCloseable {
  private static final int MOST = 64;

  private final ProfileDirectory directory;
  private final String run;
  private final String actor;
  private final LinkedBlockingQueue<Waiting> queue = new LinkedBlockingQueue<>();
  private final Thread worker;

  /** Of a run, by an actor; both are kept in the history. */
  Changes(ProfileDirectory directory, String run, String actor) {
    this.directory = directory;
    this.run = run;
    this.actor = actor;
    // A thread of its own kind: writing to a disk would hold up the virtual ones.
    this.worker = Thread.ofPlatform().name("changes").daemon().start(this::work);
  }

  private record Waiting(Edit edit, Origin origin, CompletableFuture<Outcome> outcome) {}

  /**
   * Does an edit.
   *
   * @param reason kept in the history
   */
  Outcome apply(Edit edit, String reason) {
    Origin origin = new Origin(run, actor, reason);
    if (!isQuick(edit)) {
      return directory.apply(List.of(edit), origin).getFirst();
    }
    CompletableFuture<Outcome> outcome = new CompletableFuture<>();
    queue.add(new Waiting(edit, origin, outcome));
    try {
      return outcome.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    } catch (CancellationException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  /** Hashing a secret and writing a picture take long; nobody else is to wait for it. */
  private static boolean isQuick(Edit edit) {
    return edit instanceof Edit.Update update
        && update.patch().set().values().stream().noneMatch(Secret.class::isInstance);
  }

  private void work() {
    List<Waiting> batch = new ArrayList<>();
    try {
      while (true) {
        batch.clear();
        batch.add(queue.take());
        queue.drainTo(batch, MOST - 1);
        Map<Origin, List<Waiting>> groups = new LinkedHashMap<>();
        batch.forEach(w -> groups.computeIfAbsent(w.origin(), _ -> new ArrayList<>()).add(w));
        groups.forEach(this::apply);
      }
    } catch (InterruptedException closed) {
      queue.forEach(waiting -> waiting.outcome().cancel(false));
    }
  }

  private void apply(Origin origin, List<Waiting> group) {
    try {
      List<Outcome> outcomes = directory.apply(group.stream().map(Waiting::edit).toList(), origin);
      for (int i = 0; i < group.size(); i++) {
        group.get(i).outcome().complete(outcomes.get(i));
      }
    } catch (Failure failure) {
      group.forEach(waiting -> waiting.outcome().completeExceptionally(failure));
    } catch (RuntimeException bug) {
      group.forEach(waiting -> waiting.outcome().completeExceptionally(bug));
    }
  }

  @Override
  public void close() {
    worker.interrupt();
  }
}
