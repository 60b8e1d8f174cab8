package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be told about a local store as a whole, and done to it. */
public interface StoreCare {
  /** Facts by name, in the order to show them: path, schema, users, pictures, bytes … */
  Map<String, Object> info();

  /**
   * Looks the whole store over: the file, references between rows, every picture against its hash,
   * profiles against their history.
   *
   * @return what was found wrong, one sentence each; empty where all is well
   */
  List<Message> check();

  /**
   * Writes a copy that is consistent whatever others write meanwhile; whole, or not there.
   *
   * @throws Failure.Conflict where the file exists
   */
  void backup(Path file);

  /**
   * Puts the content of a copy in the place of everything, in one transaction.
   *
   * @param keep where the state before is written first, as by {@link #backup}, with the last
   *     change of others; not there where the content was not replaced
   * @throws Failure.Conflict where the file to keep it in exists
   * @throws Failure.Fault where the file is no store, or {@link #check} finds fault with it
   */
  void restore(Path file, Path keep);

  /** What {@link #compact} would take away. */
  Removal removable(Compaction what);

  /** Takes old pictures away and gives the room back to the disk. */
  Removal compact(Compaction what);

  /**
   * Which pictures are to go. The present picture of a user always stays.
   *
   * @param replacedBefore older ones that were replaced or removed before; {@code null} for none
   * @param originals whether what pictures were made from goes too
   */
  record Compaction(@Nullable Instant replacedBefore, boolean originals) {}

  /**
   * What goes, or went.
   *
   * @param pictures how many files
   * @param bytes their size
   */
  record Removal(long pictures, long bytes) {}
}
