package dev.profilectl.bulk;

import java.util.Locale;
import java.util.regex.Pattern;

/** What an input looks like, where nobody says it. */
final class FormatGuess {
  private static final Pattern YAML = Pattern.compile("(---|- |%YAML|\\w+:( |$)).*");

  private FormatGuess() {}

  /**
   * By the ending of the name, with or without {@code .gz}; else by the content.
   *
   * @param start the text to the end of its first line
   */
  static InputFormat of(String name, String start) {
    String lower = name.toLowerCase(Locale.ROOT);
    String plain = lower.endsWith(".gz") ? lower.substring(0, lower.length() - 3) : lower;
    String ending = plain.substring(plain.lastIndexOf('.') + 1);
    return switch (ending) {
      case "csv", "tsv", "json", "ndjson", "yaml" -> InputFormat.of(ending).orElseThrow();
      case "jsonl" -> InputFormat.NDJSON;
      case "yml" -> InputFormat.YAML;
      default -> byContent(start.strip().lines().findFirst().orElse(""));
    };
  }

  private static InputFormat byContent(String line) {
    if (line.startsWith("{")) {
      return line.stripTrailing().endsWith("}") ? InputFormat.NDJSON : InputFormat.JSON;
    }
    if (line.startsWith("[")) {
      return InputFormat.JSON;
    }
    if (YAML.matcher(line).matches() || line.equals("-")) {
      return InputFormat.YAML;
    }
    return line.indexOf('\t') >= 0 ? InputFormat.TSV : InputFormat.CSV;
  }
}
