package dev.profilectl.bulk;

import java.time.Instant;

/** Processes of this machine, by a word that no later process has: number and time of start. */
public final class RunningProcess {
  private RunningProcess() {}

  /** The word of this process. */
  public static String self() {
    return word(ProcessHandle.current());
  }

  /** Whether the process of a word is there, and is not this one. */
  public static boolean isAnother(String word) {
    String digits = word.substring(0, Math.max(0, word.indexOf('@')));
    return digits.matches("[0-9]{1,18}")
        && !word.equals(self())
        && ProcessHandle.of(Long.parseLong(digits)).filter(p -> word(p).equals(word)).isPresent();
  }

  private static String word(ProcessHandle process) {
    long start = process.info().startInstant().orElse(Instant.EPOCH).toEpochMilli();
    return process.pid() + "@" + start;
  }
}
