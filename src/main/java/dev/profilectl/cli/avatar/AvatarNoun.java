package dev.profilectl.cli.avatar;

import picocli.CommandLine.Command;

/** The noun {@code avatar}. */
@Command(
    name = "avatar",
    header = {
      "Set, show and remove the pictures of users.",
      "",
      "  profilectl avatar upload ada photo.jpg",
      "  profilectl avatar show ada"
    })
public final class AvatarNoun {}
