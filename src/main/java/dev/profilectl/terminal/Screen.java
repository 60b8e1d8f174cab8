package dev.profilectl.terminal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is in front of the person: which streams are terminals, how wide, how many colours. The size
 * is asked at most once and only when somebody wants it.
 */
public final class Screen {
  private final Streams terminals;
  private final ColorChoice choice;
  private final Map<String, String> environment;
  private final Supplier<Optional<TerminalSize>> ask;
  private boolean asked;
  private @Nullable TerminalSize size;

  /**
   * A screen that asks the terminal itself for its size when it must.
   *
   * @param choice what {@code --color} says
   * @param environment read for COLUMNS, LINES, TERM, COLORTERM, NO_COLOR, FORCE_COLOR
   */
  public Screen(Streams terminals, ColorChoice choice, Map<String, String> environment) {
    this(terminals, choice, environment, Tty::size);
  }

  /** As the other, with the question for the size replaced by {@code ask}. */
  public Screen(
      Streams terminals,
      ColorChoice choice,
      Map<String, String> environment,
      Supplier<Optional<TerminalSize>> ask) {
    this.terminals = terminals;
    this.choice = choice;
    this.environment = Map.copyOf(environment);
    this.ask = ask;
  }

  /** Which streams are terminals. */
  public Streams terminals() {
    return terminals;
  }

  /** The colours standard output takes. */
  public ColorDepth outColors() {
    return ColorDepth.of(choice, environment, terminals.out());
  }

  /** The colours standard error takes. */
  public ColorDepth errColors() {
    return ColorDepth.of(choice, environment, terminals.err());
  }

  /** Whether the cursor can be moved on standard error, as a progress bar needs. */
  public boolean errMoves() {
    return terminals.err() && draws();
  }

  /** Whether a line can be shown again in its place. */
  boolean draws() {
    return !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  /**
   * The columns text on standard output may take: {@code COLUMNS} where it is set, else the
   * terminal's; null in a pipe, where nothing is to be cut.
   */
  public @Nullable Integer width() {
    Integer given = positive("COLUMNS");
    if (given != null || !terminals.out()) {
      return given;
    }
    TerminalSize known = size();
    return known == null ? null : known.columns();
  }

  /** The lines of the terminal, by {@code LINES} or asked; null where standard output is none. */
  public @Nullable Integer height() {
    Integer given = positive("LINES");
    if (given != null || !terminals.out()) {
      return given;
    }
    TerminalSize known = size();
    return known == null ? null : known.rows();
  }

  /** Asks for it at most once. */
  @Nullable TerminalSize size() {
    if (!asked) {
      size = ask.get().orElse(null);
      asked = true;
    }
    return size;
  }

  private @Nullable Integer positive(String name) {
    String text = environment.getOrDefault(name, "");
    return text.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(text) : null;
  }
}
