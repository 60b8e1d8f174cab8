package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.Seeds.Kept;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.seed.MadeUser;
import dev.profilectl.seed.MadeUsers;
import dev.profilectl.seed.Sowing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Made-up users in a real store. */
class SeedTableTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final int COUNT = 60;

  @TempDir Path folder;
  private SqliteDirectory store;
  private Seeds seeds;

  @BeforeEach
  void open() {
    Stores.create(folder.resolve("s.db"), 1, Field.USERNAME, "ada", Field.CITY, "London");
    store = Stores.open(folder.resolve("s.db"));
    seeds = store.seeds();
  }

  @AfterEach
  void leavesASoundStore() {
    assertThat(store.care().check()).isEmpty();
    store.close();
  }

  private static MadeUsers users(String tag) {
    return new MadeUsers(new Plan(tag, 42, NOW, true), null);
  }

  private int make(MadeUsers users, int count, @Nullable Instant expires) {
    Sowing sowing = new Sowing(seeds, users);
    BitSet missing = sowing.missing(count);
    sowing.make(missing, expires, Stores.ORIGIN, _ -> {});
    return missing.cardinality();
  }

  private Map<String, Profile> everybody() {
    Map<String, Profile> all = new TreeMap<>();
    store.list(user -> all.put(user.username(), user));
    return all;
  }

  @Test
  void everybodyIsStoredAsMadeUp() {
    assertThat(make(users("ci-7"), COUNT, null)).isEqualTo(COUNT);
    for (int number = 1; number <= COUNT; number++) {
      MadeUser made = users("ci-7").user(number);
      Profile stored = store.find(new UserRef.ById(made.id().text())).orElseThrow();
      assertThat(made.patch().changesOn(stored)).isEmpty();
      assertThat(stored.get(Field.CREATE_AT)).isEqualTo(made.at());
      assertThat(store.avatar(made.id()).isPresent()).isEqualTo(made.pictured());
      assertThat(stored.version()).isEqualTo(made.pictured() ? 2 : 1);
    }
  }

  @Test
  void twiceChangesNothingAndMoreAddsTheRest() {
    make(users("ci-7"), 20, null);
    Map<String, Profile> first = everybody();
    assertThat(make(users("ci-7"), 20, null)).isZero();
    assertThat(make(users("ci-7"), 10, null)).isZero();
    assertThat(everybody()).isEqualTo(first);
    assertThat(make(users("ci-7"), COUNT, null)).isEqualTo(COUNT - 20);
    assertThat(everybody()).containsAllEntriesOf(first).hasSize(1 + COUNT);
  }

  @Test
  void whoWasChangedStaysAndWhoWasDeletedComesBack() {
    make(users("ci-7"), 10, null);
    UserId changed = users("ci-7").user(3).id();
    UserId deleted = users("ci-7").user(5).id();
    UserId purged = users("ci-7").user(7).id();
    ProfilePatch patch =
        new ProfilePatch(Map.of(Field.CITY, "Oz", Field.USERNAME, "other"), Set.of());
    store.apply(
        List.of(
            new Edit.Update(changed, patch, null),
            new Edit.Delete(deleted, false),
            new Edit.Delete(purged, true)),
        Stores.ORIGIN);
    assertThat(make(users("ci-7"), 10, null)).isEqualTo(2);
    assertThat(everybody()).hasSize(1 + 10).containsKey("other");
    assertThat(store.find(new UserRef.ById(deleted.text()))).isPresent();
    assertThat(seeds.remove("ci-7")).isEqualTo(10);
    assertThat(everybody()).containsOnlyKeys("ada");
  }

  @Test
  void nothingOfThemIsLeftAndNothingElseIsGone() throws IOException {
    make(users("ci-7"), COUNT, null);
    make(users("ci-8"), COUNT, null);
    store.apply(List.of(new Edit.Delete(users("ci-7").user(9).id(), false)), Stores.ORIGIN);
    assertThat(seeds.remove("ci-7")).isEqualTo(COUNT);
    assertThat(seeds.all()).extracting(kept -> kept.plan().tag()).containsExactly("ci-8");
    assertThat(seeds.remove("ci-8")).isEqualTo(COUNT);
    assertThat(everybody()).containsOnlyKeys("ada");
    assertThat(store.care().info()).containsEntry("pictures", 0L).containsEntry("changes", 1L);
    assertThat(Stores.contents(folder).values()).noneMatch(bytes -> bytes.contains("ci-7-0003"));
    assertThat(seeds.remove("ci-7")).isZero();
  }

  @Test
  void anotherPlanUnderTheTagIsRefused() {
    make(users("ci-7"), 5, null);
    MadeUsers other = new MadeUsers(new Plan("ci-7", 43, NOW, true), null);
    assertThatThrownBy(() -> make(other, 5, null))
        .isInstanceOf(Conflict.class)
        .hasMessageContaining("--seed 42");
    assertThatThrownBy(() -> seeds.refuseOther(other.plan())).isInstanceOf(Conflict.class);
    seeds.refuseOther(users("ci-7").plan());
    assertThat(seeds.all()).hasSize(1);
  }

  @Test
  void somebodyElsesNameIsNotTaken() {
    Stores.create(folder.resolve("s.db"), 2, Field.USERNAME, "CI-7-0003");
    assertThatThrownBy(() -> make(users("ci-7"), 5, null)).isInstanceOf(Conflict.class);
    assertThat(everybody()).containsOnlyKeys("ada", "CI-7-0003");
    assertThat(seeds.remove("ci-7")).isZero();
    assertThat(everybody()).containsOnlyKeys("ada", "CI-7-0003");
  }

  @Test
  void aTagThatWasCleanedMeanwhileGetsNobody() {
    MadeUsers users = users("ci-7");
    seeds.keep(users.plan(), null);
    seeds.remove("ci-7");
    assertThatThrownBy(() -> seeds.plant("ci-7", List.of(users.seedling(1)), Stores.ORIGIN))
        .isInstanceOf(Conflict.class);
    assertThat(everybody()).containsOnlyKeys("ada");
  }

  @Test
  void theTimeIsOnlyEverProlonged() {
    Plan plan = users("ci-7").plan();
    Instant soon = NOW.plusSeconds(60);
    seeds.keep(plan, soon);
    assertThat(expires()).isEqualTo(soon);
    seeds.keep(plan, soon.minusSeconds(1));
    assertThat(expires()).isEqualTo(soon);
    seeds.keep(plan, soon.plusSeconds(1));
    assertThat(expires()).isEqualTo(soon.plusSeconds(1));
    seeds.keep(plan, null);
    assertThat(expires()).isEqualTo(soon.plusSeconds(1));
    seeds.remove("ci-7");
    seeds.keep(plan, null);
    seeds.keep(plan, soon);
    assertThat(expires()).isNull();
  }

  private @Nullable Instant expires() {
    return seeds.all().stream().findFirst().map(Kept::expires).orElse(null);
  }

  @Test
  void allHaveThePasswordAndNobodyReadsIt() throws IOException {
    MadeUsers users = new MadeUsers(users("ci-7").plan(), new Secret("seed-password"));
    make(users, 10, null);
    assertThat(store.tokens().login("ci-7-0003", new Secret("seed-password")))
        .contains(users.user(3).id());
    assertThat(store.tokens().login("ci-7-0003", new Secret("seed-passwort"))).isEmpty();
    assertThat(Stores.contents(folder).values())
        .noneMatch(bytes -> bytes.contains("seed-password"));
  }

  @Test
  void whoeverIsPurgedIsPurgedOfTheTagToo() {
    make(users("ci-7"), 3, null);
    store.apply(List.of(new Edit.Delete(users("ci-7").user(1).id(), true)), Stores.ORIGIN);
    assertThat(seeds.all()).extracting(Kept::users).containsExactly(2L);
    assertThat(store.find(new UserRef.ById(People.id(1).text()))).isPresent();
  }
}
