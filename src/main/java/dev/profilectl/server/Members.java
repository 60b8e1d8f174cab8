package dev.profilectl.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Members of a profile as the documents show them: never null, but empty, zero or false. */
final class Members {
  private Members() {}

  /** Puts a field under its own name. */
  static void put(ObjectNode to, Profile user, Field field) {
    put(to, field.key(), user, field);
  }

  /** Puts a field under a name. */
  static void put(ObjectNode to, String name, Profile user, Field field) {
    Object value = field == Field.ID ? user.id().text() : user.get(field);
    switch (field.kind()) {
      case TIME -> to.put(name, value instanceof Instant time ? time.toEpochMilli() : 0L);
      case GENDER -> to.put(name, value instanceof Integer number ? number.intValue() : 0);
      case INTEGER -> to.put(name, value instanceof Long number ? number.longValue() : 0L);
      case DECIMAL -> to.put(name, value instanceof BigDecimal number ? number : BigDecimal.ZERO);
      case FLAG -> to.put(name, Boolean.TRUE.equals(value));
      case SECRET -> throw new IllegalArgumentException(name);
      case TEXT, DATE, JSON, ID -> to.put(name, value == null ? "" : value.toString());
    }
  }

  /** The text of a field, empty where it is not set. */
  static String text(Profile user, Field field) {
    Object value = user.get(field);
    return value == null ? "" : value.toString();
  }

  /** The raw values of a body, of those fields that may be set and are there. */
  static Map<Field, @Nullable Object> raw(ObjectNode body, Collection<Field> fields) {
    Map<Field, @Nullable Object> raw = new EnumMap<>(Field.class);
    for (Field field : fields) {
      if (body.has(field.key())) {
        JsonNode value = body.get(field.key());
        boolean json = field.kind() == Field.Kind.JSON && value.isContainerNode();
        raw.put(field, json ? value.toString() : raw(value));
      }
    }
    return raw;
  }

  /** A value as the rules take it. */
  static @Nullable Object raw(JsonNode value) {
    return switch (value.getNodeType()) {
      case NULL, MISSING -> null;
      case BOOLEAN -> value.booleanValue();
      case NUMBER -> value.numberValue();
      case STRING -> value.textValue();
      // No field but one takes any of these, whatever is in it.
      case ARRAY, OBJECT, BINARY, POJO -> Map.of();
    };
  }
}
