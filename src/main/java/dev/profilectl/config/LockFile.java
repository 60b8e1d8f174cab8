package dev.profilectl.config;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets one at a time do something, among the threads of this process and all processes. An empty
 * file stands for it and stays: taking it away would let two in, one with the old file and one with
 * the new. A process that dies lets go.
 */
final class LockFile {
  private static final int TRIES = 2_400;
  private static final int PAUSE_MILLIS = 50;

  /** The system's locks belong to the process, so that threads need another one. */
  private static final ConcurrentMap<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

  private LockFile() {}

  /**
   * Does it while nobody else who names this file does. Not to be called again within.
   *
   * @param file in a folder that is there
   * @throws Unavailable where others hold it for two minutes
   * @throws Fault where the file cannot be made
   */
  static <T> T holding(Path file, Supplier<T> work) {
    ReentrantLock threads =
        THREADS.computeIfAbsent(file.toAbsolutePath().normalize(), _ -> new ReentrantLock());
    try {
      if (!threads.tryLock((long) TRIES * PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw busy(file);
      }
      try (FileChannel channel = open(file);
          FileLock lock = lock(channel, file)) {
        assert lock.isValid();
        return work.get();
      } catch (IOException cause) {
        throw new Fault(Message.of("file.not-written", file, IoReason.of(cause)), cause);
      } finally {
        threads.unlock();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Interrupted(Message.of("terminal.interrupted"));
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(
        file,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS),
        AtomicFile.forOwner(file, "rw-------"));
  }

  private static FileLock lock(FileChannel channel, Path file)
      throws IOException, InterruptedException {
    for (int i = 0; i < TRIES; i++) {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return lock;
      }
      Thread.sleep(PAUSE_MILLIS);
    }
    throw busy(file);
  }

  private static Unavailable busy(Path file) {
    return new Unavailable(Message.of("file.locked", file));
  }
}
