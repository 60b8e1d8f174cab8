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
 * A number, or its decimal text, that a double can hold without becoming infinite. {@code null}
 * passes: it is not being set.
 */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Decimal.Validator.class)
@interface Decimal {
  /** The code, in braces. */
  String message();

  /** Unused; the specification asks for it. */
  Class<?>[] groups() default {};

  /** Unused; the specification asks for it. */
  Class<? extends Payload>[] payload() default {};

  /** The rule. */
  final class Validator implements ConstraintValidator<Decimal, Object> {
    @Override
    public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
      return value == null || RawValue.decimal(value) != null;
    }
  }
}
