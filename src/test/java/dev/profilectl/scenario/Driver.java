package dev.profilectl.scenario;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Runs the program; in this JVM or as users get it. */
@FunctionalInterface
public interface Driver {
  /** Runs it to its end. */
  Result run(Command command) throws IOException, InterruptedException;

  /**
   * What a user does.
   *
   * @param words without the program's name
   * @param folder the working folder
   * @param environment all of it
   * @param stdin a file with standard input, which is never a terminal
   * @param terminal whether standard output and error are one
   */
  record Command(
      List<String> words,
      Path folder,
      Map<String, String> environment,
      Path stdin,
      boolean terminal) {}

  /** What comes back, the streams {@linkplain Visible visible}. */
  record Result(int exit, String stdout, String stderr) {
    /** Of the bytes. */
    public static Result of(int exit, byte[] stdout, byte[] stderr) {
      return new Result(exit, Visible.of(stdout), Visible.of(stderr));
    }
  }
}
