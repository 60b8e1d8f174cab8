package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a row has to be, whoever is in the store. */
public final class RowRules {
  private static final Comparator<Problem> TABLE_ORDER =
      Comparator.comparingInt((Problem problem) -> Field.keys().indexOf(problem.field()));

  private final ProfileRules rules;
  private final ImportMode mode;
  private final Optional<RowKey> key;

  /**
   * For rows of an import.
   *
   * @param key which field finds users; empty for the first that a row has
   */
  public RowRules(ProfileRules rules, ImportMode mode, Optional<RowKey> key) {
    this.rules = rules;
    this.mode = mode;
    this.key = key;
  }

  /** Which field of this row finds the user; empty where none of them has a value. */
  public Optional<RowKey> keyOf(Map<Field, ? extends @Nullable Object> values) {
    return key.isPresent()
        ? key.filter(chosen -> chosen.value(values).isPresent())
        : RowKey.in(values);
  }

  /**
   * The patch of a row, {@code id} left out of it.
   *
   * @throws Invalid with every problem: those of the values; a new user without a username; a row
   *     that names nobody
   */
  public ProfilePatch patch(Map<Field, ? extends @Nullable Object> values) {
    Map<Field, @Nullable Object> toSet = new EnumMap<>(Field.class);
    toSet.putAll(values);
    if (!mode.creates() || toSet.get(Field.ID) == null) {
      toSet.remove(Field.ID);
    }
    List<Problem> problems = new ArrayList<>();
    ProfilePatch patch = null;
    try {
      patch = rules.patch(toSet, mode.creates());
    } catch (Invalid wrong) {
      problems.addAll(wrong.problems());
    }
    // who is there already needs none; whether anybody is shows only in the store
    boolean nameless = mode == ImportMode.CREATE && !values.containsKey(Field.USERNAME);
    if (nameless) {
      problems.add(Problem.of(Field.USERNAME.key(), "required"));
    }
    if (!nameless && keyOf(values).isEmpty()) {
      problems.add(new Problem("row", "row-malformed", Map.of("expected", "key", "value", keys())));
    }
    if (patch == null || !problems.isEmpty()) {
      problems.sort(TABLE_ORDER);
      throw new Invalid(problems);
    }
    return patch;
  }

  private String keys() {
    return key.map(RowKey::word)
        .orElseGet(
            () ->
                String.join(
                    ", ", List.of(RowKey.ID.word(), RowKey.USERNAME.word(), RowKey.EMAIL.word())));
  }
}
