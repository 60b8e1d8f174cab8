package dev.profilectl.cli.code;

import picocli.CommandLine.Command;

/** The noun {@code code}. */
@Command(
    name = "code",
    header = {
      "List and explain the codes of problems.",
      "",
      "  profilectl code list",
      "  profilectl code explain 400124"
    })
public final class CodeNoun {}
