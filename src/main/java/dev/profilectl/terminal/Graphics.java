package dev.profilectl.terminal;

/**
 * How a terminal draws pictures.
 *
 * @param protocol the way
 * @param cell the pixels of one character
 * @param colors how many colours a sixel picture may have
 */
public record Graphics(Protocol protocol, Pixels.Size cell, int colors) {
  /** A terminal's usual cell; right in its ratio for most fonts. */
  public static final Pixels.Size USUAL_CELL = new Pixels.Size(10, 20);

  /** The most a sixel picture is given: more than one byte's worth of registers is rare. */
  static final int MOST_COLORS = 256;

  /** Xterm shows nothing of a sixel picture that is larger. */
  private static final int MOST_SIXEL_PIXELS = 1000;

  /** A terminal of which nothing is known but the way to draw. */
  public static Graphics unasked(Protocol protocol) {
    return new Graphics(protocol, USUAL_CELL, MOST_COLORS);
  }

  /** The same, drawn another way. */
  public Graphics by(Protocol other) {
    return new Graphics(other, cell, colors);
  }

  /**
   * The size in pixels to scale a picture to so that it fills {@code room} without being distorted
   * or enlarged.
   */
  public Pixels.Size fit(Pixels.Size picture, TerminalSize room) {
    if (protocol == Protocol.BLOCKS) {
      return HalfBlocks.fit(picture.width(), picture.height(), room);
    }
    int most = protocol == Protocol.SIXEL ? MOST_SIXEL_PIXELS : Integer.MAX_VALUE;
    double across = Math.min((double) room.columns() * cell.width(), most);
    double down = Math.min((double) room.rows() * cell.height(), most);
    double scale = Math.min(1, Math.min(across / picture.width(), down / picture.height()));
    return new Pixels.Size(
        Math.max(1, (int) Math.round(picture.width() * scale)),
        Math.max(1, (int) Math.round(picture.height() * scale)));
  }

  /** The cells that a picture of this size touches. */
  public TerminalSize cells(Pixels.Size picture) {
    return new TerminalSize(
        Math.ceilDiv(picture.width(), cell.width()), Math.ceilDiv(picture.height(), cell.height()));
  }
}
