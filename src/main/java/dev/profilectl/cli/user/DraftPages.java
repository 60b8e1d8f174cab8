package dev.profilectl.cli.user;

import dev.profilectl.cli.FieldChanges;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.output.YamlMember;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.terminal.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Profiles as YAML with comments: what can be changed as lines of their own, everything else told
 * in comments. Lines that begin with {@link #MARK} tell what is wrong, and are ours to take out.
 */
final class DraftPages {
  /** What a line begins with that tells why the editor was opened again. */
  static final String MARK = "#! ";

  private static final String BETWEEN = "---\n";

  private final Session session;
  private final String target;
  private final Set<Field> settable;
  private final boolean versions;
  private final ProfileRules rules;

  /** For the users of a directory. */
  DraftPages(Session session, ProfileDirectory directory) {
    this.session = session;
    this.target = session.targetName();
    this.settable = directory.settable();
    this.versions = directory.features().contains(Feature.VERSIONS);
    this.rules = session.rules();
  }

  /**
   * What is wrong with a user that was sent back.
   *
   * @param patch what was to be changed
   * @param about sentences above the line of a field, by its key; those under no field's key stand
   *     above all
   */
  record Remarks(ProfilePatch patch, Map<String, List<String>> about) {
    static final Remarks NONE = new Remarks(new ProfilePatch(Map.of(), Set.of()), Map.of());
  }

  /** What every draft begins with. */
  String head() {
    return comment(text("edit.head"), "# ");
  }

  /** A whole draft. */
  String whole(List<String> pages) {
    return head() + "\n" + String.join("\n" + BETWEEN, pages);
  }

  /** The profile as it is. */
  String page(Profile user) {
    return page(user, Remarks.NONE);
  }

  /** The profile with what somebody wants to change already changed. */
  String page(Profile user, Remarks remarks) {
    StringBuilder page = new StringBuilder();
    page.append(comment(text("edit.whom", user.username(), target), "# "));
    remarks.about.forEach(
        (key, told) -> {
          if (Field.of(key).filter(settable::contains).isEmpty()) {
            told.forEach(sentence -> page.append(comment(sentence, MARK)));
          }
        });
    page.append(EditedUser.ID + ": " + user.id().text() + "\n");
    if (versions) {
      page.append(YamlMember.of(EditedUser.VERSION, user.version()));
    }
    String before = "";
    for (Field field : fields()) {
      String hint = hint(field);
      if (!hint.equals(before)) {
        page.append('\n').append(hint.isEmpty() ? "" : comment(hint, "# "));
      }
      before = hint;
      remarks
          .about
          .getOrDefault(field.key(), List.of())
          .forEach(sentence -> page.append(comment(sentence, MARK)));
      page.append(YamlMember.of(field.key(), value(user, remarks.patch, field)));
    }
    return page.append(facts(user)).toString();
  }

  private static @Nullable Object value(Profile user, ProfilePatch patch, Field field) {
    if (patch.clear().contains(field)) {
      return null;
    }
    Object set = patch.set().get(field);
    return FieldChanges.shown(field, set == null ? user.get(field) : set);
  }

  /** The name first, as everywhere. */
  private List<Field> fields() {
    List<Field> fields = new ArrayList<>(settable);
    fields.removeIf(Field::isSecret);
    if (fields.remove(Field.USERNAME)) {
      fields.addFirst(Field.USERNAME);
    }
    return fields;
  }

  private String hint(Field field) {
    OptionalInt most = rules.longest(field);
    return switch (field) {
      case USERNAME, EMAIL, AVATAR_URL -> hint(field.key());
      default ->
          switch (field.kind()) {
            case TEXT -> most.isPresent() ? hint("text", most.getAsInt()) : "";
            case JSON -> hint("json", most.orElse(0));
            case GENDER, DATE, FLAG, DECIMAL, INTEGER ->
                hint(field.kind().name().toLowerCase(Locale.ROOT));
            case SECRET, TIME, ID -> "";
          };
    };
  }

  private String hint(String word, Object... arguments) {
    return Message.of("edit.hint." + word, arguments).in(session.locale());
  }

  private String facts(Profile user) {
    StringBuilder facts = new StringBuilder();
    Set<String> told = fields().stream().map(Field::key).collect(Collectors.toSet());
    UserColumns.object(user)
        .forEach(
            (key, value) -> {
              boolean shown = key.equals(EditedUser.ID) || key.equals(EditedUser.VERSION);
              if (value != null && !shown && !told.contains(key)) {
                facts.append(YamlMember.of(key, value));
              }
            });
    String secrets =
        settable.contains(Field.PASSWORD) ? text("edit.secrets", user.username()) + "\n" : "";
    return "\n" + comment(text("edit.facts") + "\n" + secrets + facts.toString().indent(2), "# ");
  }

  private String text(String key, Object... arguments) {
    return Message.of(key, arguments).in(session.locale());
  }

  private static String comment(String text, String start) {
    return text.lines()
        .map(line -> (start + SafeText.visible(line)).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }

  /** The draft with these sentences above their lines, and at its start how many there are. */
  Annotated annotated(String draft, Map<Long, List<String>> remarks) {
    StringBuilder text = new StringBuilder();
    int count = remarks.values().stream().mapToInt(List::size).sum();
    text.append(comment(text(count == 1 ? "edit.wrong-one" : "edit.wrong", count), MARK));
    long first = 0;
    long line = 0;
    long written = text.toString().lines().count();
    Map<Long, Long> moved = new HashMap<>();
    for (String each : draft.lines().toList()) {
      for (String sentence : remarks.getOrDefault(++line, List.of())) {
        text.append(comment(sentence, MARK));
        written++;
        first = first == 0 ? written : first;
      }
      text.append(each).append('\n');
      moved.put(line, ++written);
    }
    // what is wrong at the end, a quote that is never closed for example
    long last = line;
    remarks.forEach(
        (at, told) -> {
          if (at > last) {
            told.forEach(sentence -> text.append(comment(sentence, MARK)));
          }
        });
    return new Annotated(text.toString(), first == 0 ? written : first, moved);
  }

  /**
   * A draft with remarks in it.
   *
   * @param line of the first
   * @param moved where each line of the draft is now
   */
  record Annotated(String text, long line, Map<Long, Long> moved) {}

  /** The draft without what we wrote into it. */
  static String unmarked(String draft) {
    return draft
        .lines()
        .filter(line -> !line.startsWith(MARK.strip()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** Whether nothing stands there but comments. */
  static boolean isEmpty(String draft) {
    return draft
        .lines()
        .allMatch(
            line -> line.isBlank() || line.stripLeading().startsWith("#") || line.equals("---"));
  }
}
