package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Usage;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an import asks for; kept with its run, so that it can be gone on with.
 *
 * @param file the name of the input, for sentences
 * @param mode what rows may do
 * @param key which field finds users; empty for the first that a row has
 * @param renames the documented name of a field by the column that is to fill it
 * @param computed the template by the documented name of the field it fills
 * @param where which rows; {@code null} for all
 * @param acceptLoss what may be lost on the way
 * @param proof the columns with what proves that a row comes from its user
 */
public record ImportChoice(
    String file,
    ImportMode mode,
    Optional<RowKey> key,
    Map<String, String> renames,
    Map<String, String> computed,
    @Nullable String where,
    Set<String> acceptLoss,
    Proof proof) {
  /** No column does. */
  public static final Proof NO_PROOF = new Proof(null, null, null);

  private static final String RENAME = "map:";
  private static final String COMPUTE = "set:";

  /**
   * Columns with what proves that a row comes from its user; {@code null} for none.
   *
   * @param token with a token
   * @param login with the name of an account
   * @param password with its password
   */
  public record Proof(@Nullable String token, @Nullable String login, @Nullable String password) {}

  /** Copies the maps. */
  public ImportChoice {
    renames = Map.copyOf(renames);
    computed = Map.copyOf(computed);
    acceptLoss = Set.copyOf(acceptLoss);
  }

  /** As the settings of a run. */
  public Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>();
    settings.put("file", file);
    settings.put("mode", mode.word());
    key.ifPresent(chosen -> settings.put("key", chosen.word()));
    renames.forEach((column, field) -> settings.put(RENAME + column, field));
    computed.forEach((field, template) -> settings.put(COMPUTE + field, template));
    if (where != null) {
      settings.put("where", where);
    }
    put(settings, "proof:token", proof.token);
    put(settings, "proof:login", proof.login);
    put(settings, "proof:password", proof.password);
    settings.put("accept-loss", String.join(",", new TreeSet<>(acceptLoss)));
    return settings;
  }

  private static void put(Map<String, String> settings, String name, @Nullable String value) {
    if (value != null) {
      settings.put(name, value);
    }
  }

  /** Of the settings of a run. */
  public static ImportChoice of(Map<String, String> settings) {
    Map<String, String> renames = new LinkedHashMap<>();
    Map<String, String> computed = new LinkedHashMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(RENAME)) {
            renames.put(name.substring(RENAME.length()), value);
          } else if (name.startsWith(COMPUTE)) {
            computed.put(name.substring(COMPUTE.length()), value);
          }
        });
    String losses = settings.getOrDefault("accept-loss", "");
    return new ImportChoice(
        settings.getOrDefault("file", ""),
        ImportMode.of(settings.getOrDefault("mode", "")).orElse(ImportMode.UPDATE),
        RowKey.of(settings.getOrDefault("key", "")),
        renames,
        computed,
        settings.get("where"),
        losses.isEmpty() ? Set.of() : Set.of(losses.split(",", -1)),
        new Proof(
            settings.get("proof:token"),
            settings.get("proof:login"),
            settings.get("proof:password")));
  }

  /**
   * The templates, read.
   *
   * @throws Usage where one cannot be
   */
  Map<String, RowTemplate> templates() {
    Map<String, RowTemplate> templates = new LinkedHashMap<>();
    computed.forEach((field, text) -> templates.put(field, RowTemplate.parse(text)));
    return templates;
  }
}
