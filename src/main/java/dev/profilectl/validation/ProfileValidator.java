package dev.profilectl.validation;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
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

  private static final List<String> FIELDS =
      Arrays.stream(ProfileInput.class.getDeclaredFields())
          .filter(field -> !field.isSynthetic())
          .map(field -> documented(field.getName()))
          .toList();

  private static final Set<String> SECRETS = Set.of("password", "enter_pass");
  private static final Comparator<Problem> TABLE_ORDER =
      Comparator.<Problem>comparingInt(problem -> FIELDS.indexOf(problem.field()))
          .thenComparing(Problem::code);

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
    Set<ConstraintViolation<ProfileInput>> violations = validator.validate(ProfileInput.of(values));
    if (violations.isEmpty()) {
      return List.of();
    }
    List<Problem> problems = new ArrayList<>();
    violations.forEach(violation -> problems.add(problem(violation)));
    problems.sort(TABLE_ORDER);
    return problems;
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

  /** {@code deviceId} as {@code device_id}. */
  private static String documented(String property) {
    return property.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }
}
