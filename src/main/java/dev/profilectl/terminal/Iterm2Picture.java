package dev.profilectl.terminal;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * The inline pictures of iTerm2: the file itself, whose format the terminal must know, as it does
 * JPEG and PNG. Written here, since JLine's encoder encodes every picture again.
 */
public final class Iterm2Picture {
  private Iterm2Picture() {}

  /** A file, fitted into the cells. */
  public static String file(byte[] file, TerminalSize cells) {
    return "\u001b]1337;File=inline=1;size="
        + file.length
        + ";width="
        + cells.columns()
        + ";height="
        + cells.rows()
        + ";preserveAspectRatio=1;doNotMoveCursor=1:"
        + new String(Base64.getEncoder().encode(file), StandardCharsets.ISO_8859_1)
        + "\u0007";
  }
}
