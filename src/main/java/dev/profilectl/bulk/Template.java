package dev.profilectl.bulk;

import dev.profilectl.profile.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An example of an input, to be filled in. */
public final class Template {
  private Template() {}

  /** A header of every column there can be, the username first; secrets and the id left out. */
  public static String csv() {
    return String.join(",", columns()) + "\n";
  }

  /** One user with every field, each at an example of its type. */
  public static String json() {
    return columns().stream()
        .map(key -> "    \"" + key + "\": " + example(Field.of(key).orElseThrow()))
        .collect(Collectors.joining(",\n", "[\n  {\n", "\n  }\n]\n"));
  }

  private static List<String> columns() {
    return Stream.concat(
            Stream.of(Field.USERNAME),
            Arrays.stream(Field.values())
                .filter(field -> field != Field.USERNAME)
                .filter(field -> !field.isReadOnly() && !field.isSecret()))
        .map(Field::key)
        .toList();
  }

  private static String example(Field field) {
    return switch (field.kind()) {
      case GENDER -> "0";
      case DATE -> "\"1990-12-31\"";
      case JSON -> "{}";
      case FLAG -> "false";
      case DECIMAL -> "0.25";
      case INTEGER -> "0";
      case TEXT, SECRET, TIME, ID ->
          switch (field) {
            case EMAIL -> "\"ada@example.org\"";
            case USERNAME -> "\"ada\"";
            case ROLES -> "\"general_user\"";
            case AVATAR_URL -> "\"https://example.org/ada.jpg\"";
            default -> "\"…\"";
          };
    };
  }
}
