package dev.profilectl.architecture.wrong.cli.user;

import dev.profilectl.architecture.wrong.cli.avatar.AvatarShowCommand;
import picocli.CommandLine.Command;

/** Breaks nothing by itself: a command named like its path. */
@Command(name = "get")
public final class UserGetCommand {
  /** One half of a cycle. */
  AvatarShowCommand other = new AvatarShowCommand();
}
