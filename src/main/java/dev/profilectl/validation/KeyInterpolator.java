package dev.profilectl.validation;

import jakarta.validation.MessageInterpolator;
import java.util.Locale;

/** Leaves a message key as it is: {@link Problem} makes the sentence, in the user's language. */
final class KeyInterpolator implements MessageInterpolator {
  @Override
  public String interpolate(String template, Context context) {
    return template;
  }

  @Override
  public String interpolate(String template, Context context, Locale locale) {
    return template;
  }
}
