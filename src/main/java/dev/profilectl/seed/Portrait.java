package dev.profilectl.seed;

import dev.profilectl.image.DrawnPicture;
import dev.profilectl.image.Pixels;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import java.util.List;

/**
 * Draws a picture for somebody who has none: a few shapes in two colours on a third, alike on both
 * sides. Whole numbers only, so that every machine draws the same.
 */
final class Portrait {
  /** Dark enough for a light background, light enough for a dark one. */
  private static final List<Integer> COLOURS =
      List.of(
          0xffc0392b,
          0xffd35400,
          0xffb7950b,
          0xff1e8449,
          0xff148f77,
          0xff2471a3,
          0xff1f618d,
          0xff6c3483,
          0xffa93226,
          0xff7b241c,
          0xff5d6d7e,
          0xffad1457);

  private static final List<Integer> BACKGROUNDS =
      List.of(0xfff4f6f7, 0xfffdf2e9, 0xffeaf2f8, 0xffe9f7ef, 0xfff5eef8, 0xff1c2833);

  /** Five by five cells, half a cell around them. */
  private static final int CELLS = 5;

  private static final List<Integer> SIZES = List.of(240, 240, 240, 96, 320);

  private final int size;
  private final int background;
  private final int first;
  private final int second;
  private final int style;

  /** Of each cell on the left half: 0 empty, 1 or 2 a colour; by column and row. */
  private final int[][] cells = new int[3][CELLS];

  private Portrait(SplitMix random) {
    size = random.pick(SIZES);
    int paper = random.pick(BACKGROUNDS);
    background = random.oneIn(8) ? 0 : paper;
    first = random.pick(COLOURS);
    second = random.pick(COLOURS);
    style = random.below(3);
    for (int[] column : cells) {
      for (int row = 0; row < CELLS; row++) {
        column[row] = random.below(3);
      }
    }
    cells[2][2] = 1;
  }

  /** The picture that these draws make. */
  static NewAvatar of(SplitMix random) {
    Portrait portrait = new Portrait(random);
    int size = portrait.size;
    byte[] file = DrawnPicture.png(new Pixels(size, size, portrait.pixels()));
    return new NewAvatar(Blob.of(file), new Avatar.Shape("png", size, size), "avatar.png", null);
  }

  private int[] pixels() {
    int[] pixels = new int[size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        pixels[y * size + x] = colour(x, y);
      }
    }
    return pixels;
  }

  private int colour(int x, int y) {
    // in halves of a sixth part: the cells begin after one of them
    int column = (x * 12 / size - 1) / 2;
    int row = (y * 12 / size - 1) / 2;
    boolean margin = x * 12 / size < 1 || y * 12 / size < 1 || column >= CELLS || row >= CELLS;
    int filled = margin ? 0 : cells[Math.min(column, CELLS - 1 - column)][row];
    if (filled == 0 || !covers(x, y)) {
      return background;
    }
    return filled == 1 ? first : second;
  }

  /** Whether the shape of its cell covers a pixel: a square, a disc or a diamond. */
  private boolean covers(int x, int y) {
    if (style == 0) {
      return true;
    }
    int cell = size / 6;
    int acrossTwice = 2 * Math.floorMod(x - size / 12, cell) - cell;
    int downTwice = 2 * Math.floorMod(y - size / 12, cell) - cell;
    return style == 1
        ? acrossTwice * acrossTwice + downTwice * downTwice <= cell * cell
        : Math.abs(acrossTwice) + Math.abs(downTwice) <= cell;
  }
}
