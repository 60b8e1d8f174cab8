package dev.profilectl.architecture.wrong.cli.user;

import dev.profilectl.architecture.Breaks;

/** Called a command, and none. */
@Breaks("COMMANDS")
final class UserEditCommand {}
