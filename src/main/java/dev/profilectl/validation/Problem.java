package dev.profilectl.validation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One rule that one value breaks.
 *
 * @param field the documented name of the field, or a word for what was judged ({@code avatar})
 * @param code the documented number, or one of our own words
 * @param parameters what the sentence of the code mentions, by name ({@code max}, {@code length});
 *     never the value of a secret
 */
public record Problem(String field, String code, Map<String, Object> parameters) {
  /** Copies the parameters. */
  public Problem {
    parameters = Map.copyOf(parameters);
  }

  /** A problem whose sentence mentions nothing. */
  public static Problem of(String field, String code) {
    return new Problem(field, code, Map.of());
  }

  /**
   * The sentence of the code in the language of {@code locale}, English for a language we do not
   * speak. A parameter the sentence asks for and the problem lacks is shown as a question mark.
   */
  public String message(Locale locale) {
    return ProblemText.of(this, locale);
  }

  /** The same problem with one more parameter. */
  public Problem with(String parameter, Object value) {
    Map<String, Object> more = new HashMap<>(parameters);
    more.put(parameter, value);
    return new Problem(field, code, more);
  }
}
