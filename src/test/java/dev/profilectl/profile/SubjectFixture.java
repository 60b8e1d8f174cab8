package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A subject for each test, and short words for what the contract asks of it. */
public abstract class SubjectFixture {
  /** Of the running test. */
  DirectorySubject subject;

  ProfileDirectory directory;

  /** A new subject for a test. */
  protected abstract DirectorySubject start();

  @BeforeEach
  void startSubject() {
    subject = start();
    directory = subject.directory();
  }

  @AfterEach
  void closeSubject() {
    subject.close();
  }

  final Profile found() {
    return directory.find(new UserRef.ById(subject.user().text())).orElseThrow();
  }

  final List<Outcome> apply(Edit... edits) {
    return directory.apply(Arrays.asList(edits), DirectoryFixture.ORIGIN);
  }

  final Edit.Update update(ProfilePatch patch) {
    return new Edit.Update(subject.user(), patch, null);
  }

  final Edit.Update setText(String text) {
    return update(People.set(subject.freeText(), text));
  }

  final void assumeUpdates() {
    assumeTrue(directory.features().contains(Feature.UPDATE_PROFILE));
  }

  static List<FieldChange> changes(Outcome outcome) {
    assertThat(outcome).isInstanceOf(Outcome.Updated.class);
    Outcome.Updated updated = (Outcome.Updated) outcome;
    assertThat(updated.shortfall()).isNull();
    assertThat(updated.remarks()).isEmpty();
    return updated.changes();
  }
}
