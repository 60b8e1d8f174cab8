package dev.profilectl.terminal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a picture and the facts about it next to each other. */
public final class Beside {
  private static final String GAP = "  ";
  private static final int LEAST_ROOM = 30;

  private Beside() {}

  /**
   * The picture with the facts to its right, from the top; below it, after an empty line, where
   * {@code width} does not suffice. Lines may hold colour sequences. Without a width everything
   * fits.
   */
  public static List<String> of(List<String> picture, List<String> facts, @Nullable Integer width) {
    int left = widest(picture);
    List<String> lines = new ArrayList<>();
    if (facts.isEmpty() || picture.isEmpty()) {
      lines.addAll(picture);
      lines.addAll(facts);
    } else if (width != null && left + GAP.length() + widest(facts) > width) {
      lines.addAll(picture);
      lines.add("");
      lines.addAll(facts);
    } else {
      for (int i = 0; i < Math.max(picture.size(), facts.size()); i++) {
        String drawn = i < picture.size() ? picture.get(i) : "";
        String fact = i < facts.size() ? facts.get(i) : "";
        lines.add(fact.isEmpty() ? drawn : DisplayWidth.padRight(drawn, left) + GAP + fact);
      }
    }
    return List.copyOf(lines);
  }

  /**
   * The columns to wrap facts at before they are placed: what the picture leaves, or the whole
   * width where that is too little to read in.
   */
  public static @Nullable Integer room(List<String> picture, @Nullable Integer width) {
    if (width == null) {
      return null;
    }
    int left = width - widest(picture) - GAP.length();
    return left < LEAST_ROOM ? width : left;
  }

  private static int widest(List<String> lines) {
    return lines.stream().mapToInt(DisplayWidth::ofStyled).max().orElse(0);
  }
}
