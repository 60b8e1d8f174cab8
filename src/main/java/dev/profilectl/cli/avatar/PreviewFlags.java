package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.terminal.Graphics;
import dev.profilectl.terminal.GraphicsProbe;
import dev.profilectl.terminal.Protocol;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say how pictures are drawn. */
final class PreviewFlags {
  private static final String AUTO = "auto";
  private static final String NONE = "none";
  private static final int WIDEST = 1000;

  @Option(
      names = "--preview",
      paramLabel = "HOW",
      description =
          "auto, kitty, iterm2, sixel, blocks or none; auto draws on a terminal, as well as it"
              + " can.")
  String preview = AUTO;

  @Option(names = "--width", paramLabel = "N", description = "Columns for a picture.")
  @Nullable Integer width;

  /**
   * Whether there is to be a picture: by itself on a terminal, where a way is named also in a pipe.
   *
   * @throws Usage for a way that there is not
   */
  boolean wanted(Session session) {
    if (width != null && (width < 1 || width > WIDEST)) {
      throw new Usage(Message.of("usage.option", "--width", width, "1-" + WIDEST));
    }
    return switch (preview) {
      case AUTO -> session.format() == OutputFormat.TABLE && session.screen().terminals().out();
      case NONE -> false;
      default -> forced() != null;
    };
  }

  /** Lets somebody draw, and gives the terminal back after it. */
  void draw(Session session, Consumer<Drawing> work) {
    Protocol forced = forced();
    if (characters(session, forced)) {
      work.accept(new Drawing(session, Graphics.unasked(Protocol.BLOCKS), width));
      return;
    }
    try (GraphicsProbe probe =
        GraphicsProbe.of(session.screen(), session.workspace().environment())) {
      Graphics found = probe.graphics();
      work.accept(new Drawing(session, forced == null ? found : found.by(forced), width));
    }
  }

  /** Whether there is nothing to ask the terminal. */
  private static boolean characters(Session session, @Nullable Protocol forced) {
    return forced == null ? !session.screen().outColors().any() : forced == Protocol.BLOCKS;
  }

  /**
   * How pictures are drawn; {@code null} for not at all. The terminal was asked, and is given back.
   *
   * @throws Usage for a way that there is not
   */
  @Nullable Graphics graphics(Session session) {
    if (preview.equals(NONE)) {
      return null;
    }
    Protocol forced = forced();
    if (characters(session, forced)) {
      return Graphics.unasked(Protocol.BLOCKS);
    }
    try (GraphicsProbe probe =
        GraphicsProbe.of(session.screen(), session.workspace().environment())) {
      return forced == null ? probe.graphics() : probe.graphics().by(forced);
    }
  }

  /** The columns a picture may take; {@code null} for what fits well. */
  @Nullable Integer width() {
    return width;
  }

  /** Null for {@code auto}. */
  private @Nullable Protocol forced() {
    return preview.equals(AUTO)
        ? null
        : Protocol.named(preview)
            .orElseThrow(
                () ->
                    new Usage(
                        Message.of(
                            "usage.option",
                            "--preview",
                            preview,
                            String.join(", ", AUTO, String.join(", ", Protocol.words()), NONE))));
  }
}
