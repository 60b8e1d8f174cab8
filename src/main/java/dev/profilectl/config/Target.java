package dev.profilectl.config;

import dev.profilectl.config.SettingKind.Count;
import dev.profilectl.config.SettingKind.Size;
import dev.profilectl.config.SettingKind.Span;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.DocumentedSystem;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server to work on, and how. Every instance is sound: its settings are known to its system and
 * have values that they take.
 *
 * @param name 1 to 64 of {@code a-z 0-9 _ -}, the first a letter or digit; never {@code local}
 * @param system what runs there
 * @param url where it is, as {@link TargetUrl#parse} gives it
 * @param settings what is set, each value as it is kept; what is not set is not in it
 */
public record Target(
    String name, DocumentedSystem system, URI url, Map<TargetSetting, String> settings) {
  /** The name of the store on this machine, which is no target of the file. */
  public static final String LOCAL = "local";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_-]{0,63}");

  /**
   * Checks and copies.
   *
   * @throws Usage naming what does not fit
   */
  public Target {
    checkName(name);
    Map<TargetSetting, String> checked = new EnumMap<>(TargetSetting.class);
    settings.forEach((setting, text) -> checked.put(setting, setting.valueFor(system, text)));
    settings = Collections.unmodifiableMap(checked);
  }

  /**
   * Refuses what cannot be the name of a target.
   *
   * @throws Usage naming it
   */
  public static void checkName(String name) {
    if (name.equals(LOCAL)) {
      throw new Usage(Message.of("target.local"));
    }
    if (!NAME.matcher(name).matches()) {
      throw new Usage(Message.of("target.name", name));
    }
  }

  /**
   * The same with one setting more, or another value for it: a flag goes before the file.
   *
   * @throws Usage naming the flag, where the value or the setting does not fit
   */
  public Target with(TargetSetting setting, String value) {
    Map<TargetSetting, String> more = new EnumMap<>(TargetSetting.class);
    more.putAll(settings);
    try {
      more.put(setting, setting.valueFor(system, value));
    } catch (Usage wrong) {
      throw new Usage(Message.of("setting.flag", setting.flag(), wrong.sentence()));
    }
    return new Target(name, system, url, more);
  }

  /** The address with one slash at its end, so that relative ones resolve below its path. */
  public URI base() {
    return URI.create(url + "/");
  }

  /** Whom the address belongs to; see {@link TargetUrl#origin}. */
  public String origin() {
    return TargetUrl.origin(url);
  }

  /** The value, or what holds without one; empty where there is neither. */
  public Optional<String> text(TargetSetting setting) {
    return Optional.ofNullable(settings.get(setting))
        .or(() -> setting.isKnownTo(system) ? setting.standard() : Optional.empty());
  }

  /** Of a switch; false where the system does not know it. */
  public boolean flag(TargetSetting setting) {
    return text(setting).map(Boolean::parseBoolean).orElse(false);
  }

  /** Of a setting for a length of time that has a standard. */
  public Duration duration(TargetSetting setting) {
    return text(setting).flatMap(Span::parse).orElseThrow();
  }

  /** Of a setting for a whole number that has a standard. */
  public int number(TargetSetting setting) {
    return limit(setting).orElseThrow();
  }

  /** Of a setting for a whole number or a size in bytes; empty where it is not set. */
  public Optional<Integer> limit(TargetSetting setting) {
    return setting.kind() instanceof Size
        ? text(setting).flatMap(Size::parse)
        : text(setting).flatMap(Count::parse);
  }

  /** How often requests may begin; empty for as often as can be. */
  public Optional<Rate> rate() {
    return text(TargetSetting.RATE).flatMap(Rate::parse);
  }

  /** Of a setting for an address; empty where it is not set. */
  public Optional<URI> uri(TargetSetting setting) {
    return text(setting).map(URI::create);
  }

  /** Of a setting for a file; empty where it is not set. */
  public Optional<Path> path(TargetSetting setting) {
    return text(setting).map(Path::of);
  }

  /** The items of a setting with commas; empty where there are none. */
  public List<String> list(TargetSetting setting) {
    return text(setting).map(text -> Arrays.asList(text.split(",", -1))).orElse(List.of());
  }

  /**
   * A setting as a result shows it: a Boolean, an Integer, a List or a text; empty where there is
   * nothing to show.
   */
  public Optional<Object> shown(TargetSetting setting) {
    return switch (setting.kind()) {
      case SettingKind.Switch _ -> text(setting).map(Boolean::valueOf);
      case SettingKind.Count _ -> limit(setting).map(Object.class::cast);
      case SettingKind.Codes _ ->
          text(setting).map(_ -> list(setting).stream().map(Integer::valueOf).toList());
      default -> text(setting).map(Object.class::cast);
    };
  }
}
