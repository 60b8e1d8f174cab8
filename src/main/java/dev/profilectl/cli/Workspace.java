package dev.profilectl.cli;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Targets;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world as commands may see it. Everything is a parameter of the process, so that a test can
 * give another one; nothing is opened before it is asked for.
 */
public interface Workspace {
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

  /** The time. */
  Clock clock();

  /** Makes ids; unpredictable. */
  RandomGenerator random();

  /** Who runs the process. */
  String loginName();

  /** The version of the program. */
  String version();

  /** Opens the local store. */
  LocalStore openStore(StoreChoice choice);

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
   * An open local store; closed through its directory.
   *
   * @param directory its users
   * @param care the store as a whole
   */
  record LocalStore(ProfileDirectory directory, StoreCare care) {}
}
