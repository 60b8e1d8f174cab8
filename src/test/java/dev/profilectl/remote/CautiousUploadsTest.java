package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.AnqicmsQuirk;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.Response;
import dev.profilectl.remote.fake.West2Quirk;
import dev.profilectl.remote.fake.West2Variant;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A picture that goes wrong on its way: what is told is what is. */
class CautiousUploadsTest {
  private static final List<LiveSystem.Kind> KINDS =
      List.of(
          LiveSystem.Kind.WEIDU,
          LiveSystem.Kind.WEST2_SPEC,
          LiveSystem.Kind.WEST2_A,
          LiveSystem.Kind.WEST2_C,
          LiveSystem.Kind.ANQICMS,
          LiveSystem.Kind.ZAIHANGYUN);

  @TempDir Path folder;

  static Stream<Arguments> everyFault() {
    return KINDS.stream()
        .flatMap(
            kind -> Arrays.stream(Spoiled.values()).map(spoiled -> Arguments.of(kind, spoiled)));
  }

  private Remotes remotes(Spoiled spoiled) {
    boolean slow = spoiled == Spoiled.DRIPPING || spoiled == Spoiled.LATE;
    return slow ? remotes().with(TargetSetting.TIMEOUT, "700ms") : remotes();
  }

  private Remotes remotes() {
    return new Remotes(folder)
        .with(TargetSetting.RETRIES, "1")
        .with(TargetSetting.RETRY_MAX_WAIT, "10s");
  }

  private static Outcome upload(LiveSystem live, ProfileDirectory directory, NewAvatar avatar) {
    Edit edit = new Edit.SetAvatar(new UserId(live.id()), avatar);
    return directory.apply(List.of(edit), Remotes.ORIGIN).getFirst();
  }

  private static Outcome upload(LiveSystem live, ProfileDirectory directory) {
    return upload(live, directory, SeenPictures.sample(0));
  }

  private static boolean hasPicture(LiveSystem live) {
    byte[] sent = SeenPictures.sample(0).content().bytes();
    return live.picture().filter(stored -> new SeenPictures().alike(stored, sent)).isPresent();
  }

  private static long count(LiveSystem live, Predicate<Request> which) {
    return live.server().requests().stream().filter(which).count();
  }

  private static Failure failure(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    return ((Outcome.Failed) outcome).failure();
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void onceSpoiledThePictureIsThereAllTheSame(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(directory.find(new UserRef.Owner())).isPresent();
      live.server().next(spoiled.fault);
      Outcome outcome = upload(live, directory);
      if (outcome instanceof Outcome.Updated updated) {
        assertThat(updated.shortfall()).isNull();
      } else {
        assertThat(spoiled.leavesAnAnswerBehind()).isTrue();
        assertThat(failure(outcome)).isInstanceOf(Failure.Unavailable.class);
        return;
      }
      assertThat(hasPicture(live)).isTrue();
      // Of weidu the upload is but a file that nobody uses yet, which cannot be read back.
      boolean unseen = kind == LiveSystem.Kind.WEIDU && spoiled != Spoiled.TWICE;
      boolean again = !spoiled.done || unseen;
      assertThat(count(live, LiveSystem::isUpload)).isEqualTo(again ? 2 : 1);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void alwaysSpoiledItIsToldAsWhatItIs(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      live.server().on(LiveSystem::isUpload, spoiled.fault);
      Outcome outcome = upload(live, directory);
      if (outcome instanceof Outcome.Updated) {
        assertThat(hasPicture(live)).isTrue();
      } else {
        assertThat(failure(outcome)).isInstanceOf(Failure.Unavailable.class);
        boolean told = spoiled.done && kind != LiveSystem.Kind.WEIDU;
        assertThat(told && !spoiled.leavesAnAnswerBehind()).isFalse();
      }
      assertThat(count(live, LiveSystem::isUpload)).isLessThanOrEqualTo(2);
    }
  }

  @ParameterizedTest
  @EnumSource(Spoiled.class)
  void weidusSecondStepIsReadBack(Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = LiveSystem.Kind.WEIDU.start();
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(directory.find(new UserRef.Owner())).isPresent();
      live.server().next(Fault.NONE, spoiled.fault);
      Outcome outcome = upload(live, directory);
      assertThat(outcome instanceof Outcome.Updated || spoiled.leavesAnAnswerBehind()).isTrue();
      assertThat(hasPicture(live)).isTrue();
      assertThat(count(live, LiveSystem::isUpload)).isEqualTo(1);
      assertThat(count(live, request -> request.path().endsWith("/users/avatar")))
          .isEqualTo(spoiled.done ? 1 : 2);
    }
  }

  @Test
  void aPictureThatCannotBeFetchedNowIsFetchedAgain() {
    try (LiveSystem live = LiveSystem.Kind.WEST2_SPEC.start();
        ProfileDirectory directory = remotes().with(TargetSetting.RETRIES, "2").open(live)) {
      UserId owner = new UserId(live.id());
      upload(live, directory);
      live.server().next(Fault.NONE, Fault.status(503), Fault.RESET_BEFORE_READ);
      assertThat(directory.avatar(owner)).isPresent();
      live.server().on(request -> request.path().contains("avatar"), Fault.status(429));
      // not "there is none", which would be another thing
      assertThatThrownBy(() -> directory.avatar(owner)).isInstanceOf(Failure.Unavailable.class);
      live.server().heal();
      live.server().on(request -> request.path().contains("avatar"), Fault.status(404));
      assertThat(directory.avatar(owner)).isEmpty();
    }
  }

