package dev.profilectl.validation;

import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * {@link CodePointLength} on a raw value. The library's own validator judges declared strings only;
 * here what is no text passes, because {@link Text} tells of it.
 */
public final class RawCodePointLength implements ConstraintValidator<CodePointLength, Object> {
  private int min;
  private int max;

  @Override
  public void initialize(CodePointLength annotation) {
    min = annotation.min();
    max = annotation.max();
  }

  @Override
  public boolean isValid(@Nullable Object value, ConstraintValidatorContext context) {
    if (!(value instanceof String text)) {
      return true;
    }
    int units = text.length();
    if (units <= max && units >= 2 * min) {
      return true;
    }
    int length = text.codePointCount(0, units);
    return (length >= min && length <= max) || RawValue.text(text) == null;
  }
}
