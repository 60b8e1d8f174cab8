package dev.profilectl.output;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** JSON that is no result, an error on standard error for example. */
public final class JsonLine {
  private static final Look ANY_TERMINAL = new Look(true, null, false);

  private JsonLine() {}

  /** One compact object on one line, which a terminal may see wherever it ends up. */
  public static String of(Map<String, @Nullable Object> object) {
    return JsonTree.escaped(JsonTree.compact(object), ANY_TERMINAL);
  }
}
