package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.bulk.PictureMatches.Matched;
import dev.profilectl.bulk.PictureMatches.Unmatched;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PictureMatchesTest {
  private final ProfileDirectory store =
      SqliteDirectory.inMemory(
          new StoreSettings(Clock.fixed(People.NOON, ZoneOffset.UTC), new Random(5), 4));
  private int users;

  @AfterEach
  void close() {
    store.close();
  }

  private void users(String... names) {
    for (String name : names) {
      users++;
      Object[] values = {Field.USERNAME, name, Field.EMAIL, name.replace("_", "") + "@example.org"};
      store.apply(
          List.of(new Edit.Create(People.id(users), People.set(values))),
          new Origin("run1", "tester", null));
    }
  }

  private PictureMatches match(String pattern, String... files) {
    return PictureMatches.of(store, FilePattern.parse(pattern), List.of(files));
  }

  private static Map<String, Integer> owners(PictureMatches matches) {
    Map<String, Integer> owners = new TreeMap<>();
    for (Matched each : matches.matched()) {
      owners.put(each.file(), Integer.parseInt(each.user().text()));
    }
    return owners;
  }

  private static List<String> unmatched(PictureMatches matches) {
    return matches.unmatched().stream().map(Unmatched::file).toList();
  }

  @Test
  void caseAccentsAndSeparatorsDoNotMatter() {
    users("jose.nunez", "ANNA_GROSS", "bjork", "lukasz");
    PictureMatches matches =
        match(
            "{username}",
            "José Núñez.jpg",
            "anna-groß.png",
            "Bjo\u0308rk.webp",
            "Łukasz.gif",
            "nobody.png");
    assertThat(owners(matches))
        .isEqualTo(
            Map.of(
                "José Núñez.jpg", 1, "anna-groß.png", 2, "Bjo\u0308rk.webp", 3, "Łukasz.gif", 4));
    assertThat(unmatched(matches)).containsExactly("nobody.png");
    assertThat(matches.without()).isEmpty();
  }

  @Test
  void theExactNameComesFirst() {
    users("ada.b", "ada-b");
    PictureMatches matches = match("{username}", "ada.b.png", "ADA-B.png", "adab.png");
    assertThat(owners(matches)).isEqualTo(Map.of("ada.b.png", 1, "ADA-B.png", 2));
    assertThat(unmatched(matches)).containsExactly("adab.png");
  }

  @Test
  void oneUserGetsOneFile() {
    users("ada", "bob");
    PictureMatches nearer = match("{username}", "ada.png", "A.d.a.jpg");
    assertThat(owners(nearer)).isEqualTo(Map.of("ada.png", 1));
    assertThat(unmatched(nearer)).containsExactly("A.d.a.jpg");
    PictureMatches equal = match("{username}", "ada.png", "ada.jpg", "bob.png");
    assertThat(owners(equal)).isEqualTo(Map.of("bob.png", 2));
    assertThat(unmatched(equal)).containsExactly("ada.jpg", "ada.png");
    assertThat(equal.without()).containsExactly("ada");
  }

  @Test
  void idsAndAddressesNameUsersToo() {
    users("ada", "bob_x");
    String id = People.id(1).text();
    assertThat(owners(match("staff-{id}", "staff-" + id + ".png"))).containsValue(1);
    assertThat(owners(match("#email#", "bobx@EXAMPLE.org.png"))).containsValue(2);
    assertThat(owners(match("{email}", "bobx_example_org.png"))).containsValue(2);
  }

  @Test
  void whatFoldsToNothingIsNobody() {
    users("...", "___");
    assertThat(owners(match("{username}", "---.png"))).isEmpty();
    assertThat(owners(match("{username}", "....png"))).containsValue(1);
  }

  /** Whoever is found by a spelling is found by no other user's exact name. */
  @Test
  void anExactNameIsNeverSomebodyElses() {
    Random random = new Random(11);
    for (int i = 0; i < 60; i++) {
      StringBuilder name = new StringBuilder();
      for (int length = 1 + random.nextInt(4); length > 0; length--) {
        name.append("ab.-_A".charAt(random.nextInt(6)));
      }
      if (store.find(new UserRef.ByUsername(name.toString())).isEmpty()) {
        users(name.toString());
      }
    }
    store.list(
        user ->
            assertThat(match("{username}", user.username() + ".jpg").matched())
                .singleElement()
                .satisfies(found -> assertThat(found.id()).isEqualTo(user.id())));
  }
}
