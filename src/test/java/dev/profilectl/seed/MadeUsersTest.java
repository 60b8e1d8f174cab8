package dev.profilectl.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.ImagePreview;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds.Picture;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.profile.UserId;
import dev.profilectl.scenario.Pinned;
import dev.profilectl.validation.ProfileValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MadeUsersTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  private static MadeUsers users(long seed, String tag) {
    return new MadeUsers(new Plan(tag, seed, NOW, true), null);
  }

  private static List<MadeUser> some(MadeUsers users, int count) {
    return IntStream.rangeClosed(1, count).mapToObj(users::user).toList();
  }

  /** A patch as a file would give it. */
  private static Map<Field, Object> raw(ProfilePatch patch) {
    Map<Field, Object> raw = new EnumMap<>(Field.class);
    patch
        .set()
        .forEach((f, value) -> raw.put(f, value instanceof LocalDate d ? d.toString() : value));
    return raw;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 42, -1, Long.MIN_VALUE, 7_777_777_777L})
  void everybodyIsLegalAndSpelledAsStored(long seed) {
    ProfileRules rules = new ProfileRules(new ProfileValidator());
    for (String tag : List.of("a", "0123456789abcdef-0123456789_abcd")) {
      for (MadeUser user : some(users(seed, tag), 1_000)) {
        assertThat(rules.patch(raw(user.patch()), true))
            .as("%s of %d", user, seed)
            .isEqualTo(user.patch());
        assertThat(UserId.parse(user.id().text())).contains(user.id());
        assertThat(user.at()).isBefore(NOW).isAfter(Instant.parse("2024-01-01T00:00:00Z"));
        assertThat(user.username()).startsWith(tag + "-");
      }
    }
  }

  @Test
  void idsAndNamesAreEverybodysOwn() {
    Set<UserId> ids = new HashSet<>();
    Set<String> names = new HashSet<>();
    for (String tag : List.of("ci", "ci-0002", "ci-0002-0002", "user")) {
      for (MadeUser user : some(users(42, tag), 2_000)) {
        assertThat(ids.add(user.id())).isTrue();
        assertThat(names.add(user.username().toLowerCase(Locale.ROOT))).isTrue();
      }
    }
  }

  @Test
  void theTagChangesOnlyWhatMustDiffer() {
    MadeUsers one = users(42, "one");
    MadeUsers two = users(42, "two");
    for (int number = 1; number <= 200; number++) {
      Map<Field, Object> first = new EnumMap<>(one.user(number).patch().set());
      Map<Field, Object> second = new EnumMap<>(two.user(number).patch().set());
      for (Field own : List.of(Field.USERNAME, Field.EMAIL, Field.AVATAR_URL)) {
        first.remove(own);
        second.remove(own);
      }
      assertThat(first).isEqualTo(second);
      assertThat(one.user(number).at()).isEqualTo(two.user(number).at());
      assertThat(one.user(number).id()).isNotEqualTo(two.user(number).id());
    }
    assertThat(some(users(43, "one"), 50)).isNotEqualTo(some(one, 50));
  }

  @Test
  void aPasswordChangesNothingElse() {
    Secret secret = new Secret("seed-password");
    MadeUsers with = new MadeUsers(users(42, "t").plan(), secret);
    for (MadeUser user : some(users(42, "t"), 60)) {
      Map<Field, Object> values = new EnumMap<>(user.patch().set());
      values.put(Field.PASSWORD, secret);
      assertThat(with.user(user.number()).patch().set()).isEqualTo(values);
    }
  }

  @Test
  void aFewUsersShowEveryOddity() {
    List<MadeUser> users = some(users(42, "t"), 2 * Trait.values().length - 2);
    assertThat(users.stream().map(MadeUser::trait).collect(Collectors.toSet()))
        .containsExactlyInAnyOrderElementsOf(EnumSet.allOf(Trait.class));
    assertThat(users.stream().map(user -> user.patch().set().get(Field.GENDER))).contains(0, 1, 2);
    assertThat(users).extracting(MadeUser::pictured).contains(true, false);
    Set<Character.UnicodeScript> scripts = EnumSet.noneOf(Character.UnicodeScript.class);
    for (MadeUser user : some(users(42, "t"), 400)) {
      String name = (String) user.patch().set().getOrDefault(Field.NICKNAME, "");
      name.codePoints().mapToObj(Character.UnicodeScript::of).forEach(scripts::add);
    }
    assertThat(scripts).hasSizeGreaterThan(18);
  }

  @Test
  void theLongestAreAtEveryLimit() {
    MadeUser longest = first(user -> user.trait() == Trait.LONGEST);
    assertThat(lengths(longest))
        .containsAllEntriesOf(
            Map.of(
                Field.NICKNAME, 32, Field.USERNAME, 64, Field.EMAIL, 64 + 1 + 253, Field.CITY, 32))
        .containsAllEntriesOf(
            Map.of(Field.DESC, 1000, Field.EXT_DATA, 200, Field.MOBILE, 32, Field.SKILL, 128));
    assertThat(lengths(first(user -> user.trait() == Trait.EXT_DATA_LONGEST)))
        .containsEntry(Field.EXT_DATA, 200);
    Map<Field, Object> beyond = first(user -> user.trait() == Trait.BEYOND_BMP).patch().set();
    assertThat(beyond.get(Field.CITY)).asString().hasSize(64);
    assertThat(first(user -> user.trait() == Trait.BARE).patch().set())
        .containsOnlyKeys(Field.USERNAME);
  }

  private static Map<Field, Integer> lengths(MadeUser user) {
    Map<Field, Integer> lengths = new EnumMap<>(Field.class);
    user.patch()
        .set()
        .forEach(
            (field, value) ->
                lengths.put(field, value.toString().codePointCount(0, value.toString().length())));
    return lengths;
  }

  private static MadeUser first(Predicate<MadeUser> wanted) {
    return some(users(42, "t"), 100).stream().filter(wanted).findFirst().orElseThrow();
  }

  @Test
  void picturesAreSoundAndTheSameAgain() {
    MadeUsers users = users(42, "t");
    Set<String> seen = new HashSet<>();
    for (int number = 1; number <= 100; number++) {
      Picture picture = users.seedling(number).picture();
      assertThat(picture != null).isEqualTo(users.user(number).pictured());
      if (picture != null) {
        NewAvatar avatar = picture.avatar();
        var checked = ImagePipeline.asIs(avatar.content().bytes());
        assertThat(List.of(checked.width(), checked.height()))
            .containsExactly(avatar.shape().width(), avatar.shape().height());
        assertThat(avatar)
            .isEqualTo(Objects.requireNonNull(users(42, "t").seedling(number).picture()).avatar());
        assertThat(picture.at()).isAfter(users.user(number).at()).isBeforeOrEqualTo(NOW);
        seen.add(avatar.content().sha256());
      }
    }
    assertThat(seen).hasSizeGreaterThan(60);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "A",
        "a b",
        "a.b",
        "ü",
        "a'b",
        "0123456789abcdef0123456789abcdefg"
      })
  void aTagIsAWord(String tag) {
    assertThatThrownBy(() -> users(1, tag)).isInstanceOf(Usage.class);
  }

  /** The promise: whoever has to change these lines changes what every seed makes. */
  @Test
  void seed42MakesTheseUsers() throws IOException {
    StringBuilder text = new StringBuilder();
    MadeUsers users = users(42, "ci-7");
    for (int number = 1; number <= 5; number++) {
      text.append(told(users, number)).append('\n');
    }
    CRC32 all = new CRC32();
    for (int number = 1; number <= 2_000; number++) {
      all.update(told(users, number).getBytes(StandardCharsets.UTF_8));
    }
    text.append("checksum of the first 2000: ")
        .append(Long.toHexString(all.getValue()))
        .append('\n');
    Pinned.check("../seed/first-of-seed-42.txt", text.toString());
  }

  /** All there is about a user; of a picture what it shows, since its bytes are zlib's matter. */
  private static String told(MadeUsers users, int number) {
    MadeUser user = users.user(number);
    StringBuilder text = new StringBuilder("number: " + number + "\n");
    text.append("case: ").append(user.trait().word()).append('\n');
    text.append("id: ").append(user.id()).append('\n');
    text.append("at: ").append(user.at()).append('\n');
    user.patch()
        .set()
        .forEach(
            (field, value) -> text.append(field.key()).append(": ").append(value).append('\n'));
    Picture picture = number > 200 ? null : users.seedling(number).picture();
    if (picture != null) {
      var pixels = ImagePreview.pixels(picture.avatar().content().bytes(), 512, 512);
      CRC32 sum = new CRC32();
      for (int pixel : pixels.argb()) {
        sum.update(pixel >>> 24);
        sum.update(pixel >>> 16);
        sum.update(pixel >>> 8);
        sum.update(pixel);
      }
      text.append(
          "picture: %s %s %dx%d %08x\n"
              .formatted(
                  picture.file(), picture.at(), pixels.width(), pixels.height(), sum.getValue()));
    }
    return text.toString();
  }
}
