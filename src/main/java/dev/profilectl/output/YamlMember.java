package dev.profilectl.output;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A key and its value as YAML that people are to edit: nothing behind the colon where there is no
 * value, a block where a text has lines. Whatever would act on a terminal is written as an escape,
 * so that an editor shows it.
 */
public final class YamlMember {
  private static final YamlText YAML = new YamlText(true);
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  private YamlMember() {}

  /**
   * The lines, the last one ended too. Read as YAML, they give the value back exactly.
   *
   * @param key a documented name
   * @param value as a result shows it
   */
  public static String of(String key, @Nullable Object value) {
    if (value == null) {
      return key + ":\n";
    }
    if (value instanceof String text) {
      if (DATE.matcher(text).matches()) {
        return key + ": " + text + "\n";
      }
      if (mayBeBlock(text)) {
        return block(key, text);
      }
    }
    return YAML.document(Map.of(key, value));
  }

  /**
   * Only where no editor that takes blanks away at the ends of lines could change it, and nothing
   * in it has to be escaped.
   */
  private static boolean mayBeBlock(String text) {
    if (text.indexOf('\n') < 0 || text.endsWith("\n\n")) {
      return false;
    }
    return text.lines()
            .allMatch(
                line ->
                    YAML.mayStand(line)
                        && line.equals(line.stripTrailing())
                        && (line.isEmpty() || !Character.isWhitespace(line.charAt(0))))
        && !text.startsWith("\n")
        && text.indexOf('\r') < 0;
  }

  private static String block(String key, String text) {
    StringBuilder block = new StringBuilder(key).append(text.endsWith("\n") ? ": |\n" : ": |-\n");
    text.lines().forEach(line -> block.append(line.isEmpty() ? "" : "  " + line).append('\n'));
    return block.toString();
  }
}
