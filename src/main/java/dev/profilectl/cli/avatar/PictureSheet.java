package dev.profilectl.cli.avatar;

import dev.profilectl.image.Crop;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.ImageFormat;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.ImagePreview;
import dev.profilectl.terminal.ColorDepth;
import dev.profilectl.terminal.Graphics;
import dev.profilectl.terminal.HalfBlocks;
import dev.profilectl.terminal.Iterm2Picture;
import dev.profilectl.terminal.KittyPicture;
import dev.profilectl.terminal.Pixels;
import dev.profilectl.terminal.Sheet;
import dev.profilectl.terminal.SixelPicture;
import dev.profilectl.terminal.TerminalSize;

/**
 * Makes of a picture's bytes what a terminal draws. Where the terminal takes the file itself, it
 * gets it, unless that is large, has to be turned, or is of a format that not every terminal knows.
 *
 * @param graphics how the terminal draws
 * @param colors for drawing with characters
 */
record PictureSheet(Graphics graphics, ColorDepth colors) {
  private static final int LARGE = 1 << 20;

  /** How far from its ratio a picture may be stretched to fill cells. */
  private static final double STRETCH = 0.02;

  /** The whole picture, as large as it can be in the room. */
  Sheet of(byte[] picture, TerminalSize room) {
    ImageFacts facts = ImageInspector.inspect(picture);
    Pixels.Size whole = new Pixels.Size(facts.uprightWidth(), facts.uprightHeight());
    Pixels.Size size = graphics.fit(whole, room);
    TerminalSize cells = graphics.cells(size);
    return switch (graphics.protocol()) {
      case BLOCKS -> Sheet.of(HalfBlocks.draw(pixels(picture, size), colors));
      case SIXEL -> Sheet.of(cells, SixelPicture.of(pixels(picture, size), graphics.colors()));
      case ITERM2 -> Sheet.of(cells, Iterm2Picture.file(file(picture, facts, size), cells));
      case KITTY ->
          Sheet.of(
              cells,
              sendable(facts) && facts.format() == ImageFormat.PNG && fills(whole, cells)
                  ? KittyPicture.png(picture, cells)
                  : KittyPicture.pixels(pixels(picture, size), cells, graphics.cell()));
    };
  }

  private static Pixels pixels(byte[] picture, Pixels.Size size) {
    var pixels = ImagePreview.pixels(picture, size.width(), size.height());
    return new Pixels(pixels.width(), pixels.height(), pixels.argb());
  }

  private static byte[] file(byte[] picture, ImageFacts facts, Pixels.Size size) {
    boolean known = facts.format() == ImageFormat.JPEG || facts.format() == ImageFormat.PNG;
    if (known && sendable(facts)) {
      return picture;
    }
    ImageOptions small =
        ImageOptions.DEFAULTS
            .withCrop(Crop.none())
            .withSize(Math.min(ImageOptions.MAX_SIZE, Math.max(size.width(), size.height())))
            .withFormat(ImageOptions.OutputFormat.PNG);
    return ImagePipeline.process(picture, small).bytes();
  }

  private static boolean sendable(ImageFacts facts) {
    return facts.bytes() <= LARGE && facts.orientation() == 1;
  }

  private boolean fills(Pixels.Size whole, TerminalSize cells) {
    double ratio = (double) whole.width() / whole.height();
    double shown =
        (double) (cells.columns() * graphics.cell().width())
            / (cells.rows() * graphics.cell().height());
    return Math.abs(shown / ratio - 1) <= STRETCH;
  }
}
