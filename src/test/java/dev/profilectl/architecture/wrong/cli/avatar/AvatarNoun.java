package dev.profilectl.architecture.wrong.cli.avatar;

import picocli.CommandLine.Command;

/** Breaks nothing. */
@Command(name = "avatar")
public final class AvatarNoun {}
