package dev.profilectl.validation;

import java.util.Locale;
import java.util.ResourceBundle;

/** The package's resource bundles: English, and Chinese for every Chinese locale. */
final class Wording {
  private static final ResourceBundle.Control NO_FALLBACK =
      ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

  private Wording() {}

  /** The bundle in the language of {@code locale}; English for a language without one. */
  static ResourceBundle in(Locale locale, String bundle) {
    Locale language = locale.getLanguage().equals("zh") ? Locale.CHINESE : Locale.ROOT;
    return ResourceBundle.getBundle(bundle, language, NO_FALLBACK);
  }
}
