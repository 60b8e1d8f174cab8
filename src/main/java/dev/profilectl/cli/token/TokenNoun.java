package dev.profilectl.cli.token;

import picocli.CommandLine.Command;

/** The noun {@code token}. */
@Command(
    name = "token",
    header = {
      "Hand out tokens of the local store, for those who call \"serve\".",
      "",
      "  profilectl token issue ada --ttl 30d",
      "  profilectl token list"
    })
public final class TokenNoun {}
