package dev.profilectl.cli;

import dev.profilectl.failure.Message;
import dev.profilectl.terminal.SafeText;
import java.io.PrintWriter;
import java.util.List;

/** What a question is about, shown above it. */
public final class BeforeAsking {
  private static final int MOST = 20;

  private BeforeAsking() {}

  /** Shows it; of many lines only the first. */
  public static void show(Session session, List<String> lines) {
    PrintWriter err = session.workspace().channels().err();
    lines.stream().limit(MOST).map(SafeText::visible).forEach(err::println);
    if (lines.size() > MOST) {
      err.println(Message.of("ask.more", lines.size() - MOST).in(session.locale()));
    }
  }
}
