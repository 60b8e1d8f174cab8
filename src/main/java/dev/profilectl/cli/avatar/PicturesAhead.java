package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.RunRow;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * Makes the pictures of rows before their turn comes, as many at once as there are processors. So
 * few are made ahead that their files do not fill the memory.
 */
final class PicturesAhead implements AutoCloseable {
  private static final int MOST = 12;
  private static final long MOST_BYTES = 48L << 20;

  private final ExecutorService workers;
  private final Function<RunRow, MadePicture> making;
  private final Upcoming upcoming;
  private final Map<Long, Ahead> ahead = new HashMap<>();
  private final Queue<RunRow> known = new ArrayDeque<>();
  private long asked;
  private long bytes;

  /** The rows that come next. */
  interface Upcoming {
    /** Some rows behind one, in their order. */
    List<RunRow> after(long seq, int most);

    /** The size of the file of a row, 0 where that is not known. */
    long bytes(RunRow row);
  }

  private record Ahead(CompletableFuture<MadePicture> picture, long bytes) {}

  /** On so many threads. */
  PicturesAhead(int threads, Function<RunRow, MadePicture> making, Upcoming upcoming) {
    this.workers = Executors.newFixedThreadPool(threads, Thread.ofPlatform().daemon().factory());
    this.making = making;
    this.upcoming = upcoming;
  }

  /** The picture of a row, which is being made; the next ones are, too. */
  CompletableFuture<MadePicture> of(RunRow row) {
    Ahead made = ahead.remove(row.seq());
    if (made == null) {
      made = begin(row);
    }
    bytes -= made.bytes;
    asked = Math.max(asked, row.seq());
    fill();
    return made.picture;
  }

  private void fill() {
    known.removeIf(row -> row.seq() <= asked || ahead.containsKey(row.seq()));
    if (known.isEmpty()) {
      long last = ahead.keySet().stream().mapToLong(seq -> seq).max().orElse(asked);
      known.addAll(upcoming.after(Math.max(last, asked), 4 * MOST));
    }
    while (ahead.size() < MOST && bytes < MOST_BYTES) {
      RunRow next = known.poll();
      if (next == null) {
        return;
      }
      ahead.put(next.seq(), begin(next));
    }
  }

  private Ahead begin(RunRow row) {
    long size = upcoming.bytes(row);
    bytes += size;
    return new Ahead(CompletableFuture.supplyAsync(() -> making.apply(row), workers), size);
  }

  /** Forgets what nobody asked for. */
  @Override
  public void close() {
    ahead.values().forEach(each -> each.picture.cancel(true));
    workers.shutdownNow();
    workers.close();
  }
}
