package dev.profilectl.bulk;

import dev.profilectl.profile.Secret;
import java.util.HashMap;
import java.util.Map;

/**
 * The secrets of rows, which the journal does not hold: they are in memory as long as the process
 * lives, and are read from the input again after that.
 */
public final class Withheld {
  /** The cell that says that a row has secrets, and which row of the input it was. */
  static final String MARK = "\u0000secrets";

  private final Map<Long, Kept> kept = new HashMap<>();

  /** The secrets by column, and the rest of the row they belong to. */
  private record Kept(int restOfRow, Map<String, Secret> secrets) {}

  /**
   * Keeps those of a row.
   *
   * @param place which row of the input, from 1
   * @param cells the row without them
   */
  void put(long place, String cells, Map<String, Secret> secrets) {
    kept.put(place, new Kept(cells.hashCode(), Map.copyOf(secrets)));
  }

  /**
   * Those of a row, by column; empty where they are not known any more, or the rest of the row has
   * become another.
   */
  Map<String, Secret> of(long place, String cells) {
    Kept known = kept.get(place);
    return known == null || known.restOfRow != cells.hashCode() ? Map.of() : known.secrets;
  }
}
