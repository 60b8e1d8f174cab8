package dev.profilectl.cli.seed;

import picocli.CommandLine.Command;

/** The noun {@code seed}. */
@Command(
    name = "seed",
    header = {
      "Make up users for tests, and take exactly those away again.",
      "",
      "  profilectl seed apply --count 1000 --seed 42 --tag ci-7 --ttl 2h",
      "  profilectl seed clean --tag ci-7"
    })
public final class SeedNoun {}
