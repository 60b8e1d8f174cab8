package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.DryRun;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.remote.fake.AnqicmsQuirk;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a system destroys besides, loses or keeps to itself: told before, or told after. */
class LossesTest {
  private static final String OLD_HASH = "5f4dcc3b5aa765d61d8327deb882cf99";

  @TempDir Path folder;

  private static Outcome apply(
      LiveSystem live, ProfileDirectory directory, ProfilePatch patch, String... accepted) {
    Edit edit = new Edit.Update(new UserId(live.id()), patch, null, Set.of(accepted));
    return directory.apply(List.of(edit), Remotes.ORIGIN).getFirst();
  }

  private static Failure.Conflict conflict(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    Failure failure = ((Outcome.Failed) outcome).failure();
    assertThat(failure).isInstanceOf(Failure.Conflict.class);
    return (Failure.Conflict) failure;
  }

  private static Outcome.Updated updated(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Updated.class);
    return (Outcome.Updated) outcome;
  }

  private static List<String> told(Outcome.Updated updated) {
    return updated.remarks().stream().map(remark -> remark.in(Locale.ENGLISH)).toList();
  }

  private LiveZaihangyun zaihangyun(String column, Object value) {
    LiveZaihangyun live = new LiveZaihangyun(false, UnaryOperator.identity());
    live.set(column, value);
    return live;
  }

  @Test
  void zaihangyunsBirthdayIsSentAgain() {
    try (LiveZaihangyun live = zaihangyun("city", "x");
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      assertThat(updated(apply(live, directory, People.set(Field.CITY, "Paris"))).changes())
          .containsExactly(new FieldChange(Field.CITY, "x", "Paris"));
      assertThat(live.columns()).containsEntry("birthday", "1815-12-10");
      apply(live, directory, People.set(Field.BIRTHDAY, LocalDate.of(2000, 2, 29)));
      assertThat(live.columns()).containsEntry("birthday", "2000-02-29");
      apply(live, directory, People.clear(Field.BIRTHDAY));
      assertThat(live.columns()).containsEntry("birthday", "");
    }
  }

  @Test
  void zaihangyunsPasswordIsNotDestroyedUnlessThatIsAccepted() {
    try (LiveZaihangyun live = zaihangyun("password", OLD_HASH);
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      ProfilePatch patch = People.set(Field.CITY, "Paris");
      for (String[] accepted : new String[][] {{}, {"mcode"}, {"Password"}, {"all"}}) {
        Failure.Conflict conflict = conflict(apply(live, directory, patch, accepted));
        assertThat(conflict.getMessage())
            .contains("--accept-loss password")
            .doesNotContain("mcode")
            .doesNotContain(OLD_HASH);
        assertThat(conflict.problems().getFirst().code()).isEqualTo("would-lose");
      }
      assertThat(live.changes()).isZero();
      assertThat(live.columns()).containsEntry("password", OLD_HASH);
      Outcome.Updated done = updated(apply(live, directory, patch, "password"));
      assertThat(done.changes())
          .containsExactlyInAnyOrder(
              new FieldChange(Field.CITY, "London", "Paris"),
              new FieldChange(Field.PASSWORD, FieldChange.HIDDEN_SECRET, null));
      assertThat(told(done)).singleElement().asString().contains("password");
      assertThat(live.columns()).containsEntry("password", "").containsEntry("city", "Paris");
    }
  }

  @Test
  void aNewPasswordLosesNothing() {
    try (LiveZaihangyun live = zaihangyun("password", OLD_HASH);
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      ProfilePatch patch = People.set(Field.PASSWORD, new Secret("s3cret!"), Field.CITY, "Paris");
      assertThat(updated(apply(live, directory, patch)).changes())
          .extracting(FieldChange::field)
          .containsExactlyInAnyOrder(Field.PASSWORD, Field.CITY);
      String hash = live.columns().getOrDefault("password", "");
      assertThat(hash).isNotEqualTo(OLD_HASH).hasSize(32);
      int sent = live.changes();
      assertThat(apply(live, directory, patch)).isInstanceOf(Outcome.Unchanged.class);
      assertThat(live.changes()).isEqualTo(sent);
    }
  }

  @Test
  void whatIsAsAskedAlreadyLosesNothing() {
    try (LiveZaihangyun live = zaihangyun("password", OLD_HASH);
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      assertThat(apply(live, directory, People.set(Field.CITY, "London")))
          .isInstanceOf(Outcome.Unchanged.class);
      assertThat(live.changes()).isZero();
    }
  }

  @Test
  void eachLossHasAWordOfItsOwn() {
    try (LiveZaihangyun live = zaihangyun("password", OLD_HASH);
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.set("mcode", "+1");
      ProfilePatch patch = People.set(Field.CITY, "Paris");
      assertThat(conflict(apply(live, directory, patch)).getMessage())
          .contains("--accept-loss password,mcode")
          .contains("+1");
      assertThat(conflict(apply(live, directory, patch, "password")).getMessage())
          .contains("--accept-loss mcode");
      assertThat(conflict(apply(live, directory, patch, "mcode")).getMessage())
          .contains("--accept-loss password");
      assertThat(live.changes()).isZero();
      Outcome.Updated done = updated(apply(live, directory, patch, "mcode", "password"));
      assertThat(String.join("|", told(done))).contains("mcode from \"+1\" to \"+86\"");
      assertThat(live.columns()).containsEntry("mcode", "+86");
    }
  }

  @Test
  void aDryRunIsRefusedForTheSameLosses() {
    try (LiveZaihangyun live = zaihangyun("mcode", "+1");
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      ProfileDirectory dry = new DryRun(directory, new TestTime(), new Random(1));
      ProfilePatch patch = People.set(Field.CITY, "Paris");
      assertThat(conflict(apply(live, dry, patch)).getMessage())
          .isEqualTo(conflict(apply(live, directory, patch)).getMessage());
      assertThat(apply(live, dry, patch, "mcode")).isInstanceOf(Outcome.Updated.class);
      assertThat(live.changes()).isZero();
    }
  }

  @Test
  void aCollisionOfTheResetPrefixIsAFailureAndChangesNothing() {
    try (LiveZaihangyun live = zaihangyun("mcode", "+1");
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.fake.user("other", Map.of("mobile", "1", "mcode", "+86"));
      Outcome outcome = apply(live, directory, People.set(Field.CITY, "Paris"), "mcode");
      assertThat(((Outcome.Failed) outcome).failure()).isInstanceOf(Failure.Fault.class);
      assertThat(((Outcome.Failed) outcome).failure().problems().getFirst().code())
          .isEqualTo("400250");
      assertThat(live.columns()).containsEntry("mcode", "+1").containsEntry("city", "London");
    }
  }

  @Test
  void anqicmsTakesContactsOnce() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      ProfilePatch first = People.set(Field.EMAIL, "a@b.example", Field.MOBILE, "138");
      assertThat(updated(apply(live, directory, first)).shortfall()).isNull();
      int sent = live.changes();
      assertThat(apply(live, directory, first)).isInstanceOf(Outcome.Unchanged.class);
      for (ProfilePatch later :
          List.of(
              People.set(Field.EMAIL, "c@d.example"),
              People.set(Field.MOBILE, "139", Field.DESC, "x"),
              People.clear(Field.EMAIL))) {
        Failure.Conflict conflict = conflict(apply(live, directory, later));
        assertThat(conflict.problems().getFirst().code()).isEqualTo("set-once");
      }
      assertThat(live.changes()).isEqualTo(sent);
      assertThat(live.columns())
          .containsEntry("email", "a@b.example")
          .containsEntry("phone", "138");
    }
  }

  @Test
  void whatAnqicmsCannotHoldIsRefusedBefore() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      Outcome outcome = apply(live, directory, People.set(Field.MOBILE, "1".repeat(21)));
      assertThat(((Outcome.Failed) outcome).failure().problems().getFirst().code())
          .isEqualTo("text-too-long");
      assertThat(live.changes()).isZero();
    }
  }

  @Test
  void aLostWriteIsToldByItsFields() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.fake.turnOn(AnqicmsQuirk.LOST_WRITES);
      Outcome.Updated outcome =
          updated(
              apply(live, directory, People.set(Field.DESC, "new", Field.NICKNAME, "Countess")));
      assertThat(outcome.changes()).isEmpty();
      Failure.Partial shortfall = Objects.requireNonNull(outcome.shortfall());
      assertThat(shortfall.getMessage()).contains("nickname, desc");
      assertThat(shortfall.problems())
          .extracting(problem -> problem.field() + " " + problem.code())
          .containsExactly("nickname not-taken", "desc not-taken");
      assertThat(outcome.user().get(Field.NICKNAME)).isEqualTo("Ada");
    }
  }

  @Test
  void aFirstNameMakesTheNickname() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity());
        ProfileDirectory directory = new Remotes(folder).open(live)) {
      live.set("first_name", "Augusta");
      live.set("last_name", "King");
      ProfilePatch about = People.set(Field.DESC, "x");
      assertThat(conflict(apply(live, directory, about)).getMessage())
          .contains("--accept-loss nickname")
          .contains("Augusta King");
      ProfilePatch named = People.set(Field.NICKNAME, "Countess");
      assertThat(conflict(apply(live, directory, named)).getMessage())
          .contains("--accept-loss first_name");
      assertThat(live.changes()).isZero();
      Outcome.Updated accepted = updated(apply(live, directory, about, "nickname"));
      assertThat(accepted.changes())
          .contains(new FieldChange(Field.NICKNAME, "Ada", "Augusta King"));
      assertThat(told(accepted)).singleElement().asString().contains("nickname");
      // From now on the nickname is what the two names make, and nothing is lost.
      assertThat(told(updated(apply(live, directory, People.set(Field.DESC, "y"))))).isEmpty();
      Outcome.Updated renamed = updated(apply(live, directory, named, "first_name"));
      assertThat(renamed.shortfall()).isNull();
      assertThat(String.join("|", told(renamed)))
          .contains("first_name from \"Augusta\" to \"\"")
          .contains("last_name from \"King\" to \"\"");
      assertThat(live.columns())
          .containsEntry("real_name", "Countess")
          .containsEntry("first_name", "");
    }
  }
}
