package dev.profilectl;

import dev.profilectl.bulk.Journal;
import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.ConfigFile;
import dev.profilectl.config.Credentials;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Places;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.StoreOutline;
import dev.profilectl.remote.Connector;
import dev.profilectl.remote.Surroundings;
import dev.profilectl.remote.Trace;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreGlance;
import dev.profilectl.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** Puts the parts together. Everything is made when it is first asked for. */
final class Application implements Workspace {
  private static final int USUAL_BCRYPT_COST = 10;
  private static final int LEAST_BCRYPT_COST = 4;

  private final Channels channels;
  private final Map<String, String> environment;
  private final Path folder;
  private final Places places;
  private final Defaults defaults;
  private final Targets targets;
  private final RandomGenerator random = () -> Chance.SECURE.nextLong();

  /** Most commands need none, and the first takes a while. */
  private static final class Chance {
    static final SecureRandom SECURE = new SecureRandom();
  }

  /** With the working folder, which a JVM cannot change for itself. */
  Application(Channels channels, Map<String, String> environment, Path folder) {
    this.channels = channels;
    this.environment = Map.copyOf(environment);
    this.folder = folder;
    this.places = new Places(environment);
    ConfigFile config = new ConfigFile(places.config());
    this.defaults = new Defaults(environment, config);
    this.targets = new Targets(config);
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Map<String, String> environment() {
    return environment;
  }

  @Override
  public Path file(String name) {
    return folder.resolve(name);
  }

  @Override
  public Defaults defaults() {
    return defaults;
  }

  @Override
  public Targets targets() {
    return targets;
  }

  @Override
  public Credentials credentials() {
    return new Credentials(places.credentials(), ProcessHandle.current().info().user());
  }

  @Override
  public Optional<Path> ownStore() {
    return places.ownStore();
  }

  @Override
  public Places places() {
    return places;
  }

  @Override
  public Map<String, String> machine() {
    return Map.of(
        "java",
        System.getProperty("java.version", "?"),
        "vendor",
        System.getProperty("java.vendor", "?"),
        "os",
        System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?"),
        "memory",
        Runtime.getRuntime().maxMemory() / 1_000_000 + " MB");
  }

  @Override
  public StoreOutline glance(Path store) {
    return StoreGlance.at(store);
  }

  @Override
  public Clock clock() {
    return Clock.systemUTC();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public void halt(int code) {
    Runtime.getRuntime().halt(code);
  }

  @Override
  public String loginName() {
    return environment.getOrDefault("USER", System.getProperty("user.name", "unknown"));
  }

  @Override
  public String version() {
    return Objects.requireNonNullElse(
        Application.class.getPackage().getImplementationVersion(), "development");
  }

  @Override
  public ProfileDirectory openTarget(TargetChoice choice) {
    return connector().directory(manner(choice), credentials());
  }

  @Override
  public Reception reception(TargetChoice choice) {
    return connector().reception(manner(choice), credentials());
  }

  private Connector connector() {
    Surroundings surroundings =
        new Surroundings(clock(), random, time -> Thread.sleep(time), new KnownPictures(agent()));
    return new Connector(surroundings, environment, agent());
  }

  private String agent() {
    return "profilectl/" + version();
  }

  /** A token of the environment is for a target that was named, lest it go to another. */
  private Connector.Manner manner(TargetChoice choice) {
    String token = environment.getOrDefault("PROFILECTL_TOKEN", "");
    Secret given = choice.named() && !token.isBlank() ? new Secret(token) : null;
    Trace trace = choice.trace() == null ? Trace.NONE : Trace.to(choice.trace());
    return new Connector.Manner(choice.target(), choice.insecure(), given, trace);
  }

  @Override
  public Workspace with(Map<String, String> others) {
    return new Application(channels, others, folder);
  }

  @Override
  public Consumer<String> trace(String name) {
    return new TraceFile(file(name));
  }

  @Override
  public Optional<Journal> remoteJournal(boolean toWrite) {
    Path file = places.journal();
    return toWrite || Files.exists(file)
        ? Optional.of(SqliteDirectory.journal(file))
        : Optional.empty();
  }

  @Override
  public Journal scratchJournal() {
    return SqliteDirectory.scratchJournal();
  }

  @Override
  public LocalStore openStore(StoreChoice choice) {
    SqliteDirectory directory = open(choice);
    return new LocalStore(
        directory, directory.care(), directory.tokens(), directory.seeds(), directory.journal());
  }

  @Override
  public Serving serve(StoreChoice store, ServeChoice choice) {
    return StoreService.start(openToServe(store), choice, this);
  }

  /** A store in memory is gone with the process, so hashes in it need not be hard to make. */
  private SqliteDirectory openToServe(StoreChoice choice) {
    String named = choice.path();
    if (named != null && named.equals(IN_MEMORY)) {
      return SqliteDirectory.inMemory(new StoreSettings(clock(), random, LEAST_BCRYPT_COST));
    }
    StoreSettings settings = new StoreSettings(clock(), random, bcryptCost());
    return SqliteDirectory.openToServe(named == null ? places.store() : storeFile(named), settings);
  }

  /**
   * A store is made by the first change. Until then the user's own is empty; another is missing.
   */
  private SqliteDirectory open(StoreChoice choice) {
    StoreSettings settings = new StoreSettings(clock(), random, bcryptCost());
    String named = choice.path();
    if (named != null && named.equals(IN_MEMORY)) {
      return SqliteDirectory.inMemory(settings);
    }
    Path file = named == null ? places.store() : storeFile(named);
    if (!choice.toWrite() && !Files.exists(file)) {
      if (named != null) {
        throw new NotFound(Message.of("store.missing", named));
      }
      return SqliteDirectory.notYet(file, settings);
    }
    return SqliteDirectory.open(file, settings);
  }

  private Path storeFile(String name) {
    try {
      return file(name);
    } catch (InvalidPathException noPath) {
      throw new NotFound(Message.of("store.missing", name));
    }
  }

  private int bcryptCost() {
    String text = defaults.of("bcrypt-cost").orElse(String.valueOf(USUAL_BCRYPT_COST));
    if (!text.matches("[4-9]|[12][0-9]|3[01]")) {
      throw new Usage(Message.of("usage.option", "bcrypt-cost", text, "4-31"));
    }
    return Integer.parseInt(text);
  }
}
