package dev.profilectl.cli.store;

import picocli.CommandLine.Command;

/** The noun {@code store}. */
@Command(
    name = "store",
    header = {
      "Look after the local store's file.",
      "",
      "  profilectl store info",
      "  profilectl store check"
    })
public final class StoreNoun {}
