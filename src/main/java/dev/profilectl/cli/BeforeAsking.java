package dev.profilectl.cli;

import dev.profilectl.failure.Message;
import dev.profilectl.terminal.SafeText;
import java.io.PrintWriter;
import java.util.List;

/** What a question is about, shown above it. */
public final class BeforeAsking {
  /** So many lines are shown. */
  public static final int MOST = 20;

  private BeforeAsking() {}

  /** Shows it; of many lines only the first. */
  public static void show(Session session, List<String> lines) {
    PrintWriter err = session.workspace().channels().err();
    lines.stream().limit(MOST).map(SafeText::visible).forEach(err::println);
    if (lines.size() > MOST) {
      err.println(Message.of("ask.more", lines.size() - MOST).in(session.locale()));
    }
  }

  /**
   * Shows what is going to happen to many users.
   *
   * @param lines of the first {@value #MOST} of them at least
   * @param users all of them
   */
  static void show(Session session, List<String> lines, long users) {
    show(session, lines.subList(0, Math.min(MOST, lines.size())));
    if (!lines.isEmpty() && (lines.size() > MOST || users > MOST)) {
      PrintWriter err = session.workspace().channels().err();
      err.println(Message.of("ask.first-of", users).in(session.locale()));
    }
  }
}
