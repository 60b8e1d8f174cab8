package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.profilectl.failure.Failure;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link ProfileDirectory} owes to a user who is there already, whether it keeps the
 * users itself or asks a system that only knows the owner of a token. Extend it for each
 * implementation, and for each system.
 */
public abstract class AnyDirectoryContract extends SubjectFixture {
  private static final int PATCHES = 60;

  @Test
  void theUserIsFoundByIdAndByNameInAnyCase() {
    Profile user = found();
    assertThat(user.id()).isEqualTo(subject.user());
    assertThat(user.username()).isEqualTo(subject.username());
    String name = subject.username();
    for (String word :
        List.of(
            name,
            name.toUpperCase(Locale.ROOT),
            "username:" + name.toLowerCase(Locale.ROOT),
            subject.user().text(),
            "id:" + subject.user())) {
      assertThat(directory.find(UserRef.parse(word))).as(word).contains(user);
    }
    if (!directory.features().contains(Feature.FIND_ANYBODY)) {
      assertThat(directory.find(UserRef.parse("me"))).contains(user);
    }
    assertThat(subject.changes()).isZero();
  }

  @Test
  void aNameThatIsNobodysIsNotFoundOrDenied() {
    for (String word : List.of("nobody", "username:" + subject.user(), subject.username() + "x")) {
      Optional<Profile> none = Optional.empty();
      Throwable denied = null;
      try {
        none = directory.find(UserRef.parse(word));
      } catch (Failure failure) {
        denied = failure;
      }
      assertThat(none).as(word).isEmpty();
      assertThat(denied == null || denied instanceof Failure.Denied).as(word).isTrue();
    }
    assertThat(subject.changes()).isZero();
  }

