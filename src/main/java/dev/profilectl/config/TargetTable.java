package dev.profilectl.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.validation.DocumentedSystem;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.StreamSupport;

/**
 * A target as a table of {@code config.toml}, read and written. What is wrong is told with the
 * file, the table and the key, never with the value of a key nobody knows: it could be a secret.
 *
 * @param file the file's name, for sentences
 * @param name the target's name
 */
record TargetTable(String file, String name) {
  static final String SYSTEM = "system";
  static final String URL = "url";

  /**
   * The target in a table.
   *
   * @throws Usage where it is none
   */
  Target read(JsonNode table) {
    try {
      Target.checkName(name);
    } catch (Usage wrong) {
      throw new Usage(Message.of("config.target", file, name, wrong.sentence()));
    }
    if (!(table instanceof ObjectNode object)) {
      throw new Usage(Message.of("config.target", file, name, Message.of("target.no-table")));
    }
    String word = text(SYSTEM, required(object, SYSTEM));
    DocumentedSystem system =
        DocumentedSystem.of(word).orElseThrow(() -> wrong(SYSTEM, unknownSystem(word)));
    String address = text(URL, required(object, URL));
    URI url;
    try {
      url = TargetUrl.parse(address);
    } catch (Usage unfit) {
      throw wrong(URL, unfit.sentence());
    }
    Map<TargetSetting, String> settings = new EnumMap<>(TargetSetting.class);
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      String key = entry.getKey();
      if (!key.equals(SYSTEM) && !key.equals(URL)) {
        TargetSetting setting = TargetSetting.of(key).orElseThrow(() -> unknownKey(system, key));
        settings.put(setting, value(system, setting, entry.getValue()));
      }
    }
    return new Target(name, system, url, settings);
  }

  /** What is told of a system nobody knows. */
  static Message unknownSystem(String word) {
    List<String> known = DocumentedSystem.words();
    String all = String.join(", ", known);
    return Nearest.to(word, known)
        .map(near -> Message.of("target.system-near", word, near, all))
        .orElseGet(() -> Message.of("target.system", word, all));
  }

  private JsonNode required(ObjectNode table, String key) {
    JsonNode value = table.get(key);
    if (value == null) {
      List<String> known = new ArrayList<>(List.of(SYSTEM, URL));
      table.fieldNames().forEachRemaining(other -> known.remove(other));
      // A mistyped key is both missing and unknown; the second says more.
      table
          .fieldNames()
          .forEachRemaining(
              other ->
                  Nearest.to(other, known)
                      .filter(near -> near.equals(key) && TargetSetting.of(other).isEmpty())
                      .ifPresent(
                          near -> {
                            throw wrong(other, Message.of("setting.unknown-near", near));
                          }));
      throw wrong(key, Message.of("setting.missing"));
    }
    return value;
  }

  private String value(DocumentedSystem system, TargetSetting setting, JsonNode value) {
    try {
      boolean list = value.isArray() && setting.kind() instanceof SettingKind.Codes;
      return setting.valueFor(system, list ? joined(setting, value) : text(setting.key(), value));
    } catch (Usage unfit) {
      throw unfit.sentence().key().startsWith("config.")
          ? unfit
          : wrong(setting.key(), unfit.sentence());
    }
  }

  private String joined(TargetSetting setting, JsonNode array) {
    return String.join(
        ",",
        StreamSupport.stream(array.spliterator(), false)
            .map(item -> text(setting.key(), item))
            .toList());
  }

  private String text(String key, JsonNode value) {
    if (!value.isValueNode()) {
      throw wrong(key, Message.of("setting.not-plain"));
    }
    return value.asText();
  }

  private Usage unknownKey(DocumentedSystem system, String key) {
    List<String> known = new ArrayList<>(List.of(SYSTEM, URL));
    TargetSetting.of(system).forEach(setting -> known.add(setting.key()));
    return wrong(
        key,
        Nearest.to(key, known)
            .map(near -> Message.of("setting.unknown-near", near))
            .orElseGet(() -> Message.of("setting.unknown", String.join(", ", known))));
  }

  private Usage wrong(String key, Message why) {
    return new Usage(Message.of("config.target-key", file, name, key, why));
  }

  /** The lines of a target's table, each value as TOML writes it. */
  static SequencedMap<String, String> written(Target target) {
    SequencedMap<String, String> lines = new LinkedHashMap<>();
    lines.put(SYSTEM, quoted(target.system().word()));
    lines.put(URL, quoted(target.url().toString()));
    target
        .settings()
        .forEach((setting, value) -> lines.put(setting.key(), literal(setting, value)));
    return lines;
  }

  private static String literal(TargetSetting setting, String value) {
    return switch (setting.kind()) {
      case SettingKind.Switch _, SettingKind.Count _ -> value;
      case SettingKind.Codes _ -> "[" + value.replace(",", ", ") + "]";
      default -> quoted(value);
    };
  }

  /** A text as TOML writes it; the values that are kept have no control characters. */
  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
