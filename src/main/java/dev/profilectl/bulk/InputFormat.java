package dev.profilectl.bulk;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The formats of inputs. */
public enum InputFormat {
  /** RFC 4180 with a header; separated by comma, semicolon or tab. */
  CSV,
  /** A row a line with a header, escaped as our own output is. */
  TSV,
  /** An array of objects, or one object. */
  JSON,
  /** An object a line. */
  NDJSON,
  /** A list of mappings, or a mapping a document. */
  YAML;

  /** The format of a word, {@code csv} for example. */
  public static Optional<InputFormat> of(String word) {
    return Arrays.stream(values())
        .filter(format -> format.word().equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  /** Its word, which is also the usual ending of a file's name. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
