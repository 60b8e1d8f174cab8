package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.validation.JsonText;
import dev.profilectl.validation.Problem;
import dev.profilectl.validation.ProfileValidator;
import dev.profilectl.validation.RawValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns raw input into a {@link ProfilePatch}, or into all of its problems. Every input comes
 * through here: flags, rows, files, requests.
 */
public final class ProfileRules {
  private static final Comparator<Problem> TABLE_ORDER =
      Comparator.comparingInt((Problem problem) -> Field.keys().indexOf(problem.field()));

  private static final Pattern JSON_NULL = Pattern.compile("[ \\t\\r\\n]*+null[ \\t\\r\\n]*+");

  private final ProfileValidator validator;

  /** With the validator to ask. */
  public ProfileRules(ProfileValidator validator) {
    this.validator = validator;
  }

  /**
   * The patch that an input asks for.
   *
   * @param raw raw values by field: a string, number, boolean, map, list or {@link Secret}; {@code
   *     null} and the empty string clear
   * @param creating whether the user is new: then {@code id} may be given
   * @throws Invalid with every problem, in the order of the table
   */
  public ProfilePatch patch(Map<Field, ? extends @Nullable Object> raw, boolean creating) {
    Map<String, Object> toCheck = new HashMap<>();
    Set<Field> clear = EnumSet.noneOf(Field.class);
    List<Problem> problems = new ArrayList<>();
    for (Map.Entry<Field, ? extends @Nullable Object> entry : raw.entrySet()) {
      Field field = entry.getKey();
      Object value = entry.getValue();
      if (field.isReadOnly()) {
        if (field == Field.ID && creating) {
          if (!(value instanceof String id && UserId.parse(id).isPresent())) {
            problems.add(Problem.of(field.key(), "id-invalid"));
          }
        } else {
          problems.add(Problem.of(field.key(), "read-only"));
        }
      } else if (clears(field, value)) {
        if (field.isRequired()) {
          problems.add(Problem.of(field.key(), "required"));
        }
        clear.add(field);
      } else {
        Object given = Objects.requireNonNull(value);
        toCheck.put(
            field.key(), given instanceof Secret secret ? secret.reveal(text -> text) : given);
      }
    }
    problems.addAll(validator.check(toCheck));
    if (!problems.isEmpty()) {
      problems.sort(TABLE_ORDER);
      throw new Invalid(problems);
    }
    Map<Field, Object> set = new EnumMap<>(Field.class);
    raw.forEach(
        (field, value) -> {
          if (value != null && !clear.contains(field) && field != Field.ID) {
            set.put(field, typed(field, value));
          }
        });
    return new ProfilePatch(set, clear);
  }

  /** What is wrong with a value that is being typed; empty where nothing is. */
  public Optional<String> wrong(Field field, String value, Locale locale) {
    return validator.check(Map.of(field.key(), value)).stream()
        .findFirst()
        .map(problem -> problem.message(locale));
  }

  /** The most characters the text of a field may have; empty where that is not limited. */
  public OptionalInt longest(Field field) {
    return field.isReadOnly() ? OptionalInt.empty() : validator.longest(field.key());
  }

  /** JSON's {@code null} written as text is the same as no value, so that both print alike. */
  private static boolean clears(Field field, @Nullable Object value) {
    return value == null
        || value.equals("")
        || (field == Field.EXT_DATA
            && value instanceof String text
            && JSON_NULL.matcher(text).matches());
  }

  private static Object typed(Field field, Object value) {
    Object typed =
        switch (field.kind()) {
          case TEXT -> value;
          case GENDER -> RawValue.gender(value);
          case DATE -> RawValue.date(value);
          case SECRET -> value instanceof String text ? new Secret(text) : value;
          case JSON -> JsonText.compact(value);
          case FLAG -> RawValue.flag(value);
          case DECIMAL -> RawValue.decimal(value);
          case INTEGER -> RawValue.int64(value);
          case TIME, ID -> throw new IllegalStateException(field.key());
        };
    return Objects.requireNonNull(typed, field.key());
  }

  /**
   * The field of a documented name.
   *
   * @throws Usage naming the nearest one, where there is none of that name
   */
  public static Field field(String key) {
    return Field.of(key).orElseThrow(() -> unknown(key));
  }

  private static Usage unknown(String key) {
    Problem problem = Problem.of(key, "unknown-field");
    return Nearest.to(key, Field.keys())
        .map(near -> new Usage(Message.of("field.unknown-near", key, near), problem))
        .orElseGet(() -> new Usage(Message.of("field.unknown", key), problem));
  }
}
