package dev.profilectl.cli.user;

import dev.profilectl.bulk.YamlDocument;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Nearest;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads from a draft what is to be changed: what is written otherwise than it was. */
final class DraftReader {
  private static final Pattern PLAIN_WITH_COMMENT =
      Pattern.compile("[a-z_]+:[ \\t]+[^\"'|>{\\[&!*# \\t].*[ \\t]#.*");

  private final String file;
  private final ProfileRules rules;
  private final Set<Field> settable;
  private List<String> lines = List.of();
  private List<Problem> problems = new ArrayList<>();

  /**
   * For one target.
   *
   * @param file the name of the draft
   */
  DraftReader(String file, ProfileRules rules, Set<Field> settable) {
    this.file = file;
    this.rules = rules;
    this.settable = settable;
  }

  /**
   * What is to be changed, by the id of the user; nothing for a user who is left alone.
   *
   * @param text without our remarks
   * @param users by id
   * @throws Invalid with every problem and its line
   */
  Map<String, ProfilePatch> read(String text, Map<String, EditedUser> users) {
    problems = new ArrayList<>();
    lines = text.lines().toList();
    Map<String, ProfilePatch> patches = new LinkedHashMap<>();
    for (YamlDocument document : YamlDocument.all(file, text)) {
      EditedUser user = user(document, users);
      if (user == null) {
        continue;
      }
      String id = user.user().id().text();
      if (patches.containsKey(id)) {
        refuse(document, EditedUser.ID, "id-twice", user.user().username());
      }
      ProfilePatch patch = patch(document, user);
      patches.put(id, patch);
    }
    if (!problems.isEmpty()) {
      problems.sort(Comparator.comparingLong(DraftReader::line));
      throw new Invalid(problems);
    }
    patches.values().removeIf(ProfilePatch::isEmpty);
    return patches;
  }

  /** The line of a problem; 0 where it says none. */
  static long line(Problem problem) {
    return problem.parameters().get("line") instanceof Long line ? line : 0;
  }

  private @Nullable EditedUser user(YamlDocument document, Map<String, EditedUser> users) {
    Object id = document.cells().get(EditedUser.ID);
    if (id == null && users.size() == 1) {
      return users.values().iterator().next();
    }
    if (id == null) {
      refuse(document, EditedUser.ID, "id-missing", "");
      return null;
    }
    EditedUser user = users.get(id.toString());
    if (user == null) {
      refuse(document, EditedUser.ID, "id-unknown", id.toString());
    }
    return user;
  }

  private ProfilePatch patch(YamlDocument document, EditedUser user) {
    Map<Field, @Nullable Object> values = new EnumMap<>(Field.class);
    document
        .cells()
        .forEach(
            (key, value) -> {
              Object before = user.cells().get(key);
              if (key.equals(EditedUser.ID) || same(before, value, user.cells().containsKey(key))) {
                return;
              }
              if (key.equals(EditedUser.VERSION)) {
                refuse(document, key, "version", String.valueOf(before));
              } else if (mayBeSet(document, key)) {
                Field field = Field.of(key).orElseThrow();
                if (isNested(field, value)) {
                  refuse(document, key, "nested", key);
                  return;
                }
                refuseLoss(document, key);
                values.put(field, value);
              }
            });
    try {
      return rules.patch(values, false);
    } catch (Invalid wrong) {
      wrong.problems().forEach(problem -> add(document, problem));
      return new ProfilePatch(Map.of(), Set.of());
    }
  }

  /** An indent, a dash or a bracket too many makes a group or a list of what was meant as text. */
  private static boolean isNested(Field field, @Nullable Object value) {
    return field.kind() != Field.Kind.JSON && (value instanceof Map || value instanceof List);
  }

  /** Nothing and an empty text are the same: both are no value. */
  private static boolean same(@Nullable Object before, @Nullable Object now, boolean known) {
    return known && Objects.equals(bare(before), bare(now));
  }

  private static @Nullable Object bare(@Nullable Object value) {
    return "".equals(value) ? null : value;
  }

  private boolean mayBeSet(YamlDocument document, String key) {
    Field field = Field.of(key).orElse(null);
    if (field == null) {
      Problem unknown = Problem.of(key, "unknown-field");
      List<String> keys = settable.stream().map(Field::key).toList();
      add(
          document,
          Nearest.to(key, keys)
              .map(near -> unknown.with("expected", "near").with("value", near))
              .orElse(unknown));
    } else if (field.isSecret()) {
      Problem secret = Problem.of(key, "read-only").with("expected", "secret");
      add(document, secret.with("value", key.replace('_', '-')));
    } else if (field.isReadOnly()) {
      add(document, Problem.of(key, "read-only"));
    } else if (!settable.contains(field)) {
      add(document, Problem.of(key, "unsupported-field"));
    } else {
      return true;
    }
    return false;
  }

  /** YAML drops what stands behind a blank and a #; in a text somebody means it. */
  private void refuseLoss(YamlDocument document, String key) {
    Long line = document.lines().get(key);
    if (line != null
        && line <= lines.size()
        && PLAIN_WITH_COMMENT.matcher(lines.get(line.intValue() - 1)).matches()) {
      refuse(document, key, "hash", key);
    }
  }

  private void refuse(YamlDocument document, String key, String kind, String value) {
    add(
        document,
        new Problem(key, "row-malformed", Map.of("expected", kind, "value", value, "column", key)));
  }

  private void add(YamlDocument document, Problem problem) {
    Map<String, Object> facts = new HashMap<>(problem.parameters());
    facts.put("file", file);
    facts.put("line", document.lines().getOrDefault(problem.field(), document.line()));
    problems.add(new Problem(problem.field(), problem.code(), facts));
  }
}
