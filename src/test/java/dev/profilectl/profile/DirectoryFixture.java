package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A directory for each test, and short words for what the contract asks of it. */
public abstract class DirectoryFixture {
  /** All changes are made by this one, unless said otherwise. */
  protected static final Origin ORIGIN = new Origin("run1", "tester", "because");

  /** A clock that stands still. */
  protected static final Clock CLOCK = Clock.fixed(People.NOON, ZoneOffset.UTC);

  /** The directory of the running test. */
  protected ProfileDirectory directory;

  /** A directory with nobody in it. */
  protected abstract ProfileDirectory open();

  @BeforeEach
  void openDirectory() {
    directory = open();
  }

  @AfterEach
  void closeDirectory() {
    directory.close();
  }

  protected final List<Outcome> apply(Edit... edits) {
    return directory.apply(List.of(edits), ORIGIN);
  }

  /** Makes a user with a number for an id. */
  protected final Profile create(int number, Object... keysAndValues) {
    Outcome outcome = apply(creation(number, keysAndValues)).getFirst();
    assertThat(outcome).isInstanceOf(Outcome.Created.class);
    return ((Outcome.Created) outcome).user();
  }

  /** The edit that makes {@code user<number>}, or one with the name given. */
  protected static Edit.Create creation(int number, Object... keysAndValues) {
    List<Object> all = new ArrayList<>(List.of(Field.USERNAME, "user" + number));
    all.addAll(Arrays.asList(keysAndValues));
    return new Edit.Create(People.id(number), People.set(all.toArray()));
  }

  protected static Edit.Update update(int number, Object... keysAndValues) {
    return new Edit.Update(People.id(number), People.set(keysAndValues), null);
  }

  protected static Edit.Update updateIf(int number, long version, Object... keysAndValues) {
    return new Edit.Update(People.id(number), People.set(keysAndValues), version);
  }

  protected static Edit.Delete delete(int number) {
    return new Edit.Delete(People.id(number), false);
  }

  protected static Edit.Delete purge(int number) {
    return new Edit.Delete(People.id(number), true);
  }

  protected static Edit.SetAvatar picture(int number, String content) {
    return new Edit.SetAvatar(People.id(number), avatar(content, null));
  }

  protected static Edit.RemoveAvatar removePicture(int number) {
    return new Edit.RemoveAvatar(People.id(number));
  }

  /** A picture as far as a directory cares: bytes and what they are said to be. */
  protected static NewAvatar avatar(String content, @Nullable String original) {
    return new NewAvatar(
        blob(content),
        new Avatar.Shape("png", 3, 4),
        "avatar.png",
        original == null ? null : blob(original));
  }

  protected static Blob blob(String content) {
    return Blob.of(content.getBytes(StandardCharsets.UTF_8));
  }

  protected final Optional<Profile> find(int number) {
    return directory.find(new UserRef.ById(People.id(number).text()));
  }

  protected final Profile there(int number) {
    return find(number).orElseThrow();
  }

  protected final Optional<Profile> named(String username) {
    return directory.find(new UserRef.ByUsername(username));
  }

  protected final List<HistoryEntry> history(int number) {
    return directory.history(new UserRef.ById(People.id(number).text())).orElseThrow().entries();
  }

  protected final List<Profile> all() {
    List<Profile> users = new ArrayList<>();
    directory.list(users::add);
    return users;
  }

  /** The kind of an outcome, and the code of a failure. */
  protected static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      Failure failure = failed.failure();
      return failure.problems().isEmpty()
          ? failure.sentence().key()
          : failure.problems().getFirst().code();
    }
    return outcome.getClass().getSimpleName();
  }

  protected static List<String> words(List<Outcome> outcomes) {
    return outcomes.stream().map(DirectoryFixture::word).toList();
  }
}
