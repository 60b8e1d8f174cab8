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
 * JSON text of one value, or a value; no duplicate keys, no unpaired surrogates. {@code null}
 * passes: it is not being set.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = JsonValue.Validator.class)
@interface JsonValue {
  /** The code, in braces. */
  String message();

  /** Unused; the specification asks for it. */
  Class<?>[] groups() default {};

  /** Unused; the specification asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** The rule. */
  final class Validator implements ConstraintValidator<JsonValue, Object> {
    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      return value == null || JsonText.compact(value) != null;
    }
  }
}
