package dev.profilectl.cli.avatar;

import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Extent;
import dev.profilectl.cli.review.Square;
import dev.profilectl.image.Crop;
import dev.profilectl.image.DrawnPicture;
import dev.profilectl.image.Sketch;
import dev.profilectl.terminal.ColorDepth;
import dev.profilectl.terminal.Graphics;
import dev.profilectl.terminal.HalfBlocks;
import dev.profilectl.terminal.Iterm2Picture;
import dev.profilectl.terminal.KittyPicture;
import dev.profilectl.terminal.Pixels;
import dev.profilectl.terminal.Sheet;
import dev.profilectl.terminal.SixelPicture;
import dev.profilectl.terminal.TerminalSize;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Draws what a draft would come to.
 *
 * @param graphics how the terminal draws; {@code null} where nothing is to be drawn
 * @param colors for drawing with characters
 */
record ReviewPainter(@Nullable Graphics graphics, ColorDepth colors) {
  /** The picture that would be stored. */
  Sheet result(Sketch sketch, Draft draft, TerminalSize room) {
    Square square = draft.square();
    Extent whole = new Extent(sketch.width(), sketch.height()).turned(draft.rotate());
    Extent kept =
        square != null
            ? new Extent(square.size(), square.size())
            : draft.base() == Draft.Base.PRESENT
                ? whole
                : new Extent(
                    Math.min(whole.width(), whole.height()),
                    Math.min(whole.width(), whole.height()));
    return drawn(
        kept, room, (width, height) -> sketch.part(draft.rotate(), crop(draft), width, height));
  }

  /** All that the draft starts from, with what is not kept in the dark. */
  Sheet marked(Sketch sketch, Draft draft, TerminalSize room) {
    Extent whole = new Extent(sketch.width(), sketch.height()).turned(draft.rotate());
    return drawn(
        whole, room, (width, height) -> sketch.marked(draft.rotate(), crop(draft), width, height));
  }

  private static Crop crop(Draft draft) {
    Square square = draft.square();
    return square != null
        ? Crop.square(square.x(), square.y(), square.size())
        : draft.base() == Draft.Base.PRESENT ? Crop.none() : Crop.centre();
  }

  private interface Source {
    dev.profilectl.image.Pixels fitted(int width, int height);
  }

  private Sheet drawn(Extent extent, TerminalSize room, Source source) {
    Graphics way = graphics;
    if (way == null) {
      return Sheet.of(List.of());
    }
    Pixels.Size size = way.fit(new Pixels.Size(extent.width(), extent.height()), room);
    var fitted = source.fitted(size.width(), size.height());
    Pixels pixels = new Pixels(fitted.width(), fitted.height(), fitted.argb());
    TerminalSize cells = way.cells(new Pixels.Size(pixels.width(), pixels.height()));
    return switch (way.protocol()) {
      case BLOCKS -> Sheet.of(HalfBlocks.draw(pixels, colors));
      case SIXEL -> Sheet.of(cells, SixelPicture.of(pixels, way.colors()));
      case ITERM2 -> Sheet.of(cells, Iterm2Picture.file(DrawnPicture.png(fitted), cells));
      case KITTY -> Sheet.of(cells, KittyPicture.pixels(pixels, cells, way.cell()));
    };
  }
}
