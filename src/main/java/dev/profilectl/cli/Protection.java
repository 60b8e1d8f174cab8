package dev.profilectl.cli;

import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Asks for the name of a protected target before many of its users are changed. */
public final class Protection {
  private Protection() {}

  /**
   * Asks, where it has to be.
   *
   * @param users how many are to be changed
   * @throws Usage where it may not be asked, or --yes comes without a reason
   * @throws Interrupted where another name was typed
   */
  public static void ask(Session session, ChangeFlags change, long users) {
    ask(session, change, users, List::of);
  }

  /**
   * The same.
   *
   * @param changes each with what it changes, for the person to look at; made only where asked
   */
  public static void ask(
      Session session, ChangeFlags change, long users, Supplier<List<String>> changes) {
    Optional<Target> target = session.target().filter(each -> each.flag(TargetSetting.PROTECTED));
    if (target.isEmpty() || users < 2 || change.dryRun) {
      return;
    }
    String name = target.get().name();
    if (change.yes) {
      if (change.reason == null || change.reason.isBlank()) {
        throw new Usage(Message.of("target.protected-reason", name));
      }
      return;
    }
    if (session.prompt().possible()) {
      BeforeAsking.show(session, changes.get(), users);
    }
    String typed =
        session.prompt().line(Message.of("ask.protected", name, users), "--yes").orElse("");
    if (!typed.strip().equals(name)) {
      throw new Interrupted(Message.of("note.nothing-done"));
    }
  }
}
