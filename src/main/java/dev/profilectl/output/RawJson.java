package dev.profilectl.output;

/**
 * A JSON value as text, for values whose numbers must keep their spelling.
 *
 * <p>JSON and NDJSON hold it as it is, YAML as the same structure, CSV, TSV and tables as its text.
 * A value that is a JSON string is the exception: where strings are values it is written as a
 * string that holds the JSON text, because readers take a string for JSON text.
 *
 * @param text compact valid JSON on one line, which the maker has checked
 */
public record RawJson(String text) {
  boolean isString() {
    return text.startsWith("\"");
  }
}
