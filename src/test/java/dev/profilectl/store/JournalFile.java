package dev.profilectl.store;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Mark;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.RunState;
import dev.profilectl.profile.Origin;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.io.TempDir;

/** A journal in a real file, and what may be written down in it. */
abstract class JournalFile {
  @TempDir Path folder;

  Path file() {
    return folder.resolve("runs.db");
  }

  Journal open() {
    return SqliteDirectory.journal(file());
  }

  static Run run(String id, Instant at) {
    return new Run(
        new Origin(id, "tester", "why not"),
        "shop",
        "user import people.csv",
        at,
        RunState.READING,
        Map.of("kind", "import", "set:email", "{username}@x.org", "odd", "a\"b\\\n中😀"));
  }

  static RunRow row(long seq) {
    return new RunRow(seq, seq + 1, "u" + seq, "{\"username\":\"u" + seq + "\"}", null);
  }

  static Mark mark(long seq, RowState state) {
    return new Mark(seq, state, null, List.of(), null);
  }

  static List<RunRow> rows(long count) {
    return LongStream.rangeClosed(1, count).mapToObj(SqliteJournalTest::row).toList();
  }
}