  @Test
  void aFileThatNobodyHasIsNotAdopted() {
    Remotes remotes = remotes();
    try (LiveSystem live = LiveSystem.Kind.WEIDU.start();
        ProfileDirectory directory = remotes.open(live)) {
      Edit edit = new Edit.AdoptAvatar(new UserId(live.id()), "nosuchfile");
      Outcome outcome = directory.apply(List.of(edit), Remotes.ORIGIN).getFirst();
      assertThat(failure(outcome).getMessage()).contains("40005");
      assertThat(live.columns()).containsEntry("avatar_url", "");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = LiveSystem.Kind.class,
      names = {"WEIDU", "WEST2_SPEC", "ANQICMS", "ZAIHANGYUN"})
  void tooLargeIsToldAsThat(LiveSystem.Kind kind) {
    Remotes remotes = remotes();
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      Response plain = Response.text(413, "text/plain", "Request Entity Too Large");
      live.server().on(LiveSystem::isUpload, Fault.instead(plain));
      Failure failure = failure(upload(live, directory));
      assertThat(failure).isInstanceOf(Failure.Invalid.class);
      assertThat(failure.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.code()).isEqualTo("image-too-large");
                assertThat(problem.parameters()).containsKey("server");
              });
      assertThat(count(live, LiveSystem::isUpload)).isEqualTo(1);
      assertThat(live.picture()).isEqualTo(Optional.empty());
    }
  }

  @Test
  void whatIsTooLargeForZaihangyunIsToldByItsCode() {
    Remotes remotes = remotes();
    try (LiveSystem live = LiveSystem.Kind.ZAIHANGYUN.start();
        ProfileDirectory directory = remotes.open(live)) {
      NewAvatar small = SeenPictures.sample(0);
      byte[] padded = Arrays.copyOf(small.content().bytes(), (2 << 20) + 1);
      NewAvatar large = new NewAvatar(Blob.of(padded), small.shape(), small.fileName(), null);
      Failure failure = failure(upload(live, directory, large));
      assertThat(failure.problems().getFirst().code()).isEqualTo("image-too-large");
    }
  }

  @Test
  void aStoredPictureThatTheProfileDoesNotNameIsPartial() {
    Remotes remotes = remotes();
    try (LiveWest2 live = new LiveWest2(West2Variant.A, manners -> manners);
        ProfileDirectory directory = remotes.open(live)) {
      live.server()
          .on(
              LiveSystem::isUpload,
              Fault.instead(Response.json(200, "{\"base\":{\"code\":10000},\"data\":null}")));
      Outcome outcome = upload(live, directory);
      assertThat(outcome).isInstanceOf(Outcome.Updated.class);
      Outcome.Updated updated = (Outcome.Updated) outcome;
      assertThat(updated.changes()).isEmpty();
      assertThat(updated.shortfall()).isNotNull();
      assertThat(updated.user().get(Field.AVATAR_URL)).isNull();
    }
  }

  @Test
  void aDeletedUserIsNoSuccess() {
    Remotes remotes = remotes();
    try (LiveWest2 live = new LiveWest2(West2Variant.A, manners -> manners);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(directory.find(new UserRef.Owner())).isPresent();
      live.fake.delete(live.id());
      assertThat(failure(upload(live, directory))).isInstanceOf(Failure.Unavailable.class);
    }
  }

  @Test
  void aRefusalInsideASuccessIsARefusal() {
    Remotes remotes = remotes();
    try (LiveWest2 live = new LiveWest2(West2Variant.B, manners -> manners);
        ProfileDirectory directory = remotes.open(live)) {
      NewAvatar text =
          new NewAvatar(Blob.of(new byte[600]), SeenPictures.sample(0).shape(), "avatar.jpg", null);
      assertThat(failure(upload(live, directory, text)).getMessage()).contains("not a picture");
      assertThat(live.picture()).isEmpty();
    }
  }

  @Test
  void onlyTheFirstLineOfAnErrorIsTold() {
    Remotes remotes = remotes();
    try (LiveWest2 live = new LiveWest2(West2Variant.SPEC, manners -> manners);
        ProfileDirectory directory = remotes.open(live)) {
      live.fake.turnOn(West2Quirk.SQL_ERROR);
      assertThat(failure(upload(live, directory)).getMessage())
          .contains("Error updating database")
          .doesNotContain("UPDATE user SET")
          .doesNotContain("\n");
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = AnqicmsQuirk.class,
      names = {"FULL_DISK", "NOT_INSTALLED", "CLOSED", "LIMITED", "PANICS"})
  void aSickSiteIsNoSuccess(AnqicmsQuirk quirk) {
    Remotes remotes = remotes();
    try (LiveAnqicms live = new LiveAnqicms(manners -> manners);
        ProfileDirectory directory = remotes.open(live)) {
      assertThat(directory.find(new UserRef.Owner())).isPresent();
      live.fake.turnOn(quirk);
      assertThat(failure(upload(live, directory)))
          .isInstanceOfAny(Failure.Unavailable.class, Failure.Denied.class);
      assertThat(live.picture()).isEmpty();
    }
  }
}
