package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Request;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** An update that goes wrong on its way: what is told is what is, and nothing is done twice. */
class CautiousUpdatesTest {
  private static final List<LiveSystem.Kind> KINDS =
      List.of(LiveSystem.Kind.WEIDU, LiveSystem.Kind.ANQICMS, LiveSystem.Kind.ZAIHANGYUN);

  @TempDir Path folder;

  static Stream<Arguments> everyFault() {
    return KINDS.stream()
        .flatMap(
            kind -> Arrays.stream(Spoiled.values()).map(spoiled -> Arguments.of(kind, spoiled)));
  }

  static Stream<LiveSystem.Kind> kinds() {
    return KINDS.stream();
  }

  private Remotes remotes(Spoiled spoiled) {
    boolean slow = spoiled == Spoiled.DRIPPING || spoiled == Spoiled.LATE;
    return slow ? remotes().with(TargetSetting.TIMEOUT, "700ms") : remotes();
  }

  private Remotes remotes() {
    return new Remotes(folder)
        .with(TargetSetting.RETRIES, "2")
        .with(TargetSetting.RETRY_MAX_WAIT, "10s");
  }

  /** Reads the user, so that the next request is the change, and starts counting. */
  private static void ready(LiveSystem live, ProfileDirectory directory) {
    assertThat(directory.find(new UserRef.Owner())).isPresent();
    live.server().clear();
  }

  private static Outcome change(LiveSystem live, ProfileDirectory directory) {
    Edit edit =
        new Edit.Update(new UserId(live.id()), People.set(live.freeText(), "changed"), null);
    return directory.apply(List.of(edit), Remotes.ORIGIN).getFirst();
  }

  private static boolean isChanged(LiveSystem live) {
    return live.columns().getOrDefault(live.column(live.freeText()), "").equals("changed");
  }

  private static List<String> sent(LiveSystem live) {
    return live.server().requests().stream()
        .map(request -> LiveSystem.isUpdate(request) ? "write" : "read")
        .toList();
  }