  @Test
  void somebodyElseIsNotChanged() {
    UserId other = subject.somebodyElse().orElse(null);
    assumeTrue(other != null);
    Map<String, String> before = subject.row();
    List<Edit> edits = new ArrayList<>();
    if (directory.features().contains(Feature.UPDATE_PROFILE)) {
      edits.add(new Edit.Update(other, People.set(subject.freeText(), "x"), null));
    }
    edits.add(new Edit.SetAvatar(other, subject.picture(1)));
    for (Outcome outcome : directory.apply(edits, DirectoryFixture.ORIGIN)) {
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed ->
                  assertThat(failed.failure())
                      .isInstanceOfAny(Failure.Denied.class, Failure.NotFound.class));
    }
    assertThat(subject.changes()).isZero();
    assertThat(subject.row()).isEqualTo(before);
  }

  @Test
  void anUpdateSetsLeavesAndClears() {
    assumeUpdates();
    Field field = subject.freeText();
    Object before = found().get(field);
    assertThat(changes(apply(setText("one")).getFirst()))
        .containsExactly(new FieldChange(field, before, "one"));
    assertThat(subject.row()).containsEntry(subject.column(field), "one");
    assertThat(found().get(field)).isEqualTo("one");
    int sent = subject.changes();
    assertThat(apply(setText("one"), update(new ProfilePatch(Map.of(), Set.of()))))
        .hasOnlyElementsOfType(Outcome.Unchanged.class);
    assertThat(subject.changes()).isEqualTo(sent);
    assertThat(changes(apply(update(People.clear(field))).getFirst()))
        .containsExactly(new FieldChange(field, "one", null));
    assertThat(subject.row()).containsEntry(subject.column(field), subject.kept(field, null));
    assertThat(found().get(field)).isNull();
    sent = subject.changes();
    assertThat(apply(update(People.clear(field))).getFirst()).isInstanceOf(Outcome.Unchanged.class);
    assertThat(subject.changes()).isEqualTo(sent);
  }

  @Test
  void editsOfOneUserKeepTheirOrder() {
    assumeUpdates();
    Field field = subject.freeText();
    List<Outcome> outcomes =
        apply(setText("a"), setText("a"), setText("b"), update(People.clear(field)), setText("c"));
    assertThat(outcomes)
        .extracting(DirectoryFixture::word)
        .containsExactly("Updated", "Unchanged", "Updated", "Updated", "Updated");
    assertThat(changes(outcomes.get(2))).containsExactly(new FieldChange(field, "a", "b"));
    assertThat(changes(outcomes.get(4))).containsExactly(new FieldChange(field, null, "c"));
    assertThat(subject.row()).containsEntry(subject.column(field), "c");
    assertThat(subject.changes()).isEqualTo(4);
  }

  @Test
  void onlyWhatIsNamedChanges() {
    assumeUpdates();
    RandomPatches patches = new RandomPatches(7);
    for (int i = 0; i < PATCHES; i++) {
      ProfilePatch patch = patches.of(subject.changeable());
      Map<String, String> expected = new TreeMap<>(subject.row());
      for (Field field : patch.fields()) {
        expected.put(subject.column(field), subject.kept(field, patch.set().get(field)));
      }
      Outcome outcome = apply(update(patch)).getFirst();
      assertThat(outcome).as("%d: %s", i, patch).isNotInstanceOf(Outcome.Failed.class);
      Map<String, String> row = new TreeMap<>(subject.row());
      patch.fields().stream()
          .filter(field -> field.isSecret() && subject.kept(field, null).equals("?"))
          .map(subject::column)
          .forEach(column -> expected.put(column, row.getOrDefault(column, "")));
      assertThat(row).as("%d: %s", i, patch).isEqualTo(expected);
      Profile now = found();
      for (Field field : patch.fields()) {
        if (field.isSecret()) {
          assertThat(now.secrets().contains(field)).isEqualTo(patch.set().containsKey(field));
        } else if (field != Field.GENDER || patch.set().containsKey(field)) {
          assertThat(now.get(field)).as("%d: %s", i, field).isEqualTo(patch.set().get(field));
        }
      }
      if (outcome instanceof Outcome.Updated updated) {
        assertThat(updated.shortfall()).as("%d: %s", i, patch).isNull();
        assertThat(updated.user().values()).isEqualTo(now.values());
      }
    }
  }

  @Test
  void aDryRunTellsWhatTheRealOneDoes() {
    assumeUpdates();
    RandomPatches patches = new RandomPatches(8);
    Set<Field> fields = EnumSet.copyOf(subject.changeable());
    // Whether a secret is the same is found out by some systems only, and not in a dry run.
    fields.removeIf(Field::isSecret);
    ProfileDirectory dry = new DryRun(directory, DirectoryFixture.CLOCK, new Random(1));
    for (int i = 0; i < 20; i++) {
      Edit edit = update(patches.of(fields));
      Map<String, String> before = subject.row();
      int sent = subject.changes();
      Outcome told = dry.apply(List.of(edit), DirectoryFixture.ORIGIN).getFirst();
      assertThat(subject.changes()).isEqualTo(sent);
      assertThat(subject.row()).isEqualTo(before);
      Outcome done = apply(edit).getFirst();
      assertThat(told.getClass()).as(edit.toString()).isEqualTo(done.getClass());
      if (told instanceof Outcome.Updated) {
        assertThat(changes(told)).containsExactlyInAnyOrderElementsOf(changes(done));
      }
    }
  }

  @Test
  void aDryRunOfAPictureSendsNothing() {
    ProfileDirectory dry = new DryRun(directory, DirectoryFixture.CLOCK, new Random(1));
    Edit edit = new Edit.SetAvatar(subject.user(), subject.picture(1));
    Map<String, String> before = subject.row();
    assertThat(dry.apply(List.of(edit), DirectoryFixture.ORIGIN).getFirst())
        .isInstanceOf(Outcome.Updated.class);
    assertThat(subject.changes()).isZero();
    assertThat(subject.row()).isEqualTo(before);
  }

  @Test
  void aFieldThatIsNotThereIsRefusedBeforeAnythingIsSent() {
    Set<Field> has = directory.settable();
    Field field =
        Arrays.stream(Field.values())
            .filter(f -> !has.contains(f) && f.kind() == Field.Kind.TEXT)
            .findFirst()
            .orElse(null);
    assumeTrue(field != null);
    ProfilePatch patch = People.set(field, "x");
    assertThat(catchThrowable(() -> Refusals.ifUnsupported(directory, patch)))
        .isInstanceOf(Failure.Usage.class);
    Outcome outcome = apply(update(patch)).getFirst();
    assertThat(DirectoryFixture.word(outcome)).isEqualTo("unsupported-field");
    assertThat(subject.changes()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\0b",
        "\n",
        "\r\n",
        " ",
        "  x ",
        "\t",
        "中文",
        "😀👨‍👩‍👧",
        "\"",
        "'",
        "\\",
        "%",
        "_",
        "null",
        "[1]",
        "{\"a\":1}",
        "true",
        "1",
        "\u001b[31m",
        "\u202e",
        "\u0085",
        "\u2028",
        "\uffff",
        "\ufeff",
        "'; DROP TABLE users; --",
        "\\u0041",
        "\\n",
        "%s",
        "$1",
        "${x}",
        "e\u0301",
        "\u007f",
        "a&b=c+d;e",
        "<b>&amp;</b>",
        "--b\r\n\r\nx"
      })
  void anyTextComesBackExactly(String text) {
    assumeUpdates();
    Field field = subject.freeText();
    Object before = found().get(field);
    assertThat(changes(apply(setText(text)).getFirst()))
        .containsExactly(new FieldChange(field, before, text));
    assertThat(subject.row()).containsEntry(subject.column(field), text);
    assertThat(found().get(field)).isEqualTo(text);
  }

  @Test
  void secretsAreNeverTold() {
    Profile user = found();
    for (String secret : subject.secrets()) {
      assertThat(user.toString() + user.extra() + directory).doesNotContain(secret);
    }
    assertThat(user.values().keySet()).noneMatch(Field::isSecret);
    if (subject.changeable().contains(Field.ENTER_PASS)) {
      Edit edit = update(People.set(Field.ENTER_PASS, new Secret("s3cr3t7")));
      assertThat(edit.toString() + apply(edit) + found()).doesNotContain("s3cr3t7");
    }
  }

  @Test
  void aPictureIsSetAndReadBack() {
    Map<String, String> before = new TreeMap<>(subject.row());
    Outcome outcome = apply(new Edit.SetAvatar(subject.user(), subject.picture(1))).getFirst();
    assertThat(changes(outcome)).extracting(FieldChange::field).containsExactly(Field.AVATAR_URL);
    assertThat(found().get(Field.AVATAR_URL)).isEqualTo(changes(outcome).getFirst().after());
    Map<String, String> after = new TreeMap<>(subject.row());
    after.remove(subject.column(Field.AVATAR_URL));
    before.remove(subject.column(Field.AVATAR_URL));
    assertThat(after).isEqualTo(before);
    Optional<Avatar> read = directory.avatar(subject.user());
    assertThat(read.isPresent()).isEqualTo(subject.servesPictures());
    assertThat(apply(new Edit.SetAvatar(subject.user(), subject.picture(2))).getFirst())
        .isInstanceOf(Outcome.Updated.class);
    Optional<Avatar> second = directory.avatar(subject.user());
    assertThat(second.map(Avatar::content))
        .isNotEqualTo(subject.servesPictures() ? read.map(Avatar::content) : Optional.of("one"));
  }
}
