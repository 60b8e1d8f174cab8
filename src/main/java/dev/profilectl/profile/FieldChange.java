package dev.profilectl.profile;

import org.jspecify.annotations.Nullable;

/**
 * What a change did to one field.
 *
 * @param field the field
 * @param before the value before, {@code null} where there was none; a secret's is {@link
 *     #HIDDEN_SECRET}
 * @param after the value after, likewise
 */
public record FieldChange(Field field, @Nullable Object before, @Nullable Object after) {
  /** Stands for a secret in {@link #before} and {@link #after}. */
  public static final String HIDDEN_SECRET = "******";

  /** The change that takes this one back. */
  public FieldChange back() {
    return new FieldChange(field, /* before= */ after, /* after= */ before);
  }
}
