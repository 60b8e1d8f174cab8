package dev.profilectl.scenario;

import java.io.IOException;
import java.nio.file.Path;

/** A single command, for tests that look closer than a scenario file can. */
public final class CommandLine {
  private CommandLine() {}

  /** A line without input in a folder, with the environment of a scenario. */
  public static Driver.Command in(Path folder, String line) throws IOException {
    Sandbox sandbox = new Sandbox(folder, new Masks(folder));
    return sandbox.command(line);
  }
}
