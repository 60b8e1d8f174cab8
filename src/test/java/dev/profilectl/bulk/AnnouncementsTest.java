package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AnnouncementsTest {
  private static final int THREADS = 16;
  private static final int EACH = 500;

  private static Mark mark(long seq) {
    return new Mark(seq, RowState.STARTED, null, List.of(), null);
  }

  @Test
  void eachIsWrittenOnceBeforeItsThreadGoesOn() throws InterruptedException, ExecutionException {
    Set<Long> written = ConcurrentHashMap.newKeySet();
    AtomicInteger writers = new AtomicInteger();
    AtomicInteger lots = new AtomicInteger();
    Announcements announcements =
        new Announcements(
            marks -> {
              assertThat(writers.incrementAndGet()).as("one at a time").isEqualTo(1);
              lots.incrementAndGet();
              marks.forEach(mark -> assertThat(written.add(mark.seq())).as("once").isTrue());
              writers.decrementAndGet();
            });
    try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
      List<Future<?>> running = new ArrayList<>();
      for (int thread = 0; thread < THREADS; thread++) {
        long first = (long) thread * EACH;
        running.add(
            pool.submit(
                () -> {
                  for (long seq = first; seq < first + EACH; seq++) {
                    announcements.make(mark(seq));
                    assertThat(written).contains(seq);
                  }
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    }
    assertThat(written).hasSize(THREADS * EACH);
    assertThat(lots.get()).as("lots").isBetween(EACH, THREADS * EACH);
  }

  @Test
  void whatCouldNotBeWrittenIsToldToWhomItConcernsAlone() {
    AtomicInteger lots = new AtomicInteger();
    Announcements announcements =
        new Announcements(
            marks -> {
              if (lots.incrementAndGet() == 1) {
                throw new IllegalStateException("disk full");
              }
            });
    assertThatThrownBy(() -> announcements.make(mark(1))).hasMessage("disk full");
    announcements.make(mark(2));
    assertThat(lots.get()).isEqualTo(2);
  }
}