  private static void isUnavailable(Outcome outcome) {
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.failure()).isInstanceOf(Failure.Unavailable.class));
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void onceSpoiledItIsDoneOnceAllTheSame(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().next(spoiled.fault);
      Outcome outcome = change(live, directory);
      if (outcome instanceof Outcome.Updated updated) {
        assertThat(updated.shortfall()).isNull();
      } else {
        assertThat(spoiled.leavesAnAnswerBehind()).isTrue();
        isUnavailable(outcome);
      }
      assertThat(isChanged(live)).isTrue();
      assertThat(sent(live).stream().filter("write"::equals)).hasSize(spoiled.done ? 1 : 2);
      readsBetweenWrites(live, spoiled);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void alwaysSpoiledItIsToldAsWhatItIs(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().on(LiveSystem::isUpdate, spoiled.fault);
      Outcome outcome = change(live, directory);
      if (spoiled.done) {
        if (!(outcome instanceof Outcome.Updated)) {
          assertThat(spoiled.leavesAnAnswerBehind()).isTrue();
          isUnavailable(outcome);
        }
        assertThat(sent(live).stream().filter("write"::equals)).hasSize(1);
      } else {
        isUnavailable(outcome);
        assertThat(sent(live).stream().filter("write"::equals)).hasSize(3);
      }
      assertThat(isChanged(live)).isEqualTo(spoiled.done);
      readsBetweenWrites(live, spoiled);
    }
  }

  private static void readsBetweenWrites(LiveSystem live, Spoiled spoiled) {
    if (!spoiled.isRefusal()) {
      assertThat(String.join(" ", sent(live))).doesNotContain("write write");
    }
  }

  /** The server is gone after the change: nobody can tell, so nobody says it was done. */
  @ParameterizedTest
  @MethodSource("everyFault")
  void whatCannotBeReadBackIsNotKnown(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().on(LiveSystem::isUpdate, spoiled.fault);
      live.server().on(request -> !LiveSystem.isUpdate(request), Fault.status(502));
      Outcome outcome = change(live, directory);
      // A second answer to the change may be taken for one to the read back, and tells the truth.
      if (!(spoiled.leavesAnAnswerBehind() && outcome instanceof Outcome.Updated)) {
        isUnavailable(outcome);
      }
      long writes = sent(live).stream().filter("write"::equals).count();
      assertThat(writes).isEqualTo(spoiled.isRefusal() ? 3 : 1);
      assertThat(isChanged(live)).isEqualTo(spoiled.done);
    }
  }

  @ParameterizedTest
  @MethodSource("everyFault")
  void aReadThatIsSpoiledIsSimplyRepeated(LiveSystem.Kind kind, Spoiled spoiled) {
    Remotes remotes = remotes(spoiled);
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      live.server().next(spoiled.fault);
      if (spoiled == Spoiled.PAGE || spoiled == Spoiled.PAGE_AFTERWARDS) {
        return; // a page is an answer, and says that this is not the system
      }
      Outcome outcome = change(live, directory);
      if (!(outcome instanceof Outcome.Updated)) {
        assertThat(spoiled.leavesAnAnswerBehind()).isTrue();
        isUnavailable(outcome);
      }
      assertThat(isChanged(live)).isTrue();
      assertThat(sent(live).stream().filter("write"::equals)).hasSize(1);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void anEmpty413IsNoSuccess(LiveSystem.Kind kind) {
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes().open(live)) {
      ready(live, directory);
      live.server().on(LiveSystem::isUpdate, Fault.EMPTY_413);
      isUnavailable(change(live, directory));
      assertThat(isChanged(live)).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aServerIsGivenTheTimeItAsksFor(Asked asked) {
    LiveSystem.Kind kind = LiveSystem.Kind.ZAIHANGYUN;
    Remotes remotes = remotes();
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().next(Fault.retryAfter(429, asked.value()));
      Outcome outcome = change(live, directory);
      if (asked.seconds > 10) {
        isUnavailable(outcome);
        assertThat(remotes.time.pauses()).isEmpty();
        assertThat(sent(live)).containsExactly("write");
      } else {
        assertThat(outcome).isInstanceOf(Outcome.Updated.class);
        assertThat(remotes.time.pauses())
            .isEqualTo(asked.seconds == 0 ? List.of() : List.of(Duration.ofSeconds(asked.seconds)));
      }
    }
  }

  /** How long a server may ask to wait. */
  enum Asked {
    SECONDS(7, false),
    DATE(7, true),
    PAST(0, true),
    ALL_THERE_IS(10, false),
    TOO_LONG(11, false),
    TOO_LONG_DATE(3600, true);

    final long seconds;
    private final boolean date;

    Asked(long seconds, boolean date) {
      this.seconds = seconds;
      this.date = date;
    }

    String value() {
      long shown = this == PAST ? -60 : seconds;
      return date
          ? DateTimeFormatter.RFC_1123_DATE_TIME.format(
              TestTime.START.plusSeconds(shown).atOffset(ZoneOffset.UTC))
          : String.valueOf(shown);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anUnreadableRetryAfterIsBackedOffFrom(Nonsense nonsense) {
    Remotes remotes = remotes();
    try (LiveSystem live = LiveSystem.Kind.ANQICMS.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().next(Fault.retryAfter(429, nonsense.value));
      assertThat(change(live, directory)).isInstanceOf(Outcome.Updated.class);
      assertThat(remotes.time.pauses())
          .allMatch(pause -> pause.compareTo(Duration.ofMillis(250)) <= 0);
    }
  }

  /** What no server should say. */
  enum Nonsense {
    WORD("soon"),
    NEGATIVE("-5"),
    FRACTION("1.5"),
    HUGE("99999999999999999999");

    final String value;

    Nonsense(String value) {
      this.value = value;
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void noRetriesMeansOneAttempt(LiveSystem.Kind kind) {
    Remotes remotes = new Remotes(folder).with(TargetSetting.RETRIES, "0");
    try (LiveSystem live = kind.start();
        ProfileDirectory directory = remotes.open(live)) {
      ready(live, directory);
      live.server().on(LiveSystem::isUpdate, Fault.status(500));
      isUnavailable(change(live, directory));
      assertThat(live.server().requests().stream().filter(LiveSystem::isUpdate).map(Request::path))
          .hasSize(1);
      assertThat(isChanged(live)).isFalse();
    }
  }
}
