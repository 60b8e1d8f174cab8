package dev.profilectl.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a config file says, as far as strangers may know: shown is only what is known to be fit. */
public final class ConfigOutline {
  private static final String HIDDEN = "[hidden]";
  private static final String SET = "[set]";

  /** The checks are called by a word, or {@code target} and a name. */
  private static final Pattern PLAIN = Pattern.compile("[a-z]+( [a-z0-9][a-z0-9_-]{0,63})?");

  /** Words that defaults take; whatever else stands there could be anything. */
  private static final Set<String> WORDS =
      Set.of(
          "true", "false", "table", "json", "ndjson", "csv", "tsv", "yaml", "id", "auto", "always",
          "never", "en", "zh", "form", "local");

  private ConfigOutline() {}

  /** Whether a check's name may be told. */
  public static boolean isPlain(String check) {
    return PLAIN.matcher(check).matches();
  }

  /**
   * Lines of it.
   *
   * @param defaults the keys that defaults may have
   * @throws Failure where it cannot be read
   */
  public static List<String> of(ConfigFile file, Set<String> defaults) {
    List<String> lines = new ArrayList<>();
    ObjectNode tree = file.tree();
    for (Map.Entry<String, JsonNode> entry : tree.path("defaults").properties()) {
      String key = defaults.contains(entry.getKey()) ? entry.getKey() : HIDDEN;
      lines.add("defaults " + key + " = " + word(entry.getValue().asText()));
    }
    Targets targets = new Targets(file);
    targets.names().forEach(name -> lines.addAll(target(targets, name)));
    return lines;
  }

  private static String word(String text) {
    boolean fit = WORDS.contains(text) || text.matches("[0-9]{1,6}(ms|s|m|h|/s|/m|/h)?");
    return fit ? text : SET;
  }

  private static List<String> target(Targets targets, String name) {
    String shown = isPlain("target " + name) ? name : HIDDEN;
    List<String> lines = new ArrayList<>();
    try {
      Target target = targets.get(name);
      lines.add("target " + shown + " system = " + target.system().word());
      lines.add("target " + shown + " url = " + target.url().getScheme() + "://" + HIDDEN);
      target
          .settings()
          .forEach(
              (setting, value) ->
                  lines.add(
                      "target " + shown + " " + setting.key() + " = " + told(setting, value)));
    } catch (Failure broken) {
      lines.add("target " + shown + ": " + broken.sentence().key());
    }
    return lines;
  }

  /** Of these kinds a value has a grammar of its own; the others are texts of the user's. */
  private static String told(TargetSetting setting, String value) {
    return switch (setting.kind()) {
      case SettingKind.Switch _,
          SettingKind.Count _,
          SettingKind.Span _,
          SettingKind.Pace _,
          SettingKind.Size _,
          SettingKind.Choice _,
          SettingKind.Codes _ ->
          value;
      default -> SET;
    };
  }
}
