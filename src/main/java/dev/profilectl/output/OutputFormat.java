package dev.profilectl.output;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The list of formats; how to add one stands on {@link RowWriter}. */
public enum OutputFormat {
  /** Aligned columns for people; one object as a list of facts. */
  TABLE,
  /** One value, indented. */
  JSON,
  /** One compact value a line. */
  NDJSON,
  /** RFC 4180. */
  CSV,
  /** One row a line whatever the values hold. */
  TSV,
  /** Block style. */
  YAML,
  /** Bare ids, one a line. */
  ID;

  /** The format for {@code -o}. */
  public static OutputFormat named(String word) {
    for (OutputFormat format : values()) {
      if (format.word().equals(word.toLowerCase(Locale.ROOT))) {
        return format;
      }
    }
    List<String> words = words();
    String all = String.join(", ", words);
    throw new Failure.Usage(
        Nearest.to(word, words)
            .map(near -> Message.of("output.unknown-format-near", word, near, all))
            .orElseGet(() -> Message.of("output.unknown-format", word, all)));
  }

  /** The format where nobody chose one. */
  public static OutputFormat standard(boolean terminal) {
    return terminal ? TABLE : TSV;
  }

  /** All words for {@code -o}. */
  public static List<String> words() {
    return Arrays.stream(values()).map(OutputFormat::word).toList();
  }

  /** The word for {@code -o}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether it holds objects inside objects, so that a free-form result can be written. */
  public boolean structured() {
    return this == JSON || this == NDJSON || this == YAML;
  }

  /** Whether errors are told as JSON too. */
  public boolean json() {
    return this == JSON || this == NDJSON;
  }

  /** Loads the classes of this format and of no other. */
  RowWriter writer(TextOut out, Page page, boolean one) {
    return switch (this) {
      case TABLE -> one ? new FactsWriter(out, page) : new TableWriter(out, page);
      case JSON -> new JsonWriter(out, page.look(), one);
      case NDJSON -> new NdjsonWriter(out, page.look());
      case CSV -> new CsvWriter(out, page);
      case TSV -> new TsvWriter(out, page);
      case YAML -> new YamlWriter(out, page.look(), one);
      case ID -> new IdWriter(out);
    };
  }
}
