package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Credential;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileFilter;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Understands the rows of one import: columns, templates, rules. */
final class RowSense {
  private static final UserId NOBODY = new UserId("0".repeat(26));

  private final ImportChoice choice;
  private final ProfileRules rules;
  private final RowFields fields;
  private final RowRules rowRules;
  private final Map<Field, RowTemplate> templates = new EnumMap<>(Field.class);
  private final @Nullable Predicate<Profile> where;

  /**
   * For an import.
   *
   * @throws Usage where a template, a renamed column or the condition cannot be understood
   */
  RowSense(ImportChoice choice, ProfileRules rules) {
    this.choice = choice;
    this.rules = rules;
    this.fields = new RowFields(choice.file(), choice.renames());
    this.rowRules = new RowRules(rules, choice.mode(), choice.key());
    for (String column :
        Arrays.asList(choice.proof().token(), choice.proof().login(), choice.proof().password())) {
      if (column != null) {
        fields.passOver(column);
      }
    }
    String condition = choice.where();
    this.where = condition == null ? null : ProfileFilter.parse(condition);
    choice
        .templates()
        .forEach(
            (key, template) -> {
              Field field = ProfileRules.field(key);
              if (field.isReadOnly() || field.isSecret()) {
                throw new Usage(Message.of("bulk.set-field", key));
              }
              refuseSecrets(template);
              templates.put(field, template);
            });
  }

  /** What a field other than a password holds is shown and kept. */
  private void refuseSecrets(RowTemplate template) {
    Set<String> secret = secretColumns(template.columns());
    if (!secret.isEmpty()) {
      throw new Usage(Message.of("bulk.set-secret", secret.iterator().next()));
    }
  }

  /** Judges the columns of a header, where there is one. */
  void check(List<String> columns) {
    fields.check(columns);
    if (!columns.isEmpty()) {
      for (RowTemplate template : templates.values()) {
        for (String column : template.columns()) {
          if (!columns.contains(column)) {
            String all = String.join(", ", columns);
            throw new Usage(Message.of("bulk.set-missing", choice.file(), column, all));
          }
        }
      }
    }
  }

  /** The columns that were passed over, sorted. */
  Set<String> ignored() {
    return fields.ignored();
  }

  /** The columns of secrets among those of a row. */
  Set<String> secretColumns(Set<String> columns) {
    Set<String> secret = new TreeSet<>();
    for (String column : columns) {
      boolean proof =
          column.equals(choice.proof().token()) || column.equals(choice.proof().password());
      if (proof || fields.known(column).filter(Field::isSecret).isPresent()) {
        secret.add(column);
      }
    }
    return secret;
  }

  /** The fields that rows with this header can change. */
  Set<Field> touched(List<String> columns) {
    Set<Field> touched = EnumSet.noneOf(Field.class);
    if (columns.isEmpty()) {
      return EnumSet.allOf(Field.class);
    }
    columns.forEach(column -> fields.known(column).ifPresent(touched::add));
    touched.addAll(templates.keySet());
    return touched;
  }

  /**
   * Understands a row.
   *
   * @throws Usage for a column without a field
   */
  Said read(Row row) {
    Map<Field, @Nullable Object> values = fields.values(row);
    Invalid untold = null;
    for (Map.Entry<Field, RowTemplate> computed : templates.entrySet()) {
      try {
        Field field = computed.getKey();
        values.put(field, computed.getValue().of(row.cells(), field.key()));
      } catch (Invalid missing) {
        untold = missing;
      }
    }
    ProfilePatch patch = null;
    Invalid wrong = untold;
    if (untold == null) {
      try {
        patch = rowRules.patch(values);
      } catch (Invalid broken) {
        wrong = broken;
      }
    }
    return new Said(values, rowRules.keyOf(values), patch, wrong, credential(row.cells()));
  }

  /**
   * What proves that a row comes from its user; empty where it has nothing that does.
   *
   * @param cells with their secrets
   */
  Optional<Credential> credential(Map<String, ? extends @Nullable Object> cells) {
    ImportChoice.Proof proof = choice.proof();
    Secret token = proof.token() == null ? null : secret(cells.get(proof.token()));
    if (token != null) {
      return Optional.of(new Credential.ByToken(token));
    }
    Secret password = proof.password() == null ? null : secret(cells.get(proof.password()));
    Object login = proof.login() == null ? null : cells.get(proof.login());
    return password == null || login == null
        ? Optional.empty()
        : Optional.of(new Credential.ByLogin(new Login(login.toString(), password, null)));
  }

  private static @Nullable Secret secret(@Nullable Object cell) {
    return switch (cell) {
      case Secret secret -> secret;
      case String text when !text.isEmpty() -> new Secret(text);
      case null, default -> null;
    };
  }

  /** Whether a row is meant by the condition; a value that breaks a rule is no value there. */
  boolean isWanted(Said said) {
    if (where == null) {
      return true;
    }
    Map<Field, Object> known = new HashMap<>();
    ProfilePatch patch = said.patch();
    if (patch != null) {
      known.putAll(patch.set());
    } else {
      said.values()
          .forEach(
              (field, value) -> {
                try {
                  Map<Field, @Nullable Object> one = new EnumMap<>(Field.class);
                  one.put(field, value);
                  known.putAll(rules.patch(one, true).set());
                } catch (Invalid noValue) {
                  known.remove(field);
                }
              });
    }
    Object id = said.values().get(Field.ID);
    UserId user = id instanceof String text ? UserId.anySystem(text).orElse(NOBODY) : NOBODY;
    known.keySet().removeIf(Field::isSecret);
    return where.test(new Profile(user, 0, known, Set.of()));
  }
}
