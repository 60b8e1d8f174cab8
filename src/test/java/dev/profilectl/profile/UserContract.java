package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every directory owes users: making, finding, changing, deleting. */
public abstract class UserContract extends DirectoryFixture {
  @Test
  void aNewUserIsFoundByIdNameAndEither() {
    Profile made = create(1, Field.NICKNAME, "Ada", Field.PASSWORD, new Secret("s3cret"));
    assertThat(made.version()).isEqualTo(1);
    assertThat(made.get(Field.CREATE_AT)).isEqualTo(People.NOON);
    assertThat(made.get(Field.LAST_PASSWORD_UPDATE)).isEqualTo(People.NOON);
    assertThat(made.get(Field.ROLES)).isEqualTo("general_user");
    assertThat(made.secrets()).containsExactly(Field.PASSWORD);
    assertThat(find(1)).contains(made);
    for (String word :
        List.of("user1", "USER1", "username:User1", People.id(1).text(), "id:" + People.id(1))) {
      assertThat(directory.find(UserRef.parse(word))).as(word).contains(made);
    }
    for (String word :
        List.of(
            "user", "id:user1", "username:" + People.id(1), "user1 ", "%", "user_", "' OR 1 --")) {
      assertThat(directory.find(UserRef.parse(word))).as(word).isEmpty();
    }
    assertThat(made.toString()).doesNotContain("s3cret");
  }

  @Test
  void aNewUserWithoutAnIdGetsOne() {
    List<Outcome> made =
        apply(
            new Edit.Create(null, People.set(Field.USERNAME, "a")),
            new Edit.Create(null, People.set(Field.USERNAME, "b")));
    assertThat(words(made)).containsOnly("Created");
    assertThat(all()).extracting(Profile::username).containsExactly("a", "b");
    assertThat(all()).extracting(Profile::id).doesNotHaveDuplicates();
  }

  @Test
  void idsAndNamesAreTakenOnce() {
    assertThat(
            words(
                apply(
                    creation(1, Field.USERNAME, "ada"),
                    creation(1, Field.USERNAME, "bob"),
                    creation(2, Field.USERNAME, "ADA"),
                    creation(3, Field.USERNAME, "bob"),
                    update(3, Field.USERNAME, "Ada"),
                    update(3, Field.USERNAME, "BOB"))))
        .containsExactly(
            "Created", "id-taken", "username-taken", "Created", "username-taken", "Updated");
    assertThat(words(apply(creation(4, Field.USERNAME, "aDa"), creation(3, Field.USERNAME, "x"))))
        .containsExactly("username-taken", "id-taken");
    assertThat(all()).extracting(Profile::username).containsExactly("ada", "BOB");
    assertThat(there(3).version()).isEqualTo(2);
  }

  @Test
  void aWordThatIsAnIdAndAnotherNameIsRefused() {
    create(1);
    // No new name may look like this; an older system's may.
    create(2, Field.USERNAME, People.id(1).text());
    assertThatThrownBy(() -> directory.find(UserRef.parse(People.id(1).text())))
        .isInstanceOf(Failure.Usage.class);
    assertThat(named(People.id(1).text())).contains(there(2));
  }

  @Test
  void updatesOfOneUserInOneCallFollowEachOther() {
    create(1);
    List<Outcome> outcomes =
        apply(
            update(1, Field.CITY, "Paris"),
            update(1, Field.CITY, "Paris"),
            update(1, Field.CITY, "London", Field.LEVEL, "gold"),
            new Edit.Update(People.id(1), People.clear(Field.CITY), null),
            updateIf(1, 4, Field.LABEL, "x"),
            updateIf(1, 4, Field.LABEL, "y"));
    assertThat(words(outcomes))
        .containsExactly("Updated", "Unchanged", "Updated", "Updated", "Updated", "user.stale");
    assertThat(((Outcome.Updated) outcomes.get(3)).changes())
        .containsExactly(new FieldChange(Field.CITY, "London", null));
    assertThat(there(1).version()).isEqualTo(5);
    assertThat(there(1).get(Field.CITY)).isNull();
    assertThat(there(1).get(Field.LEVEL)).isEqualTo("gold");
    assertThat(there(1).get(Field.LABEL)).isEqualTo("x");
    assertThat(((Outcome.Updated) outcomes.get(4)).user()).isEqualTo(there(1));
    assertThat(history(1)).extracting(HistoryEntry::version).containsExactly(5L, 4L, 3L, 2L, 1L);
  }

  @Test
  void aFailureLeavesTheOthersAlone() {
    create(1);
    create(2);
    assertThat(
            words(
                apply(
                    update(1, Field.CITY, "a"),
                    update(9, Field.CITY, "b"),
                    delete(9),
                    purge(9),
                    picture(9, "p"),
                    removePicture(9),
                    updateIf(2, 7, Field.CITY, "c"),
                    update(2, Field.CITY, "d"))))
        .containsExactly(
            "Updated", "400199", "400199", "400199", "400199", "400199", "user.stale", "Updated");
    assertThat(there(1).get(Field.CITY)).isEqualTo("a");
    assertThat(there(2).get(Field.CITY)).isEqualTo("d");
  }

