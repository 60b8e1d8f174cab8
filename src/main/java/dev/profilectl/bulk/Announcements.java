package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes down for many threads what each is about to do. Whoever comes while some are being written
 * waits, and is written with all others who came meanwhile: one wait for the disk does for them.
 */
final class Announcements {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Consumer<List<Mark>> journal;
  private Lot next = new Lot();
  private boolean writing;

  /** Marks that are written together. */
  private static final class Lot {
    private final List<Mark> marks = new ArrayList<>();
    private boolean over;
    private @Nullable RuntimeException failure;
  }

  /**
   * Of a run.
   *
   * @param journal writes some of them; they are durable on return
   */
  Announcements(Consumer<List<Mark>> journal) {
    this.journal = journal;
  }

  /** Returns when it is durable; throws what the journal throws. */
  void make(Mark mark) {
    lock.lock();
    try {
      Lot mine = next;
      mine.marks.add(mark);
      while (!mine.over) {
        if (writing) {
          changed.await();
        } else {
          write(mine);
        }
      }
      if (mine.failure != null) {
        throw mine.failure;
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("terminal.interrupted"));
    } finally {
      lock.unlock();
    }
  }

  /** Called with the lock, which others may have while it writes. */
  private void write(Lot lot) {
    next = new Lot();
    writing = true;
    lock.unlock();
    try {
      journal.accept(lot.marks);
    } catch (RuntimeException failure) {
      lot.failure = failure;
    } finally {
      lock.lock();
      writing = false;
      lot.over = true;
      changed.signalAll();
    }
  }
}
