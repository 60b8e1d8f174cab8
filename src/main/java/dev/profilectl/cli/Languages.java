package dev.profilectl.cli;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The language of sentences: by the flag, else by the locale variables, else English. */
final class Languages {
  private Languages() {}

  static Locale locale(@Nullable String flag, Map<String, String> environment) {
    if (flag != null) {
      return switch (flag) {
        case "en" -> Locale.ENGLISH;
        case "zh" -> Locale.CHINESE;
        default -> throw new Usage(Message.of("usage.lang", flag));
      };
    }
    for (String variable : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
      String value = environment.getOrDefault(variable, "");
      if (!value.isEmpty()) {
        return value.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
      }
    }
    return Locale.ENGLISH;
  }
}
