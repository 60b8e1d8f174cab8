package dev.profilectl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that fixes an output; rewritten by the same switch as the scenarios. */
public final class Pinned {
  private Pinned() {}

  /** Compares, or rewrites. */
  public static void check(String name, String text) throws IOException {
    Path file = Scenarios.ROOT.resolve(name);
    if (Scenarios.REWRITE) {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text);
    } else {
      assertThat(text).isEqualTo(Files.readString(file));
    }
  }
}
