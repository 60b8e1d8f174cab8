package dev.profilectl.output;

/**
 * A cell that stands for no text: CSV and TSV write it as it is, without the escapes that keep
 * texts from being taken for it.
 *
 * @param text what is written; no separator, quote or line end is in it
 */
public record Literal(String text) {
  /** Clears a field when it is imported. */
  public static final Literal CLEAR = new Literal("\\N");
}
