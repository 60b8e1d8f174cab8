package dev.profilectl.architecture.wrong.cli.user;

import picocli.CommandLine.Command;

/** Breaks nothing: a noun in its package. */
@Command(name = "user")
public final class UserNoun {}
