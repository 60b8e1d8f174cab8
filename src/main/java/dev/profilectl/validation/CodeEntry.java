package dev.profilectl.validation;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * One code as one call of one system uses it. The same number means other things elsewhere, so
 * system, call and code together identify an entry.
 *
 * @param system {@code weidu}, {@code west2}, {@code anqicms}, {@code zaihangyun}, or {@code
 *     profilectl} for our own words
 * @param call {@code user update}, {@code avatar upload}, {@code login} …; {@code all} where every
 *     call of the system may answer it
 * @param code the number or the word, as text
 * @param field the documented name of the field the code is about, if it is about one
 * @param kind whether the code tells of a success or a failure
 * @param source the key of the document that states the code; {@link #document} is its name
 */
public record CodeEntry(
    String system, String call, String code, @Nullable String field, Kind kind, String source) {
  private static final String BUNDLE = "dev.profilectl.validation.Codes";

  /** What a code tells of. */
  public enum Kind {
    SUCCESS,
    FAILURE
  }

  /** The name that finds this entry alone: {@code zaihangyun/avatar-upload/400101}. */
  public String name() {
    return system + "/" + callKey() + "/" + code;
  }

  /** What has to hold; for a success, what has happened. One sentence. */
  public String rule(Locale locale) {
    return required(key("rule"), locale);
  }

  /** What the document says that the code means; nothing where no document has the code. */
  public Optional<String> meaning(Locale locale) {
    return text(key("meaning"), locale);
  }

  /** The name of the document that states the code. */
  public String document(Locale locale) {
    return required("document." + source, locale);
  }

  /** Where documents disagree with themselves or each other, or a real server with them. */
  public Optional<String> contradiction(Locale locale) {
    return text(key("contradiction"), locale);
  }

  /** What this program does about it. */
  public String decision(Locale locale) {
    return text(key("decision"), locale)
        .orElseGet(() -> required(system + "." + callKey() + ".decision", locale));
  }

  /** The call as one word, as in names and keys. */
  String callKey() {
    return call.replace(' ', '-');
  }

  private String key(String part) {
    return system + "." + callKey() + "." + code + "." + part;
  }

  private static String required(String key, Locale locale) {
    return text(key, locale)
        .orElseThrow(() -> new MissingResourceException("No text " + key, BUNDLE, key));
  }

  private static Optional<String> text(String key, Locale locale) {
    ResourceBundle texts = Wording.in(locale, BUNDLE);
    return texts.containsKey(key) ? Optional.of(texts.getString(key)) : Optional.empty();
  }
}
