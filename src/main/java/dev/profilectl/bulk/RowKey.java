package dev.profilectl.bulk;

import dev.profilectl.profile.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which field of a row finds the user; in the order in which one is chosen. */
public enum RowKey {
  /** The id. */
  ID(Field.ID),
  /** The username, whatever its case. */
  USERNAME(Field.USERNAME),
  /** The e-mail address. */
  EMAIL(Field.EMAIL);

  private static final List<RowKey> ALL = List.of(values());

  private final Field field;

  RowKey(Field field) {
    this.field = field;
  }

  /** The key of a word, which is that of its field. */
  public static Optional<RowKey> of(String word) {
    return Arrays.stream(values()).filter(key -> key.word().equals(word)).findFirst();
  }

  /** The first key that a row has a value for. */
  public static Optional<RowKey> in(Map<Field, ? extends @Nullable Object> values) {
    for (RowKey key : ALL) {
      if (key.value(values).isPresent()) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  /** Its word. */
  public String word() {
    return field.key();
  }

  /** The field. */
  public Field field() {
    return field;
  }

  /** The value in a row, as written; empty where there is none that names anybody. */
  public Optional<String> value(Map<Field, ? extends @Nullable Object> values) {
    return values.get(field) instanceof String text && !text.isEmpty()
        ? Optional.of(text)
        : Optional.empty();
  }

  /** The value in a form that is the same for all spellings that find the same user. */
  public String same(String value) {
    return this == USERNAME ? value.toLowerCase(Locale.ROOT) : value;
  }
}
