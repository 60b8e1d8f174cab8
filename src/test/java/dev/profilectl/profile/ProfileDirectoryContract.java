package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link ProfileDirectory} does, as far as it can: users, the history of their changes,
 * values as they were given, pictures. Extend it for each implementation.
 */
public abstract class ProfileDirectoryContract extends UserContract {
  private static Map<Field, Object> everything() {
    Map<Field, Object> values = new EnumMap<>(Field.class);
    for (Field field : Field.values()) {
      switch (field.kind()) {
        case TEXT -> values.put(field, field.key() + " 中😀");
        case GENDER -> values.put(field, 2);
        case DATE -> values.put(field, LocalDate.of(1000, 1, 1));
        case JSON -> values.put(field, "{\"a\":[1.50,null,\"中\"]}");
        case FLAG -> values.put(field, false);
        case DECIMAL -> values.put(field, new BigDecimal("0.10000000000000000000000000001"));
        case INTEGER -> values.put(field, Long.MIN_VALUE + field.key().length() % 2);
        case SECRET, TIME, ID -> {}
      }
    }
    values.put(Field.USERNAME, "Ada");
    return values;
  }

  @Test
  void everyValueComesBackAsItWasGiven() {
    Map<Field, Object> values = everything();
    apply(new Edit.Create(People.id(1), new ProfilePatch(values, Set.of())));
    assertThat(there(1).values()).containsAllEntriesOf(values);
    assertThat(all()).containsExactly(there(1));
    for (FieldChange change : history(1).getFirst().changes()) {
      assertThat(change)
          .isEqualTo(new FieldChange(change.field(), null, values.get(change.field())));
    }
    assertThat(history(1).getFirst().changes())
        .extracting(FieldChange::field)
        .containsExactlyElementsOf(values.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\0",
        "a\0b",
        "\0a",
        "\n",
        "\r\n",
        " ",
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
        "1.0",
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
        "\ud83d\ude00"
      })
  void anyTextComesBackExactly(String text) {
    create(1, Field.DESC, text);
    assertThat(there(1).get(Field.DESC)).isEqualTo(text);
    apply(update(1, Field.DESC, "between"), update(1, Field.DESC, text, Field.CITY, text));
    assertThat(there(1).get(Field.DESC)).isEqualTo(text);
    assertThat(history(1).get(0).changes())
        .containsExactly(
            new FieldChange(Field.CITY, null, text), new FieldChange(Field.DESC, "between", text));
    assertThat(history(1).get(1).changes())
        .containsExactly(new FieldChange(Field.DESC, text, "between"));
    directory.apply(List.of(update(1, Field.LEVEL, "x")), new Origin("run2", text, text));
    assertThat(history(1).getFirst().origin()).isEqualTo(new Origin("run2", text, text));
  }

  @Test
  void theLongestTextComesBackExactly() {
    for (String letter : List.of("a", "中", "😀", "\0", "\"")) {
      String longest = letter.repeat(1000);
      apply(
          new Edit.Create(
              People.id(letter.codePointAt(0)),
              People.set(Field.USERNAME, "u" + letter.codePointAt(0), Field.DESC, longest)));
      assertThat(there(letter.codePointAt(0)).get(Field.DESC)).isEqualTo(longest);
      assertThat(history(letter.codePointAt(0)).getFirst().changes())
          .contains(new FieldChange(Field.DESC, null, longest));
    }
  }

