package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A text that is worked out for each row: <code>{column}</code> stands for what the row has there,
 * <code>{column|lower|replace(.,_)}</code> for that after functions. Functions are {@code lower},
 * {@code upper}, {@code trim} and {@code replace(old,new)}. A brace is written twice to stand for
 * itself.
 */
public final class RowTemplate {
  private final List<Part> parts = new ArrayList<>();
  private final Set<String> columns = new TreeSet<>();

  private RowTemplate() {}

  /** A piece of the text: as it stands, or of a column. */
  private record Part(String text, boolean isColumn, List<UnaryOperator<String>> functions) {}

  /**
   * Reads a template.
   *
   * @throws Usage where it cannot be read
   */
  public static RowTemplate parse(String text) {
    RowTemplate template = new RowTemplate();
    StringBuilder plain = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      boolean twice = at + 1 < text.length() && text.charAt(at + 1) == c;
      if ((c == '{' || c == '}') && twice) {
        plain.append(c);
        at++;
      } else if (c == '{') {
        int end = text.indexOf('}', at);
        if (end < 0) {
          throw new Usage(Message.of("bulk.template-open", text));
        }
        template.add(plain);
        template.column(text.substring(at + 1, end), text);
        at = end;
      } else if (c == '}') {
        throw new Usage(Message.of("bulk.template-open", text));
      } else {
        plain.append(c);
      }
    }
    template.add(plain);
    return template;
  }

  private void add(StringBuilder plain) {
    if (!plain.isEmpty()) {
      parts.add(new Part(plain.toString(), false, List.of()));
      plain.setLength(0);
    }
  }

  private void column(String inside, String whole) {
    List<String> words = split(inside);
    String column = words.getFirst().strip();
    if (column.isEmpty()) {
      throw new Usage(Message.of("bulk.template-open", whole));
    }
    columns.add(column);
    parts.add(
        new Part(
            column,
            true,
            words.stream().skip(1).map(word -> function(word.strip(), whole)).toList()));
  }

  /** At each bar that is not inside parentheses. */
  private static List<String> split(String inside) {
    List<String> words = new ArrayList<>();
    int depth = 0;
    int start = 0;
    for (int at = 0; at < inside.length(); at++) {
      char c = inside.charAt(at);
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      if (c == '|' && depth == 0) {
        words.add(inside.substring(start, at));
        start = at + 1;
      }
    }
    words.add(inside.substring(start));
    return words;
  }

  private static UnaryOperator<String> function(String word, String whole) {
    if (word.startsWith("replace(") && word.endsWith(")") && word.indexOf(',') > 0) {
      int comma = word.indexOf(',');
      String old = word.substring("replace(".length(), comma);
      String with = word.substring(comma + 1, word.length() - 1);
      if (!old.isEmpty()) {
        return text -> text.replace(old, with);
      }
    }
    return switch (word) {
      case "lower" -> text -> text.toLowerCase(Locale.ROOT);
      case "upper" -> text -> text.toUpperCase(Locale.ROOT);
      case "trim" -> String::strip;
      default -> throw new Usage(Message.of("bulk.template-function", whole, word));
    };
  }

  /** The columns it stands on, sorted. */
  public Set<String> columns() {
    return Set.copyOf(columns);
  }

  /**
   * The text for a row.
   *
   * @param field what it is for, for the problem
   * @throws Invalid where the row has no text or number in a column of it
   */
  public String of(Map<String, ? extends @Nullable Object> cells, String field) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (!part.isColumn) {
        text.append(part.text);
        continue;
      }
      Object value = cells.get(part.text);
      if (value == null || value instanceof Map || value instanceof List) {
        throw new Invalid(
            List.of(
                new Problem(
                    field, "row-malformed", Map.of("expected", "column", "value", part.text))));
      }
      String made = value.toString();
      for (UnaryOperator<String> function : part.functions) {
        made = function.apply(made);
      }
      text.append(made);
    }
    return text.toString();
  }
}
