package dev.profilectl.cli.target;

import dev.profilectl.cli.Session;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import java.util.List;
import picocli.CommandLine.Command;

/** The noun {@code target}. */
@Command(
    name = "target",
    header = {
      "Name servers to work on, and how to reach them.",
      "",
      "  profilectl target add shop --system weidu --url localhost:8080 --auth test",
      "  profilectl target list"
    })
public final class TargetNoun {
  static final String NAME = "A name that \"target list\" shows.";

  /** Prints the name of the target that something was done to. */
  static void print(Session session, String name) {
    Printer printer = session.printer();
    if (printer.structured()) {
      printer.one(List.of(Column.<String>of("target", target -> target)), name);
    } else {
      printer.line(name);
    }
  }
}
