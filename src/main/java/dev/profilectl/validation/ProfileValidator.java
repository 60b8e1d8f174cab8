package dev.profilectl.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.hibernate.validator.HibernateValidator;
import org.hibernate.validator.HibernateValidatorConfiguration;
import org.hibernate.validator.constraints.CodePointLength;

/**
 * Judges raw values against the field table ({@link ProfileInput}). Making one costs some tenths of
 * a second on a cold JVM, so it is made when first needed; one is enough and any number of threads
 * may use it.
 */
public final class ProfileValidator {
  /** Held here because loggers are collected when nobody holds them, and their level with them. */
  private static final Logger LIBRARY = Logger.getLogger("org.hibernate.validator");

  /** The property of each field, by documented name, in the order of the table. */
  private static final Map<String, String> PROPERTIES = properties();

  private static final List<String> FIELDS = List.copyOf(PROPERTIES.keySet());

  private static final Set<String> SECRETS = Set.of("password", "enter_pass");
  private static final Comparator<Problem> TABLE_ORDER = ProfileValidator::inTableOrder;

  private static final Pattern PART = Pattern.compile("_([a-z])");

  private final Validator validator;

  /**
   * Starts the library, without its banner and without anything it could find on the class path.
   */
  public ProfileValidator() {
    LIBRARY.setLevel(Level.WARNING);
    HibernateValidatorConfiguration configuration =
        Validation.byProvider(HibernateValidator.class)
            .providerResolver(() -> List.of(new HibernateValidator()))
            .configure()
            .ignoreXmlConfiguration()
            // The message key is all we want of a violation; the sentence is made when it is shown.
            .messageInterpolator(new KeyInterpolator());
    var mapping = configuration.createConstraintMapping();
    mapping
        .constraintDefinition(CodePointLength.class)
        .includeExistingValidators(false)
        .validatedBy(RawCodePointLength.class);
    validator = configuration.addMapping(mapping).buildValidatorFactory().getValidator();
  }

  /** One for the whole process, made when it is first asked for. */
  public static ProfileValidator shared() {
    return Shared.ONE;
  }

  private static final class Shared {
    static final ProfileValidator ONE = new ProfileValidator();

    static {
      // Reads the field table, here where a second thread that wants it waits instead of doing the
      // same.
      ONE.check(Map.of("city", ""));
    }
  }

  /** The fields that have rules, by documented name, in the order of the table. */
  public static List<String> fields() {
    return FIELDS;
  }

  /**
   * All problems of the values that one input sets, in the order of the table.
   *
   * @param values by documented name; only what is being set, so no {@code null}
   * @throws IllegalArgumentException for a name that is not in {@link #fields}
   */
  public List<Problem> check(Map<String, ?> values) {
    List<Problem> problems = new ArrayList<>();
    values.forEach(
        (field, value) -> {
          // One value after another: of an input as a whole the library looks at every field there
          // is, and most inputs set a few.
          String property = PROPERTIES.get(field);
          if (property == null) {
            throw new IllegalArgumentException(field);
          }
          validator
              .validateValue(ProfileInput.class, property, value)
              .forEach(violation -> problems.add(problem(violation)));
        });
    problems.sort(TABLE_ORDER);
    return problems;
  }

  /** The most characters the text of a field may have; empty where that is not limited. */
  public OptionalInt longest(String field) {
    return validator
        .getConstraintsForClass(ProfileInput.class)
        .getConstraintsForProperty(property(field))
        .getConstraintDescriptors()
        .stream()
        .map(constraint -> constraint.getAttributes().get("max"))
        .filter(Integer.class::isInstance)
        .mapToInt(Integer.class::cast)
        .min();
  }

  /** By hand: the lambdas of Comparator's own methods are in no AOT cache. */
  private static int inTableOrder(Problem one, Problem other) {
    int field = Integer.compare(FIELDS.indexOf(one.field()), FIELDS.indexOf(other.field()));
    return field == 0 ? one.code().compareTo(other.code()) : field;
  }

  private static Problem problem(ConstraintViolation<ProfileInput> violation) {
    String field = documented(violation.getPropertyPath().toString());
    String template = violation.getMessageTemplate();
    Map<String, Object> parameters = new HashMap<>();
    Class<?> constraint = violation.getConstraintDescriptor().getAnnotation().annotationType();
    parameters.put("expected", constraint.getSimpleName().toLowerCase(Locale.ROOT));
    Map<String, Object> attributes = violation.getConstraintDescriptor().getAttributes();
    for (String limit : List.of("min", "max")) {
      if (attributes.get(limit) instanceof Integer number) {
        parameters.put(limit, number);
      }
    }
    Object value = violation.getInvalidValue();
    if (!SECRETS.contains(field)) {
      String measured = field.equals("ext_data") ? JsonText.compact(value) : value.toString();
      if (measured != null) {
        parameters.put("length", measured.codePointCount(0, measured.length()));
        parameters.put("value", measured);
      }
    }
    return new Problem(field, template.substring(1, template.length() - 1), parameters);
  }

  private static String property(String documented) {
    return PART.matcher(documented).replaceAll(part -> part.group(1).toUpperCase(Locale.ROOT));
  }

  private static Map<String, String> properties() {
    Map<String, String> properties = new LinkedHashMap<>();
    for (Field field : ProfileInput.class.getDeclaredFields()) {
      if (!field.isSynthetic()) {
        properties.put(documented(field.getName()), field.getName());
      }
    }
    return properties;
  }

  /** {@code deviceId} as {@code device_id}. */
  private static String documented(String property) {
    return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