  @Test
  void numbersComeBackExactly() {
    create(1);
    for (long number : List.of(Long.MAX_VALUE, Long.MIN_VALUE, 0L, -1L, 1L << 53, (1L << 53) + 1)) {
      apply(update(1, Field.SERVE_NUM, number));
      assertThat(there(1).get(Field.SERVE_NUM)).isEqualTo(number);
      assertThat(history(1).getFirst().changes().getFirst().after()).isEqualTo(number);
    }
    for (String text :
        List.of(
            "0",
            "1",
            "-0.1",
            "1E+300",
            "1E-300",
            "0.1234567890123456789012345678901234567890",
            "100",
            "9007199254740993")) {
      BigDecimal decimal = new BigDecimal(text);
      apply(update(1, Field.REFUND_RATE, decimal));
      assertThat(there(1).get(Field.REFUND_RATE)).isEqualTo(decimal);
      assertThat(history(1).getFirst().changes().getFirst().after()).isEqualTo(decimal);
    }
    for (boolean flag : List.of(true, false)) {
      apply(update(1, Field.REAL_NAME_VERIFIED, flag));
      assertThat(history(1).getFirst().changes().getFirst().after()).isEqualTo(flag);
    }
  }

  @Test
  void historyTellsWhoWhyAndInWhichRun() {
    create(1, Field.CITY, "Paris");
    Origin other = new Origin("run2", "eve", null);
    directory.apply(
        List.of(
            update(1, Field.CITY, "London", Field.PASSWORD, new Secret("s3cret"), Field.GENDER, 1),
            picture(1, "one"),
            removePicture(1),
            delete(1)),
        other);
    List<HistoryEntry> entries = history(1);
    assertThat(entries).extracting(HistoryEntry::version).containsExactly(5L, 4L, 3L, 2L, 1L);
    assertThat(entries)
        .extracting(HistoryEntry::action)
        .containsExactly("delete", "avatar-delete", "avatar", "update", "create");
    assertThat(entries)
        .extracting(HistoryEntry::origin)
        .containsExactly(other, other, other, other, ORIGIN);
    assertThat(entries).extracting(HistoryEntry::at).containsOnly(People.NOON);
    assertThat(entries.get(0).changes()).isEmpty();
    assertThat(entries.get(3).changes())
        .containsExactly(
            new FieldChange(Field.GENDER, null, 1),
            new FieldChange(Field.PASSWORD, null, FieldChange.HIDDEN_SECRET),
            new FieldChange(Field.CITY, "Paris", "London"));
  }

  @Test
  void secretsAreOnlyEverStars() {
    create(1, Field.PASSWORD, new Secret("first-s3cret"), Field.ENTER_PASS, new Secret("s3cret1"));
    apply(update(1, Field.PASSWORD, new Secret("second-s3cret")));
    apply(new Edit.Update(People.id(1), People.clear(Field.ENTER_PASS), null));
    assertThat(there(1).secrets()).containsExactly(Field.PASSWORD);
    assertThat(there(1).values()).doesNotContainKeys(Field.PASSWORD, Field.ENTER_PASS);
    List<HistoryEntry> entries = history(1);
    assertThat(entries.get(0).changes())
        .containsExactly(new FieldChange(Field.ENTER_PASS, "******", null));
    assertThat(entries.get(1).changes())
        .containsExactly(new FieldChange(Field.PASSWORD, "******", "******"));
    assertThat(entries.get(2).changes())
        .contains(
            new FieldChange(Field.PASSWORD, null, "******"),
            new FieldChange(Field.ENTER_PASS, null, "******"));
    assertThat(there(1) + entries.toString()).doesNotContain("s3cret").doesNotContain("$2");
  }

  @Test
  void aPictureIsKeptWithItsOwner() {
    create(1);
    assertThat(directory.avatar(People.id(1))).isEmpty();
    byte[] bytes = new byte[100_000];
    new Random(1).nextBytes(bytes);
    Blob content = Blob.of(bytes);
    NewAvatar picture =
        new NewAvatar(content, new Avatar.Shape("jpeg", 512, 300), "avatar.jpg", blob("original"));
    Outcome.Updated set =
        (Outcome.Updated) apply(new Edit.SetAvatar(People.id(1), picture)).getFirst();
    Avatar kept = directory.avatar(People.id(1)).orElseThrow();
    assertThat(kept.content().bytes()).isEqualTo(bytes);
    assertThat(kept.shape()).isEqualTo(picture.shape());
    assertThat(kept.at()).isEqualTo(People.NOON);
    assertThat(kept.url()).isEqualTo(set.user().get(Field.AVATAR_URL));
    assertThat(kept.url()).matches("20260102/users/" + People.id(1) + "/[a-z0-9]{26}/avatar\\.jpg");
    assertThat(set.changes()).containsExactly(new FieldChange(Field.AVATAR_URL, null, kept.url()));
    assertThat(set.user()).isEqualTo(there(1));
    assertThat(words(apply(new Edit.SetAvatar(People.id(1), picture))))
        .containsExactly("Unchanged");
  }

