package dev.profilectl.cli.completion;

/**
 * Something that can stand where the cursor is.
 *
 * @param value the whole word
 * @param about a few words on it; may be empty
 * @param group what things of its kind are called
 * @param whole whether the word is complete, so that a blank may follow
 */
public record Suggestion(String value, String about, String group, boolean whole) {}
