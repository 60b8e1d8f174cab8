package dev.profilectl.output;

import dev.profilectl.terminal.Screen;
import org.jspecify.annotations.Nullable;

/**
 * What standard output is like.
 *
 * @param terminal whether it is a terminal, where every format is made safe
 * @param width the columns a table may take; null for as many as it needs
 * @param styled whether headers may be bold
 */
public record Look(boolean terminal, @Nullable Integer width, boolean styled) {
  /** A pipe or a file. */
  public static final Look PIPE = new Look(false, null, false);

  /** As this screen's standard output is; asks for the width only where a table needs one. */
  public static Look of(Screen screen, OutputFormat format) {
    return new Look(
        screen.terminals().out(),
        format == OutputFormat.TABLE ? screen.width() : null,
        screen.outColors().any());
  }
}
