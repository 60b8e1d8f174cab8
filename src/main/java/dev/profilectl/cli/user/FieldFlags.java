package dev.profilectl.cli.user;

import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.terminal.Check;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that set and clear fields. An empty value clears, as {@code --clear} does. */
@FlagGroup("Fields")
final class FieldFlags {
  @Option(names = "--nickname", paramLabel = "TEXT", description = "At most 32 characters.")
  @Nullable String nickname;

  @Option(names = "--gender", paramLabel = "0|1|2", description = "Or unknown, male, female.")
  @Nullable String gender;

  @Option(names = "--birthday", paramLabel = "YYYY-MM-DD", description = "A calendar date.")
  @Nullable String birthday;

  @Option(names = "--oaid", paramLabel = "TEXT", description = "At most 128 characters.")
  @Nullable String oaid;

  @Option(names = "--device-id", paramLabel = "TEXT", description = "At most 128 characters.")
  @Nullable String deviceId;

  @Option(names = "--email", paramLabel = "ADDRESS", description = "ASCII, with a dotted domain.")
  @Nullable String email;

  @Option(names = "--country", paramLabel = "TEXT", description = "At most 32 characters.")
  @Nullable String country;

  @Option(names = "--province", paramLabel = "TEXT", description = "At most 32 characters.")
  @Nullable String province;

  @Option(names = "--city", paramLabel = "TEXT", description = "At most 32 characters.")
  @Nullable String city;

  @Option(
      names = "--ext-data",
      paramLabel = "JSON|@FILE",
      description = "At most 200 characters as compact text.")
  @Nullable String extData;

  @Option(names = "--desc", paramLabel = "TEXT", description = "At most 1000 characters.")
  @Nullable String desc;

  @Option(names = "--level", paramLabel = "TEXT", description = "At most 128 characters.")
  @Nullable String level;

  @Option(names = "--major", paramLabel = "TEXT", description = "At most 128 characters.")
  @Nullable String major;

  @Option(
      names = "--avatar-url",
      paramLabel = "URL",
      description = "http, https or a relative path; at most 1024 characters.")
  @Nullable String avatarUrl;

  @Option(
      names = "--set",
      paramLabel = "FIELD=VALUE",
      description = "Sets any field by its documented name; may be given many times.")
  List<String> sets = new ArrayList<>();

  @Option(
      names = "--clear",
      paramLabel = "FIELD",
      split = ",",
      description = "Clears a field; may be given many times.")
  List<String> clears = new ArrayList<>();

  @Option(names = "--password", description = "Asks for the password, 6 to 32 characters.")
  boolean password;

  @Option(names = "--password-file", paramLabel = "FILE", description = "Reads the password.")
  @Nullable String passwordFile;

  @Option(names = "--password-stdin", description = "Reads the password from standard input.")
  boolean passwordStdin;

  @Option(names = "--enter-pass", description = "Asks for the enter pass, 6 to 8 characters.")
  boolean enterPass;

  @Option(names = "--enter-pass-file", paramLabel = "FILE", description = "Reads the enter pass.")
  @Nullable String enterPassFile;

  @Option(names = "--enter-pass-stdin", description = "Reads it from standard input.")
  boolean enterPassStdin;

  /**
   * The raw values these flags give, by field; {@code null} clears.
   *
   * @throws Usage for a field that does not exist, is given twice, or is a secret in plain sight
   */
  Map<Field, @Nullable Object> values(Session session) {
    Map<Field, @Nullable Object> values = new EnumMap<>(Field.class);
    put(values, Field.NICKNAME, nickname);
    put(values, Field.GENDER, gender);
    put(values, Field.BIRTHDAY, birthday);
    put(values, Field.OAID, oaid);
    put(values, Field.DEVICE_ID, deviceId);
    put(values, Field.EMAIL, email);
    put(values, Field.COUNTRY, country);
    put(values, Field.PROVINCE, province);
    put(values, Field.CITY, city);
    put(values, Field.EXT_DATA, json(session));
    put(values, Field.DESC, desc);
    put(values, Field.LEVEL, level);
    put(values, Field.MAJOR, major);
    put(values, Field.AVATAR_URL, avatarUrl);
    for (String set : sets) {
      int equals = set.indexOf('=');
      if (equals < 1) {
        throw new Usage(Message.of("usage.set", set));
      }
      Field field = ProfileRules.field(set.substring(0, equals));
      if (field.isSecret()) {
        throw new Usage(Message.of("usage.secret", field.key(), flag(field)));
      }
      putOnce(values, field, set.substring(equals + 1));
    }
    for (String clear : clears) {
      putOnce(values, ProfileRules.field(clear), null);
    }
    if (passwordStdin && enterPassStdin) {
      throw new Usage(Message.of("usage.two-on-stdin"));
    }
    putSecret(
        session, values, new SecretSource(Field.PASSWORD, password, passwordFile, passwordStdin));
    putSecret(
        session,
        values,
        new SecretSource(Field.ENTER_PASS, enterPass, enterPassFile, enterPassStdin));
    return values;
  }

  private @Nullable String json(Session session) {
    return extData != null && extData.startsWith("@")
        ? TextInput.text(session.workspace(), extData.substring(1))
        : extData;
  }

  private static void put(
      Map<Field, @Nullable Object> values, Field field, @Nullable String value) {
    if (value != null) {
      values.put(field, value);
    }
  }

  static void putOnce(Map<Field, @Nullable Object> values, Field field, @Nullable Object value) {
    if (values.containsKey(field)) {
      throw new Usage(Message.of("usage.twice", field.key()));
    }
    values.put(field, value);
  }

  /** Where one secret may come from. */
  private record SecretSource(Field field, boolean ask, @Nullable String file, boolean stdin) {}

  private static void putSecret(
      Session session, Map<Field, @Nullable Object> values, SecretSource source) {
    int ways = (source.ask ? 1 : 0) + (source.file == null ? 0 : 1) + (source.stdin ? 1 : 0);
    if (ways > 1) {
      throw new Usage(Message.of("usage.twice", source.field.key()));
    }
    if (ways == 0) {
      return;
    }
    String text;
    if (source.ask) {
      String instead = flag(source.field) + "-file";
      text =
          session
              .prompt()
              .newSecret(
                  Message.of("ask." + source.field.key()), instead, rule(session, source.field))
              .orElseThrow(() -> new Usage(Message.of("usage.no-secret", source.field.key())));
    } else {
      String name = source.file == null ? "-" : source.file;
      text = TextInput.secret(session.workspace(), name);
    }
    // An empty file or a bare Return is far more often a slip than a wish to have no password.
    if (text.isEmpty()) {
      throw new Usage(Message.of("usage.no-secret", source.field.key()));
    }
    putOnce(values, source.field, new Secret(text));
  }

  private static Check rule(Session session, Field field) {
    return typed -> session.rules().wrong(field, typed, session.locale()).orElse(null);
  }

  private static String flag(Field field) {
    return "--" + field.key().replace('_', '-');
  }
}
