package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Limits;
import dev.profilectl.bulk.StopSign;
import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.Spans;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of commands that do many rows one after the other. */
@FlagGroup("Running")
public final class RunFlags {
  @Option(names = "--fail-fast", description = "End at the first failure.")
  boolean failFast;

  @Option(
      names = "--max-errors",
      paramLabel = "N|P%",
      description = "End after more failures than this, with exit 9.")
  @Nullable String maxErrors;

  @Option(
      names = "--max-duration",
      paramLabel = "D",
      description = "End after this time, with exit 9; \"run resume\" goes on.")
  @Nullable String maxDuration;

  @Option(
      names = "--rejects",
      paramLabel = "FILE",
      description =
          "Write the rows that failed, with code and message, to be mended and fed again.")
  @Nullable String rejects;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description = "Write what became of every row: .ndjson, .csv or .xml (JUnit).")
  @Nullable String report;

  @Option(names = "--progress", paramLabel = "HOW", description = "auto, bar, plain, json or none.")
  @Nullable String progress;

  /** Judges what can be judged before anything is done. */
  public void check(Session session) {
    RunReports.checkName(report);
    WholeFile.check(session, report);
    WholeFile.check(session, rejects);
    limits(session, 1, new StopSign(), false);
    ProgressLine.Style.of(progress);
  }

  /**
   * When the run ends before its last row.
   *
   * @param rows how many there are
   */
  Limits limits(Session session, long rows, StopSign sign, boolean allOrNone) {
    Instant until =
        maxDuration == null
            ? null
            : session
                .workspace()
                .clock()
                .instant()
                .plus(Spans.parse("--max-duration", maxDuration));
    return new Limits(failFast, mostErrors(rows), until, sign, allOrNone);
  }

  private @Nullable Long mostErrors(long rows) {
    if (maxErrors == null) {
      return null;
    }
    boolean percent = maxErrors.endsWith("%");
    String digits = percent ? maxErrors.substring(0, maxErrors.length() - 1) : maxErrors;
    if (!digits.matches("[0-9]{1,9}") || (percent && Long.parseLong(digits) > 100)) {
      throw new Usage(Message.of("usage.option", "--max-errors", maxErrors, "N, P%"));
    }
    long number = Long.parseLong(digits);
    return percent ? rows * number / 100 : number;
  }
}
