package dev.profilectl.config;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.DocumentedSystem;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be set on a target, one constant each: its key in {@code config.toml}, the systems that
 * know it, the values it takes, and what holds where nobody sets it. The key with two dashes is the
 * flag.
 */
public enum TargetSetting {
  /** Where files are fetched from, where that is another server. */
  FILE_BASE("file-base", new SettingKind.Url()),
  /** Whether bulk changes ask for the target's name first. */
  PROTECTED("protected", new SettingKind.Switch(), "false"),
  /** How long one request may take. */
  TIMEOUT("timeout", new SettingKind.Span(Duration.ofMillis(1)), "30s"),
  /** How many times a request that failed for now is repeated. */
  RETRIES("retries", new SettingKind.Count(0, 100), "3"),
  /** The longest wait in front of a repetition. */
  RETRY_MAX_WAIT("retry-max-wait", new SettingKind.Span(Duration.ZERO), "5m"),
  /** How many requests are under way at once. */
  CONCURRENCY("concurrency", new SettingKind.Count(1, 256), "4"),
  /** How often requests begin; as often as can be where it is not set. */
  RATE("rate", new SettingKind.Pace()),
  /** The proxy to go through. */
  PROXY("proxy", new SettingKind.Proxy()),
  /** Certificates to trust besides the usual ones. */
  CA_FILE("ca-file", new SettingKind.AbsolutePath()),
  /** The program that prints a token. */
  TOKEN_COMMAND("token-command", new SettingKind.Program()),
  /** The most bytes of a picture that this server takes. */
  AVATAR_MAX_BYTES("avatar-max-bytes", new SettingKind.Size()),
  /** The most pixels of a picture's longer side. */
  AVATAR_MAX_SIDE("avatar-max-side", new SettingKind.Count(1, 65_535)),
  /** How it is told who calls: by a token, or by the bare id of a user in test mode. */
  AUTH("auth", new SettingKind.Choice("bearer", "test"), "bearer", DocumentedSystem.WEIDU),
  /** Who calls: in test mode; and where a system has no call that tells whose a token is. */
  USER_ID("user-id", new SettingKind.Word(), null, DocumentedSystem.WEIDU, DocumentedSystem.WEST2),
  /** Which call tells of a picture. */
  AVATAR_READ(
      "avatar-read", new SettingKind.Choice("info", "avatar"), "info", DocumentedSystem.WEIDU),
  /** The name of the part that the picture is sent as. */
  FORM_FIELD("form-field", new SettingKind.Word(), "data", DocumentedSystem.WEST2),
  /** The codes in answers that mean success. */
  SUCCESS_CODES("success-codes", new SettingKind.Codes(), "10000", DocumentedSystem.WEST2),
  /** Whether tokens are sent with the word Bearer in front. */
  BEARER("bearer", new SettingKind.Switch(), "false", DocumentedSystem.WEST2),
  /** Which site of the server. */
  SITE_ID("site-id", new SettingKind.Count(0, Integer.MAX_VALUE), null, DocumentedSystem.ANQICMS),
  /** Which part of the site. */
  SUB_SITE_ID(
      "sub-site-id", new SettingKind.Count(0, Integer.MAX_VALUE), null, DocumentedSystem.ANQICMS),
  /** How the fields of a change are sent. */
  BODY("body", new SettingKind.Choice("json", "form"), "json", DocumentedSystem.ZAIHANGYUN);

  private final String key;
  private final SettingKind kind;
  private final @Nullable String standard;
  private final Set<DocumentedSystem> systems;

  TargetSetting(String key, SettingKind kind) {
    this(key, kind, null);
  }

  TargetSetting(
      String key, SettingKind kind, @Nullable String standard, DocumentedSystem... systems) {
    this.key = key;
    this.kind = kind;
    this.standard = standard;
    this.systems =
        systems.length == 0
            ? EnumSet.allOf(DocumentedSystem.class)
            : EnumSet.copyOf(Arrays.asList(systems));
  }

  /** The word for it in {@code config.toml}, {@code retry-max-wait} for example. */
  public String key() {
    return key;
  }

  /** The flag that sets it, {@code --retry-max-wait} for example. */
  public String flag() {
    return "--" + key;
  }

  /** Whether a system knows it. */
  public boolean isKnownTo(DocumentedSystem system) {
    return systems.contains(system);
  }

  /** What holds where it is not set; empty where there is nothing then. */
  public Optional<String> standard() {
    return Optional.ofNullable(standard);
  }

  SettingKind kind() {
    return kind;
  }

  /** The setting of exactly this key. */
  public static Optional<TargetSetting> of(String key) {
    return Arrays.stream(values()).filter(setting -> setting.key.equals(key)).findFirst();
  }

  /** The settings that a system knows, in the order of the constants. */
  public static List<TargetSetting> of(DocumentedSystem system) {
    return Arrays.stream(values()).filter(setting -> setting.isKnownTo(system)).toList();
  }

  /**
   * A value as it is kept.
   *
   * @throws Usage where the setting does not take it, or the system does not know the setting
   */
  String valueFor(DocumentedSystem system, String text) {
    if (!isKnownTo(system)) {
      String others = String.join(", ", systems.stream().map(DocumentedSystem::word).toList());
      throw new Usage(Message.of("setting.other-system", others, system.word()));
    }
    return kind.canonical(text)
        .orElseThrow(
            () ->
                new Usage(
                    kind.mayBeRepeated()
                        ? Message.of("setting.value", text, kind.allowed())
                        : Message.of("setting.hidden-value", kind.allowed())));
  }
}
