package dev.profilectl.bulk;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One record of an input.
 *
 * @param line the line of the file where it starts, from 1
 * @param cells by column or key as written there, in order; a key that is missing leaves the field
 *     alone, {@code null} clears it. A value is a string, number, boolean, map or list
 */
public record Row(long line, Map<String, @Nullable Object> cells) {
  /** Copies the cells. */
  public Row {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }
}