  @Test
  void namesCanBeSwappedInOneCall() {
    create(1, Field.USERNAME, "ada");
    create(2, Field.USERNAME, "bob");
    assertThat(
            words(
                apply(
                    update(1, Field.CITY, "x"),
                    update(1, Field.USERNAME, "bob"),
                    update(1, Field.USERNAME, "swap"),
                    update(2, Field.USERNAME, "ada", Field.CITY, "y"),
                    update(1, Field.USERNAME, "bob"),
                    creation(3, Field.USERNAME, "swap"))))
        .containsExactly("Updated", "username-taken", "Updated", "Updated", "Updated", "Created");
    assertThat(named("ada")).contains(there(2));
    assertThat(named("bob")).contains(there(1));
    assertThat(there(1).version()).isEqualTo(4);
    assertThat(there(1).get(Field.CITY)).isEqualTo("x");
    assertThat(there(2).get(Field.CITY)).isEqualTo("y");
  }

  @Test
  void aDeletedUserIsGoneButNotForgotten() {
    create(1, Field.USERNAME, "ada", Field.CITY, "London");
    List<Outcome> outcomes =
        apply(delete(1), delete(1), update(1, Field.CITY, "x"), creation(1, Field.USERNAME, "eve"));
    assertThat(words(outcomes)).containsExactly("Deleted", "400199", "400199", "id-taken");
    assertThat(((Outcome.Deleted) outcomes.getFirst()).user().get(Field.CITY)).isEqualTo("London");
    assertThat(find(1)).isEmpty();
    assertThat(named("ada")).isEmpty();
    assertThat(all()).isEmpty();
    assertThat(directory.history(UserRef.parse("ADA")).orElseThrow().user())
        .isEqualTo(People.id(1));
    assertThat(history(1)).extracting(HistoryEntry::action).containsExactly("delete", "create");
    // The name is free again, and from then on means the new one.
    assertThat(words(apply(creation(2, Field.USERNAME, "Ada")))).containsExactly("Created");
    assertThat(directory.history(UserRef.parse("ada")).orElseThrow().user())
        .isEqualTo(People.id(2));
    assertThat(words(apply(delete(2)))).containsExactly("Deleted");
    assertThat(words(apply(creation(3, Field.USERNAME, "ada"), delete(3))))
        .containsExactly("Created", "Deleted");
  }

  @Test
  void aPurgedUserIsForgotten() {
    create(1, Field.USERNAME, "ada");
    create(2);
    apply(picture(1, "one"), delete(2));
    assertThat(
            words(
                apply(
                    purge(1), purge(1), purge(2), creation(1, Field.USERNAME, "ada"), creation(2))))
        .containsExactly("Deleted", "400199", "Deleted", "Created", "Created");
    assertThat(history(1)).hasSize(1);
    assertThat(history(2)).hasSize(1);
    assertThat(directory.avatar(People.id(1))).isEmpty();
    assertThat(words(apply(purge(1), purge(2)))).containsOnly("Deleted");
    assertThat(directory.history(UserRef.parse("ada"))).isEmpty();
    assertThat(directory.history(UserRef.parse("id:" + People.id(2)))).isEmpty();
  }

  @Test
  void usersAreListedByNameWithoutRegardToCase() {
    int number = 0;
    for (String name : List.of("b", "C", "a", "A-", "a.", "_", "9", "Z")) {
      create(++number, Field.USERNAME, name);
    }
    apply(delete(3));
    assertThat(all())
        .extracting(Profile::username)
        .containsExactly("9", "_", "A-", "a.", "b", "C", "Z");
  }

  @Test
  void nothingIsDoneByNoEdits() {
    assertThat(apply()).isEmpty();
    assertThat(all()).isEmpty();
    create(1);
    Profile before = there(1);
    assertThat(
            words(apply(new Edit.Update(People.id(1), new ProfilePatch(Map.of(), Set.of()), null))))
        .containsExactly("Unchanged");
    assertThat(there(1)).isEqualTo(before);
  }

  @Test
  void manyEditsInOneCall() {
    List<Edit> edits = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      edits.add(creation(i, Field.CITY, "c" + i));
    }
    assertThat(words(directory.apply(edits, ORIGIN))).containsOnly("Created");
    edits.clear();
    for (int i = 0; i < 3_000; i++) {
      edits.add(
          i % 3 == 0
              ? update(i, Field.LEVEL, "l")
              : update(i, Field.CITY, "d" + i, Field.LEVEL, "m"));
    }
    assertThat(words(directory.apply(edits, ORIGIN))).containsOnly("Updated");
    assertThat(all()).hasSize(3_000).allMatch(user -> user.version() == 2);
    assertThat(there(2_999).get(Field.CITY)).isEqualTo("d2999");
    assertThat(there(2_997).get(Field.CITY)).isEqualTo("c2997");
  }
}
