package dev.profilectl.cli.user;

import picocli.CommandLine.Command;

/** The noun {@code user}. */
@Command(
    name = "user",
    header = {
      "Make, show and change users.",
      "",
      "  profilectl user create ada --nickname \"Ada Lovelace\"",
      "  profilectl user update ada --city London --clear country"
    })
public final class UserNoun {
  /** What a USER may be. */
  public static final String USERS =
      "Username or id; id:… or username:… where both match; @FILE or - for one a line.";
}
