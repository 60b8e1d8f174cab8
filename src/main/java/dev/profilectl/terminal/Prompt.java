package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Asks the person. Never asks where nobody can answer: without a terminal on standard input and one
 * to show the question on, or where asking is forbidden, it throws a {@link Failure.Usage} that
 * names the flag to use. The question never goes to standard output while standard error is a
 * terminal.
 */
public final class Prompt {
  private static final int TRIES = 3;
  private static final Set<String> YES = Set.of("y", "yes", "是", "好");

  private final boolean possible;
  private final Locale locale;
  private final Keyboard keyboard;

  /**
   * A prompt on the terminal, opened at the first question.
   *
   * @param allowed false for {@code --no-input}
   */
  public Prompt(Screen screen, Locale locale, boolean allowed) {
    this(
        allowed
            && screen.terminals().in()
            && (screen.terminals().err() || screen.terminals().out()),
        locale,
        new JlineKeyboard(screen.terminals().err(), screen.draws()));
  }

  Prompt(boolean possible, Locale locale, Keyboard keyboard) {
    this.possible = possible;
    this.locale = locale;
    this.keyboard = keyboard;
  }

  /** Whether a question would be asked and not refused. */
  public boolean possible() {
    return possible;
  }

  /**
   * One line; empty where Ctrl-D was pressed, the empty text where only Return was.
   *
   * @param flag what answers this question without a prompt, such as {@code --login}
   * @throws Failure.Interrupted on Ctrl-C
   */
  public Optional<String> line(Message question, String flag) {
    return line(question, flag, Check.NONE);
  }

  /** The same, asked until it can be taken; what is wrong is told while it is typed. */
  public Optional<String> line(Message question, String flag, Check check) {
    return ask(question.in(locale) + ": ", flag, false, check);
  }

  /** One secret, hidden and asked once: for a login, not for a new password. */
  public Optional<String> secret(Message question, String flag) {
    return ask(question.in(locale) + ": ", flag, true, Check.NONE);
  }

  /**
   * A new secret, hidden and asked twice until both are equal, at most three times.
   *
   * @param check what it has to be; its sentence must not repeat the secret
   * @throws Failure.Usage where the two never were equal
   * @throws Failure.Interrupted on Ctrl-C
   */
  public Optional<String> newSecret(Message question, String flag, Check check) {
    String first = question.in(locale) + ": ";
    String again = Message.of("terminal.again", question).in(locale) + ": ";
    String prompt = first;
    for (int i = 0; i < TRIES; i++) {
      Optional<String> secret = ask(prompt, flag, true, check);
      if (secret.isEmpty()) {
        return secret;
      }
      Optional<String> second = ask(again, flag, true, Check.NONE);
      if (second.isEmpty() || second.equals(secret)) {
        return second;
      }
      prompt = Message.of("terminal.differ").in(locale) + "\n" + first;
    }
    throw new Failure.Usage(Message.of("terminal.differ"));
  }

  /** Yes or no; anything but a yes, Ctrl-D too, is a no. */
  public boolean confirm(Message question, String flag) {
    String prompt = Message.of("terminal.yes-or-no", question).in(locale) + " ";
    return ask(prompt, flag, false, Check.NONE)
        .map(answer -> YES.contains(answer.strip().toLowerCase(Locale.ROOT)))
        .orElse(false);
  }

  private Optional<String> ask(String prompt, String flag, boolean hidden, Check check) {
    if (!possible) {
      throw new Failure.Usage(Message.of("terminal.nobody-to-ask", flag));
    }
    String shown = prompt;
    while (true) {
      Optional<String> typed = keyboard.read(shown, hidden, check);
      String wrong = typed.isPresent() ? check.wrong(typed.get()) : null;
      if (wrong == null) {
        return typed;
      }
      shown = wrong + "\n" + prompt;
    }
  }
}
