package dev.profilectl.failure;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * A sentence for the user, by its key in {@code Messages.properties} (English) and {@code
 * Messages_zh.properties} (Chinese), told in a language only when it is shown.
 *
 * @param key a key both bundles have
 * @param arguments what replaces <code>{0}</code>, <code>{1}</code> … in the sentence; an argument
 *     that is itself a message is told in the same language
 */
public record Message(String key, List<Object> arguments) {
  private static final String BUNDLE = "dev.profilectl.failure.Messages";

  /** Copies the arguments. */
  public Message {
    arguments = List.copyOf(arguments);
  }

  /** A message of this key, with its arguments in the order of their numbers. */
  public static Message of(String key, Object... arguments) {
    return new Message(key, List.of(arguments));
  }

  /** The sentence in the language of {@code locale}; English for a language without a bundle. */
  public String in(Locale locale) {
    Locale bundleLocale = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
    String pattern =
        ResourceBundle.getBundle(
                BUNDLE,
                bundleLocale,
                ResourceBundle.Control.getNoFallbackControl(
                    ResourceBundle.Control.FORMAT_PROPERTIES))
            .getString(key);
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      int open = pattern.indexOf('{', at);
      int close = open < 0 ? -1 : pattern.indexOf('}', open);
      if (close < 0) {
        break;
      }
      text.append(pattern, at, open);
      Object argument = arguments.get(Integer.parseInt(pattern.substring(open + 1, close)));
      text.append(argument instanceof Message message ? message.in(locale) : argument);
      at = close + 1;
    }
    return text.append(pattern.substring(at)).toString();
  }
}
