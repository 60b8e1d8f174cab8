package dev.profilectl.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code profilectl} itself. */
@Command(
    name = "profilectl",
    header = {
      "Edit user profiles and avatars.",
      "",
      "  profilectl user update ada --city London",
      "  profilectl avatar upload ada photo.jpg"
    })
final class RootCommand {
  @Option(names = "--version", description = "Show the program's version.")
  boolean version;
}
