package dev.profilectl.architecture.wrong.cli.avatar;

import dev.profilectl.architecture.wrong.cli.user.UserNoun;
import picocli.CommandLine.Command;

/** Breaks nothing by itself. */
@Command(name = "show")
public final class AvatarShowCommand {
  /** The other half of the cycle. */
  UserNoun other = new UserNoun();
}
