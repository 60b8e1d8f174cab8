package dev.profilectl.architecture.wrong.cli.user;

import dev.profilectl.architecture.Breaks;
import picocli.CommandLine.Command;

/** The words the wrong way round. */
@Breaks("COMMANDS")
@Command(name = "get")
final class GetUserCommand {
  /** In the file of another. */
  @Breaks("COMMANDS")
  @Command(name = "list")
  static final class UserListCommand {}
}
