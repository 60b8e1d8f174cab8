package dev.profilectl;

import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.validation.ProfileValidator;
import java.util.List;
import java.util.Set;

/** Starts two slow libraries on a second core while the command line is still being read. */
final class HeadStart extends Thread {
  /** Nouns whose verbs work on a store, as a rule. */
  private static final Set<String> WITH_STORE = Set.of("user", "avatar", "run", "token", "seed");

  private static final List<String> WITH_RULES = List.of("create", "update", "edit", "import");

  private final boolean rules;

  private HeadStart(boolean rules) {
    super("ahead");
    this.rules = rules;
    setDaemon(true);
  }

  /** Returns at once. What fails here fails again where it is needed, and is told there. */
  static void start(String... words) {
    if (words.length > 1 && WITH_STORE.contains(words[0])) {
      new HeadStart(words[0].equals("user") && WITH_RULES.contains(words[1])).start();
    }
  }

  @Override
  public void run() {
    try {
      if (rules) {
        ProfileValidator.shared();
      }
      SqliteDirectory.loadLibrary();
    } catch (RuntimeException | LinkageError toldWhenNeeded) {
      return;
    }
  }
}
