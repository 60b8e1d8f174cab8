package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.JsonText;
import dev.profilectl.validation.RawValue;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a profile out of a system's members, whatever types they come in. What has no field goes
 * into {@code extra}, secrets excepted.
 */
final class Members {
  private final Map<Field, List<String>> names;

  /** With the names that each field may have; the first that is there counts. */
  Members(Map<Field, List<String>> names) {
    this.names = new EnumMap<>(names);
  }

  /** The user; empty where there is no id that could be one. */
  Optional<Account> read(JsonNode node) {
    if (!(node instanceof ObjectNode raw)) {
      return Optional.empty();
    }
    Optional<UserId> id = UserId.anySystem(first(raw, Field.ID).asText(""));
    return id.map(known -> new Account(profile(known, raw), raw));
  }

  private Profile profile(UserId id, ObjectNode raw) {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    Set<Field> secrets = EnumSet.noneOf(Field.class);
    Set<String> told = new HashSet<>();
    names.forEach(
        (field, known) -> {
          JsonNode member = first(raw, field);
          Object value = field.isSecret() || field == Field.ID ? null : value(field, member);
          if (field.isSecret() && !member.asText("").isEmpty()) {
            secrets.add(field);
          }
          if (value != null) {
            values.put(field, value);
          }
          // What cannot be read as the field's type is still shown; a time of 0 means never.
          boolean read =
              value != null || isNothing(field, member) || field.kind() == Field.Kind.TIME;
          if (read || field == Field.ID || field.isSecret()) {
            told.addAll(known);
          }
        });
    return new Profile(id, 0, values, secrets, extra(raw, told));
  }

  private JsonNode first(ObjectNode raw, Field field) {
    for (String name : names.getOrDefault(field, List.of())) {
      if (raw.has(name)) {
        return raw.get(name);
      }
    }
    return JsonNodeFactory.instance.missingNode();
  }

  /** A blank is a text as any other; as a number or a day it is none. */
  private static boolean isNothing(Field field, JsonNode member) {
    String text = member.asText("");
    boolean empty = field.kind() == Field.Kind.TEXT ? text.isEmpty() : text.isBlank();
    return member.isMissingNode() || (member.isValueNode() && empty);
  }

  private static @Nullable Object value(Field field, JsonNode member) {
    if (isNothing(field, member)) {
      return null;
    }
    String text = member.isValueNode() ? member.asText() : "";
    return switch (field.kind()) {
      case TEXT -> member.isValueNode() ? text : null;
      case GENDER -> RawValue.gender(text.strip().replaceFirst("^\\+", ""));
      case DATE ->
          member.isNumber()
              ? WireTime.day(member).orElse(null)
              : RawValue.date(text.length() > 10 ? text.substring(0, 10) : text);
      case JSON -> json(member);
      case FLAG -> RawValue.flag(text.replace("1", "true").replace("0", "false"));
      case DECIMAL -> RawValue.decimal(text);
      case INTEGER -> RawValue.int64(text);
      case TIME -> WireTime.read(member).orElse(null);
      case SECRET, ID -> null;
    };
  }

  private static @Nullable String json(JsonNode member) {
    String text = member.isTextual() ? member.asText() : member.toString();
    return JsonText.compact(text);
  }

  private static @Nullable String extra(ObjectNode raw, Set<String> told) {
    ObjectNode extra = JsonNodeFactory.instance.objectNode();
    raw.properties()
        .forEach(
            member -> {
              String name = member.getKey();
              if (!told.contains(name) && !Sensitive.isSecret(name)) {
                extra.set(name, Sensitive.withoutSecrets(member.getValue()));
              }
            });
    return extra.isEmpty() ? null : extra.toString();
  }
}
