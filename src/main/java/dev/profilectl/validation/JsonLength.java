package dev.profilectl.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * JSON whose compact text has at most {@link #max} code points. What is no JSON is left to {@link
 * JsonValue}; {@code null} passes.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = JsonLength.Validator.class)
@interface JsonLength {
  /** The most code points, inclusive. */
  int max();

  /** The code, in braces. */
  String message();

  /** Unused; the specification asks for it. */
  Class<?>[] groups() default {};

  /** Unused; the specification asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** The rule. */
  final class Validator implements ConstraintValidator<JsonLength, Object> {
    private int max;

    @Override
    public void initialize(JsonLength annotation) {
      max = annotation.max();
    }

    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      String compact = value == null ? null : JsonText.compact(value);
      return compact == null || compact.codePointCount(0, compact.length()) <= max;
    }
  }
}
