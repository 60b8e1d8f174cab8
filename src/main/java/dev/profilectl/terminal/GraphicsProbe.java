package dev.profilectl.terminal;

import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the terminal draws pictures: by the environment where that says enough, else by
 * asking it. To be closed after drawing: an answer that comes too late to be used is swallowed
 * then, which would else appear at the shell's prompt.
 */
public final class GraphicsProbe implements AutoCloseable {
  private static final long WAIT_MILLIS = 100;
  private static final long SWALLOW_MILLIS = 400;

  /** Terminals that draw none and show, or may show, what they do not understand. */
  private static final Set<String> PLAIN_TERMS =
      Set.of("", "dumb", "linux", "cons25", "vt52", "vt100", "vt220", "emacs", "unknown");

  /** Terminals that know the protocol of iTerm2, which has no question of its own. */
  private static final Set<String> ITERM2_PROGRAMS = Set.of("iTerm.app", "WezTerm", "mintty");

  /** A picture of one pixel that is looked at and not shown. */
  private static final String KITTY = "\u001b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\u001b\\";

  /** How many colours a sixel picture may have, and how many pixels. */
  private static final String SIXEL = "\u001b[?1;1;0S\u001b[?2;1;0S";

  /** These draw by kitty's protocol, and write to their log about what they do not know. */
  private static final Set<String> KITTY_TERMS = Set.of("xterm-kitty", "xterm-ghostty");

  private static final String SIZES = "\u001b[16t\u001b[14t";

  /** The primary attributes, which every terminal tells; the line is cleared of what was shown. */
  private static final String LAST = "\u001b[c\r\u001b[K";

  private Graphics graphics = Graphics.unasked(Protocol.BLOCKS);
  private @Nullable RawTty tty;
  private @Nullable Question unanswered;

  private GraphicsProbe() {}

  /** Asks where there is somebody to ask. */
  public static GraphicsProbe of(Screen screen, Map<String, String> environment) {
    GraphicsProbe probe = new GraphicsProbe();
    Optional<String> question = question(environment);
    if (screen.terminals().in() && screen.terminals().out() && question.isPresent()) {
      probe.ask(question.get(), screen, environment);
    }
    return probe;
  }

  /** What was found; half blocks where nothing was. */
  public Graphics graphics() {
    return graphics;
  }

  /** What is worth asking; empty where it is clear that there is nothing but characters. */
  static Optional<String> question(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    boolean screen = environment.containsKey("STY");
    boolean apple = environment.getOrDefault("TERM_PROGRAM", "").equals("Apple_Terminal");
    if (PLAIN_TERMS.contains(term) || term.startsWith("eterm") || screen || apple) {
      return Optional.empty();
    }
    if (inTmux(environment)) {
      return Optional.of(SIZES + LAST);
    }
    return Optional.of(KITTY + (KITTY_TERMS.contains(term) ? "" : SIXEL) + SIZES + LAST);
  }

  /**
   * Tmux answers for itself (with sixel where it was built with it) and takes the rest as titles.
   */
  private static boolean inTmux(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    return environment.containsKey("TMUX") || term.startsWith("tmux") || term.startsWith("screen");
  }

  static Graphics conclude(
      Answers answers, Map<String, String> environment, @Nullable TerminalSize screen) {
    boolean iterm =
        ITERM2_PROGRAMS.contains(environment.getOrDefault("TERM_PROGRAM", ""))
            || environment.getOrDefault("LC_TERMINAL", "").equals("iTerm2");
    Protocol protocol = Protocol.BLOCKS;
    if (answers.kitty()) {
      protocol = Protocol.KITTY;
    } else if (iterm && answers.complete() && !inTmux(environment)) {
      protocol = Protocol.ITERM2;
    } else if (answers.sixel()) {
      protocol = Protocol.SIXEL;
    }
    return new Graphics(
        protocol,
        Objects.requireNonNullElse(answers.cell(screen), Graphics.USUAL_CELL),
        answers.colors());
  }

  private void ask(String text, Screen screen, Map<String, String> environment) {
    try {
      RawTty opened = RawTty.open(RawTty.Manner.PLAIN).orElse(null);
      if (opened == null) {
        return;
      }
      tty = opened;
      Question question = Question.ask(text, opened.in(), opened.out());
      if (question.await(WAIT_MILLIS)) {
        graphics = conclude(question.answers(), environment, screen.size());
        close();
      } else {
        unanswered = question;
      }
    } catch (IOException e) {
      // a terminal that cannot be asked gets characters
      close();
    }
  }

  /** Gives the terminal back, at most {@value #SWALLOW_MILLIS} ms later. */
  @Override
  public void close() {
    if (unanswered != null) {
      unanswered.await(SWALLOW_MILLIS);
      unanswered.end();
      unanswered = null;
    }
    if (tty != null) {
      tty.close();
      tty = null;
    }
  }
}
