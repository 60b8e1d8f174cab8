package dev.profilectl.terminal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** How many colours may be sent, from none upwards. */
public enum ColorDepth {
  /** No escape sequence at all. */
  NONE,
  /** The sixteen named colours, bold and dim. */
  ANSI_16,
  /** The palette of 256. */
  PALETTE_256,
  /** 24 bits. */
  TRUECOLOR;

  private static final Set<String> TRUECOLOR_TERMS =
      Set.of("xterm-kitty", "xterm-ghostty", "alacritty", "wezterm", "foot", "contour");

  /** Whether any sequence may be sent. */
  public boolean any() {
    return this != NONE;
  }

  /**
   * What one stream takes. {@code --color} decides first, then {@code NO_COLOR}, then {@code
   * FORCE_COLOR} (0 to 3, or anything for yes), then whether the stream is a terminal and what
   * {@code COLORTERM} and {@code TERM} say of it. Empty variables are as good as unset.
   */
  public static ColorDepth of(
      ColorChoice choice, Map<String, String> environment, boolean terminal) {
    return switch (choice) {
      case NEVER -> NONE;
      case ALWAYS -> atLeast16(described(environment));
      case AUTO -> {
        String forced = environment.getOrDefault("FORCE_COLOR", "");
        if (!environment.getOrDefault("NO_COLOR", "").isEmpty()) {
          yield NONE;
        }
        if (!forced.isEmpty()) {
          yield forced(forced, environment);
        }
        yield terminal ? described(environment) : NONE;
      }
    };
  }

  private static ColorDepth forced(String value, Map<String, String> environment) {
    return switch (value.toLowerCase(Locale.ROOT)) {
      case "0", "false", "no" -> NONE;
      case "2" -> PALETTE_256;
      case "3" -> TRUECOLOR;
      default -> atLeast16(described(environment));
    };
  }

  private static ColorDepth atLeast16(ColorDepth depth) {
    return depth == NONE ? ANSI_16 : depth;
  }

  private static ColorDepth described(Map<String, String> environment) {
    String term = environment.getOrDefault("TERM", "");
    String color = environment.getOrDefault("COLORTERM", "");
    if (term.isEmpty() || term.equals("dumb")) {
      return NONE;
    }
    if (color.equals("truecolor")
        || color.equals("24bit")
        || term.endsWith("-direct")
        || TRUECOLOR_TERMS.contains(term)) {
      return TRUECOLOR;
    }
    return term.contains("256color") ? PALETTE_256 : ANSI_16;
  }
}