  @Test
  void picturesInOneCallFollowEachOther() {
    create(1);
    create(2);
    assertThat(
            words(
                apply(
                    update(1, Field.CITY, "x"),
                    picture(1, "a"),
                    picture(1, "a"),
                    picture(1, "b"),
                    picture(2, "a"),
                    removePicture(1),
                    removePicture(1),
                    picture(1, "b"),
                    update(1, Field.AVATAR_URL, "https://h/x.png"),
                    picture(1, "b"),
                    new Edit.Update(People.id(1), People.clear(Field.AVATAR_URL), null),
                    removePicture(1))))
        .containsExactly(
            "Updated",
            "Updated",
            "Unchanged",
            "Updated",
            "Updated",
            "Updated",
            "Unchanged",
            "Updated",
            "Updated",
            "Updated",
            "Updated",
            "Unchanged");
    assertThat(directory.avatar(People.id(1))).isEmpty();
    assertThat(directory.avatar(People.id(2)).orElseThrow().content()).isEqualTo(blob("a"));
    assertThat(directory.avatar(People.id(9))).isEmpty();
  }

  @Test
  void olderPicturesAreKept() {
    create(1);
    create(2);
    Edit.SetAvatar withOriginal = new Edit.SetAvatar(People.id(1), avatar("a", "raw a"));
    apply(withOriginal, picture(1, "b"), removePicture(1), picture(2, "b"));
    assertThat(directory.avatarVersions(People.id(1)))
        .containsExactly(
            new AvatarVersion(3, blob("b").sha256(), null, false, People.NOON),
            new AvatarVersion(2, blob("a").sha256(), blob("raw a").sha256(), false, People.NOON));
    assertThat(directory.avatarVersions(People.id(2)))
        .singleElement()
        .matches(AvatarVersion::current);
    assertThat(directory.avatarVersions(People.id(9))).isEmpty();
    KeptAvatar first = directory.keptAvatar(People.id(1), 2).orElseThrow();
    assertThat(first.avatar().content()).isEqualTo(blob("a"));
    assertThat(first.original()).isEqualTo(blob("raw a"));
    assertThat(directory.keptAvatar(People.id(1), 3).orElseThrow().original()).isNull();
    for (int version : List.of(0, 1, 4, 5)) {
      assertThat(directory.keptAvatar(People.id(1), version)).isEmpty();
    }
    apply(purge(1));
    assertThat(directory.avatarVersions(People.id(1))).isEmpty();
    assertThat(directory.keptAvatar(People.id(1), 2)).isEmpty();
    assertThat(directory.avatar(People.id(2)).orElseThrow().content()).isEqualTo(blob("b"));
  }

  @Test
  void anAddressElsewhereIsNoPictureHere() {
    create(1);
    apply(picture(1, "a"), update(1, Field.AVATAR_URL, "https://h/x.png"));
    assertThat(directory.avatar(People.id(1))).isEmpty();
    String old = String.valueOf(history(1).get(1).changes().getFirst().after());
    apply(update(1, Field.AVATAR_URL, old));
    assertThat(directory.avatar(People.id(1)).orElseThrow().content()).isEqualTo(blob("a"));
    create(2);
    apply(update(2, Field.AVATAR_URL, old));
    assertThat(directory.avatar(People.id(2))).as("somebody else's").isEmpty();
    apply(delete(1));
    assertThat(directory.avatar(People.id(2))).isEmpty();
  }
}
