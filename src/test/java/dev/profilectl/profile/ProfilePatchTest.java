package dev.profilectl.profile;

import static dev.profilectl.profile.People.NOON;
import static dev.profilectl.profile.People.clear;
import static dev.profilectl.profile.People.profile;
import static dev.profilectl.profile.People.set;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The three states: absent leaves, empty clears, a value sets. */
class ProfilePatchTest {
  private static final List<Field> TEXTS =
      Stream.of(Field.values()).filter(field -> field.kind() == Field.Kind.TEXT).toList();

  private static Profile after(Profile before, ProfilePatch patch) {
    return ProfilePatch.apply(before, patch.changesOn(before), NOON);
  }

  @Test
  void lawsOfTheThreeStates() {
    for (int seed = 0; seed < 5_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Profile before =
          new Profile(People.id(1), random.nextInt(1, 99), values(random), secrets(random));
      ProfilePatch patch = patch(random);
      List<FieldChange> changes = patch.changesOn(before);
      Profile after = ProfilePatch.apply(before, changes, NOON);
      String seedNote = "seed " + seed;

      assertThat(after.version()).as(seedNote).isEqualTo(before.version() + 1);
      assertThat(after.get(Field.UPDATE_AT)).as(seedNote).isEqualTo(NOON);
      for (Field field : TEXTS) {
        Object wanted =
            patch.clear().contains(field)
                ? null
                : patch.set().getOrDefault(field, before.get(field));
        if (!patch.fields().contains(field)) {
          wanted = before.get(field);
        }
        assertThat(after.get(field)).as("%s %s", seedNote, field).isEqualTo(wanted);
      }
      // Twice is once.
      assertThat(patch.changesOn(after).stream().filter(change -> !change.field().isSecret()))
          .as(seedNote)
          .isEmpty();
      assertThat(after(after, patch).values()).as(seedNote).isEqualTo(after.values());
      assertThat(after(after, patch).secrets()).as(seedNote).isEqualTo(after.secrets());
      // Changes are told in the order of the table, only of fields the patch names, each real.
      assertThat(changes)
          .as(seedNote)
          .extracting(FieldChange::field)
          .isSorted()
          .doesNotHaveDuplicates();
      assertThat(patch.fields())
          .as(seedNote)
          .containsAll(changes.stream().map(FieldChange::field).toList());
      assertThat(changes)
          .as(seedNote)
          .allMatch(
              c -> c.field().isSecret() || c.before() == null || !c.before().equals(c.after()));
      // The way back leads back.
      Profile back =
          ProfilePatch.apply(
              after,
              changes.stream()
                  .map(
                      c ->
                          new FieldChange(
                              c.field(), /* before= */ c.after(), /* after= */ c.before()))
                  .toList(),
              NOON);
      for (Field field : TEXTS) {
        assertThat(back.get(field)).as("%s %s", seedNote, field).isEqualTo(before.get(field));
      }
      assertThat(back.secrets()).as(seedNote).isEqualTo(before.secrets());
    }
  }

  private static Map<Field, Object> values(SplittableRandom random) {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    for (Field field : TEXTS) {
      if (random.nextBoolean()) {
        values.put(field, "v" + random.nextInt(3));
      }
    }
    return values;
  }

  private static Set<Field> secrets(SplittableRandom random) {
    Set<Field> secrets = EnumSet.noneOf(Field.class);
    if (random.nextBoolean()) {
      secrets.add(Field.ENTER_PASS);
    }
    if (random.nextBoolean()) {
      secrets.add(Field.PASSWORD);
    }
    return secrets;
  }

  private static ProfilePatch patch(SplittableRandom random) {
    Map<Field, Object> set = values(random);
    Set<Field> clear = EnumSet.noneOf(Field.class);
    for (Field field : TEXTS) {
      if (!set.containsKey(field) && random.nextInt(3) == 0) {
        clear.add(field);
      }
    }
    switch (random.nextInt(3)) {
      case 0 -> set.put(Field.ENTER_PASS, new Secret("s3cret"));
      case 1 -> clear.add(Field.ENTER_PASS);
      default -> {}
    }
    return new ProfilePatch(set, clear);
  }

  @Test
  void aSecretThatIsSetIsAlwaysAChangeAndNeverShown() {
    Profile none = profile(1);
    ProfilePatch patch = set(Field.PASSWORD, new Secret("s3cret"));
    List<FieldChange> first = patch.changesOn(none);
    assertThat(first).containsExactly(new FieldChange(Field.PASSWORD, null, "******"));
    Profile one = ProfilePatch.apply(none, first, NOON);
    assertThat(one.secrets()).containsExactly(Field.PASSWORD);
    assertThat(one.values()).doesNotContainKey(Field.PASSWORD);
    assertThat(one.get(Field.LAST_PASSWORD_UPDATE)).isEqualTo(NOON);
    assertThat(patch.changesOn(one))
        .containsExactly(new FieldChange(Field.PASSWORD, "******", "******"));
    assertThat(patch.toString() + one + first).doesNotContain("s3cret");
  }

  @Test
  void clearingWhatIsNotThereIsNoChange() {
    assertThat(clear(Field.CITY, Field.ENTER_PASS).changesOn(profile(1))).isEmpty();
    assertThat(new ProfilePatch(Map.of(), Set.of()).isEmpty()).isTrue();
    assertThat(clear(Field.CITY).isEmpty()).isFalse();
  }

  @Test
  void onlyAPasswordMovesItsTime() {
    Profile after = after(profile(1), set(Field.ENTER_PASS, new Secret("s3cret"), Field.CITY, "x"));
    assertThat(after.get(Field.LAST_PASSWORD_UPDATE)).isNull();
  }

  @Test
  void aNewUserHasVersionOneItsTimesAndARole() {
    Outcome.Created made =
        new Edit.Create(null, set(Field.USERNAME, "ada")).make(People.id(3), NOON);
    assertThat(made.user().version()).isEqualTo(1);
    assertThat(made.user().id()).isEqualTo(People.id(3));
    assertThat(made.user().values())
        .isEqualTo(
            Map.of(
                Field.USERNAME,
                "ada",
                Field.ROLES,
                "general_user",
                Field.CREATE_AT,
                NOON,
                Field.UPDATE_AT,
                NOON));
    assertThat(made.changes())
        .extracting(FieldChange::field)
        .containsExactly(Field.USERNAME, Field.ROLES);
    ProfilePatch withRole =
        set(Field.USERNAME, "bob", Field.ROLES, "admin", Field.PASSWORD, new Secret("s3cret"));
    Profile other = new Edit.Create(People.id(4), withRole).make(People.id(3), NOON).user();
    assertThat(other.id()).isEqualTo(People.id(4));
    assertThat(other.get(Field.ROLES)).isEqualTo("admin");
    assertThat(other.get(Field.LAST_PASSWORD_UPDATE)).isEqualTo(NOON);
  }
}
