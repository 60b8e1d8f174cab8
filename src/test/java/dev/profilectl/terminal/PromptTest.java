package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptTest {
  private static final Message QUESTION = Message.of("invalid", "x");

  /** Answers in turn; {@code ^C} and {@code ^D} are the keys. */
  private static final class Typed implements Keyboard {
    final Deque<String> answers;
    final List<String> shown = new ArrayList<>();

    Typed(String... answers) {
      this.answers = new ArrayDeque<>(Arrays.asList(answers));
    }

    @Override
    public Optional<String> read(String prompt, boolean hidden, Check check) {
      shown.add((hidden ? "hidden " : "") + prompt);
      String answer = answers.removeFirst();
      if (answer.equals("^C")) {
        throw new Failure.Interrupted(Message.of("terminal.interrupted"));
      }
      return answer.equals("^D") ? Optional.empty() : Optional.of(answer);
    }
  }

  private static Prompt prompt(Typed typed) {
    return new Prompt(true, Locale.ENGLISH, typed);
  }

  @Test
  void asksANewSecretTwice() {
    Typed typed = new Typed("s3cret", "s3cret");
    assertThat(prompt(typed).newSecret(QUESTION, "--password-file", Check.NONE)).contains("s3cret");
    assertThat(typed.shown)
        .containsExactly("hidden x is not valid: ", "hidden x is not valid, once more: ");
  }

  @Test
  void asksAgainWhereTheTwoDiffer() {
    Typed typed = new Typed("one", "two", "three", "three");
    assertThat(prompt(typed).newSecret(QUESTION, "--password-file", Check.NONE)).contains("three");
    assertThat(typed.shown.get(2)).isEqualTo("hidden the two were not the same\nx is not valid: ");
  }

  @Test
  void givesUpAfterThreePairsWithoutTellingThem() {
    Typed typed = new Typed("one", "two", "one", "two", "one", "two");
    assertThatThrownBy(() -> prompt(typed).newSecret(QUESTION, "--password-file", Check.NONE))
        .isInstanceOf(Failure.Usage.class)
        .hasMessage("the two were not the same");
  }

  /** Where the terminal could not refuse it while it was typed. */
  @Test
  void whatCannotBeTakenIsAskedForAgain() {
    Typed typed = new Typed("short", "", "long enough");
    Check check = text -> text.length() < 6 ? text.length() + " is too few" : null;
    assertThat(prompt(typed).line(QUESTION, "--x", check)).contains("long enough");
    assertThat(typed.shown)
        .containsExactly(
            "x is not valid: ", "5 is too few\nx is not valid: ", "0 is too few\nx is not valid: ");
    Typed secret = new Typed("short", "secret", "secret");
    assertThat(prompt(secret).newSecret(QUESTION, "--x", check)).contains("secret");
    assertThat(secret.shown)
        .containsExactly(
            "hidden x is not valid: ",
            "hidden 5 is too few\nx is not valid: ",
            "hidden x is not valid, once more: ");
    assertThat(prompt(new Typed("short", "^D")).line(QUESTION, "--x", check)).isEmpty();
  }

  @Test
  void endOfInputIsNothingGiven() {
    assertThat(prompt(new Typed("^D")).line(QUESTION, "--login")).isEmpty();
    assertThat(prompt(new Typed("^D")).secret(QUESTION, "--x")).isEmpty();
    assertThat(prompt(new Typed("one", "^D")).newSecret(QUESTION, "--x", Check.NONE)).isEmpty();
    assertThat(prompt(new Typed("^D")).confirm(QUESTION, "--yes")).isFalse();
    assertThat(prompt(new Typed("")).line(QUESTION, "--login")).contains("");
  }

  @Test
  void interruptionIsItsOwnKind() {
    assertThatThrownBy(() -> prompt(new Typed("^C")).line(QUESTION, "--login"))
        .isInstanceOf(Failure.Interrupted.class);
  }

  @ParameterizedTest
  @CsvSource({
    "y, true",
    "YES, true",
    "' Yes ', true",
    "是, true",
    "n, false",
    "'', false",
    "ye, false"
  })
  void onlyAYesIsAYes(String answer, boolean yes) {
    Typed typed = new Typed(answer);
    assertThat(prompt(typed).confirm(QUESTION, "--yes")).isEqualTo(yes);
    assertThat(typed.shown).containsExactly("x is not valid [y/N] ");
  }

  @ParameterizedTest
  @CsvSource({
    // in, out, err, allowed
    "false, true, true, true",
    "true, false, false, true",
    "true, true, true, false"
  })
  void namesTheFlagWhereNobodyCanAnswer(boolean in, boolean out, boolean err, boolean allowed) {
    Screen screen = new Screen(new Streams(in, out, err), ColorChoice.AUTO, Map.of());
    Prompt prompt = new Prompt(screen, Locale.ENGLISH, allowed);
    assertThat(prompt.possible()).isFalse();
    assertThatThrownBy(() -> prompt.secret(QUESTION, "--password-file"))
        .isInstanceOf(Failure.Usage.class)
        .hasMessage("there is nobody to ask here; use --password-file");
  }
}
