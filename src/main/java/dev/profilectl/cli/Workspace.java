package dev.profilectl.cli;

import dev.profilectl.bulk.Journal;
import dev.profilectl.config.Credentials;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Places;
import dev.profilectl.config.Target;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.profile.StoreOutline;
import dev.profilectl.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world as commands may see it. Everything is a parameter of the process, so that a test can
 * give another one; nothing is opened before it is asked for.
 */
public interface Workspace {
  /** What names a store that is gone with whoever opened it. */
  String IN_MEMORY = ":memory:";

  /** Standard input, output and error of the process. */
  Channels channels();

  /** The environment variables. */
  Map<String, String> environment();

  /**
   * The file of a name as the user gave it; a relative one lies in the working folder.
   *
   * @throws InvalidPathException where no file can have that name
   */
  Path file(String name);

  /** What the environment and the config file say for a flag that was not given. */
  Defaults defaults();

  /** The targets of the config file. */
  Targets targets();

  /** The tokens of targets. */
  Credentials credentials();

  /** The file of the user's own local store, there or not; empty where nothing names a place. */
  Optional<Path> ownStore();

  /** The user's folders. */
  Places places();

  /** What runs the program: {@code java}, {@code vendor}, {@code os}, {@code memory}. */
  Map<String, String> machine();

  /**
   * A look at a store in a file that is there; leaves no trace.
   *
   * @throws Failure.Fault where it is none that this program could open
   */
  StoreOutline glance(Path store);

  /** The time. */
  Clock clock();

  /** Makes ids; unpredictable. */
  RandomGenerator random();

  /** Ends the process at once; nothing more is written. */
  void halt(int code);

  /** Who runs the process. */
  String loginName();

  /** The version of the program. */
  String version();

  /**
   * Opens a remote target.
   *
   * @throws Failure.Denied where a token is needed at once and there is none
   */
  ProfileDirectory openTarget(TargetChoice choice);

  /** Where a remote target hands out its tokens. */
  Reception reception(TargetChoice choice);

  /** Lines of a trace go to the end of this file, which its owner alone may read. */
  Consumer<String> trace(String file);

  /** The same world read anew, with other variables in its environment. */
  Workspace with(Map<String, String> environment);

  /** Where the command stands in a script; empty for one that was typed. */
  default Optional<FailureReport.Place> place() {
    return Optional.empty();
  }

  /** Whether the command is one of many that run in this process, after and before others. */
  default boolean nested() {
    return false;
  }

  /** Takes down what a command did together with a person, for whoever wants it again. */
  default void doneByHand(List<ByHand.Done> done) {}

  /**
   * The runs on remote targets; empty where there were none and none is to be written.
   *
   * @param toWrite whether it is made where there is none
   */
  Optional<Journal> remoteJournal(boolean toWrite);

  /** A journal for a run that changes nothing. */
  Journal scratchJournal();

  /** Opens the local store. */
  LocalStore openStore(StoreChoice choice);

  /**
   * Serves the local store.
   *
   * @throws Failure.Usage where the choice cannot be
   * @throws Failure.Unavailable where the address is taken
   */
  Serving serve(StoreChoice store, ServeChoice choice);

  /** A store that is being served. */
  interface Serving extends AutoCloseable {
    /** Where, {@code http://127.0.0.1:9004} for example. */
    String url();

    /** Those of the users that are served who were made up. */
    Seeds seeds();

    /** Stays until the process is told to end; then what is in flight is finished. */
    void await();

    @Override
    void close();
  }

  /**
   * The streams of the process.
   *
   * @param in standard input, read by whoever is told to
   * @param out standard output; reports its errors
   * @param err standard error, flushed at each line
   * @param terminals which of them are terminals
   */
  record Channels(InputStream in, OutputStream out, PrintWriter err, Streams terminals) {}

  /**
   * Which local store.
   *
   * @param path a file, {@code :memory:}, or {@code null} for the user's own
   * @param toWrite whether it is made where there is none
   */
  record StoreChoice(@Nullable String path, boolean toWrite) {}

  /**
   * Which remote target, and how.
   *
   * @param target with what flags changed about it
   * @param insecure whether any certificate is believed
   * @param named whether the command line names it; only then does a token of the environment count
   * @param trace where exchanges are shown; {@code null} for nowhere
   */
  record TargetChoice(
      Target target, boolean insecure, boolean named, @Nullable Consumer<String> trace) {}

  /**
   * An open local store; closed through its directory.
   *
   * @param directory its users
   * @param care the store as a whole
   * @param tokens what it hands out to callers over the network
   * @param seeds the users that were made up
   * @param journal the runs over it
   */
  record LocalStore(
      ProfileDirectory directory,
      StoreCare care,
      AccessTokens tokens,
      Seeds seeds,
      Journal journal) {
    /** The same store, its users through another directory. */
    public LocalStore through(ProfileDirectory other) {
      return new LocalStore(other, care, tokens, seeds, journal);
    }
  }
}
