package dev.profilectl.cli.shell;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import dev.profilectl.shell.ScriptReader;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs the commands of a script one after another, and sums their exit codes up. */
final class ScriptPlay {
  private final ScriptReader script;
  private final String name;
  private final boolean keepGoing;
  private final Map<Integer, Long> codes = new TreeMap<>();

  /**
   * Of a script.
   *
   * @param name what it is called in sentences
   * @param keepGoing whether a command that fails leaves the next ones alone
   */
  ScriptPlay(ScriptReader script, String name, boolean keepGoing) {
    this.script = script;
    this.name = name;
    this.keepGoing = keepGoing;
  }

  /**
   * What came of all.
   *
   * @param exit of the whole
   * @param done commands that worked
   * @param failed commands that did not
   * @param stopped the line of the command that ended the script; 0 where it came to its end
   */
  record Tally(int exit, long done, long failed, long stopped) {}

  /** Runs it with a runner that knows the lines. */
  Tally run(LineRunner runner) {
    boolean more = true;
    while (more && !runner.over()) {
      more = step(runner);
      long failed = failed();
      if (failed > 0 && (!keepGoing || codes.keySet().stream().anyMatch(ScriptPlay::ends))) {
        return tally(script.line());
      }
    }
    return tally(0);
  }

  /** One command; false at the end. */
  private boolean step(LineRunner runner) {
    try {
      Optional<ScriptReader.Step> step = script.next();
      step.ifPresent(c -> count(runner.run(c.words(), new Place(name, c.line()))));
      return step.isPresent();
    } catch (Failure unreadable) {
      Place place = new Place(name, script.line());
      count(runner.tell(unreadable, place));
      return !(unreadable instanceof Fault);
    }
  }

  private void count(int code) {
    codes.merge(code, 1L, Long::sum);
  }

  /** Whoever stops a command wants the script stopped, whatever its flags say. */
  private static boolean ends(int code) {
    return code == ExitCode.INTERRUPTED.number() || code == ExitCode.TERMINATED.number();
  }

  private static boolean worked(int code) {
    return code == ExitCode.OK.number() || code == ExitCode.PENDING.number();
  }

  private long failed() {
    return codes.entrySet().stream()
        .filter(e -> !worked(e.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private Tally tally(long stopped) {
    long failed = failed();
    long done = codes.values().stream().mapToLong(Long::longValue).sum() - failed;
    return new Tally(exit(stopped > 0), done, failed, stopped);
  }

  private int exit(boolean stopped) {
    int[] reasons = codes.keySet().stream().mapToInt(c -> c).filter(c -> !worked(c)).toArray();
    if (reasons.length == 0) {
      return codes.keySet().stream().mapToInt(c -> c).max().orElse(0);
    }
    for (int reason : reasons) {
      if (ends(reason) || (stopped && !keepGoing)) {
        return reason;
      }
    }
    boolean nothingWorked = codes.keySet().stream().noneMatch(ScriptPlay::worked);
    return reasons.length == 1 && nothingWorked ? reasons[0] : ExitCode.PARTIAL.number();
  }

  /** Tells how a script ended that did not do all it could. */
  static Optional<Message> note(Tally tally, String name) {
    if (tally.stopped > 0) {
      return Optional.of(Message.of("script.stopped", name, tally.stopped));
    }
    return tally.failed == 0
        ? Optional.empty()
        : Optional.of(Message.of("script.tally", tally.done, tally.failed));
  }
}
