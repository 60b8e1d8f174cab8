package dev.profilectl.cli.doctor;

import dev.profilectl.failure.Message;
import dev.profilectl.terminal.GraphicsProbe;
import dev.profilectl.terminal.Screen;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What the terminal can do: size, colours, pictures, letters that are not English. */
record TerminalCheck(Screen screen, Map<String, String> environment) implements Check {
  private static final String CHECK = "terminal";

  @Override
  public List<Finding> look() {
    if (!screen.terminals().out()) {
      return List.of(Finding.ok(CHECK, Message.of("doctor.no-terminal")));
    }
    String term = environment.getOrDefault("TERM", "");
    Integer width = screen.width();
    Message can =
        Message.of(
            "doctor.terminal",
            term.isEmpty() ? "-" : term,
            width == null ? "?" : width,
            screen.outColors().name().toLowerCase(Locale.ROOT),
            pictures());
    if (!speaksUnicode()) {
      return List.of(Finding.warning(CHECK, can, Message.of("doctor.not-utf8")));
    }
    if (term.isEmpty()) {
      return List.of(Finding.warning(CHECK, can, Message.of("doctor.no-term")));
    }
    return List.of(Finding.ok(CHECK, can));
  }

  private String pictures() {
    try (GraphicsProbe probe = GraphicsProbe.of(screen, environment)) {
      return probe.graphics().protocol().name().toLowerCase(Locale.ROOT);
    }
  }

  /** By the first of the locale variables that is set; where none is, terminals do today. */
  private boolean speaksUnicode() {
    return Stream.of("LC_ALL", "LC_CTYPE", "LANG")
        .map(name -> environment.getOrDefault(name, ""))
        .filter(value -> !value.isEmpty())
        .findFirst()
        .map(value -> value.toLowerCase(Locale.ROOT).replace("-", "").contains("utf8"))
        .orElse(true);
  }
}
