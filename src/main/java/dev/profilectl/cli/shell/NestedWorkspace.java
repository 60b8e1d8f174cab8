package dev.profilectl.cli.shell;

import dev.profilectl.bulk.Journal;
import dev.profilectl.cli.ByHand;
import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Credentials;
import dev.profilectl.config.Defaults;
import dev.profilectl.config.Places;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.StoreOutline;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The world for one of many commands: the outer one, with streams and a place of its own, whose
 * stores stay open.
 */
final class NestedWorkspace implements Workspace {
  private final Workspace outer;
  private final KeptStores stores;
  private final Channels channels;
  private final @Nullable Place place;

  /**
   * In another world, which is read anew.
   *
   * @param place where the command stands; {@code null} where it was typed
   */
  NestedWorkspace(Workspace outer, KeptStores stores, Channels channels, @Nullable Place place) {
    this.outer = outer;
    this.stores = stores;
    this.channels = channels;
    this.place = place;
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Optional<Place> place() {
    return Optional.ofNullable(place);
  }

  @Override
  public boolean nested() {
    return true;
  }

  @Override
  public void doneByHand(List<ByHand.Done> done) {
    stores.noteByHand(done);
  }

  @Override
  public LocalStore openStore(StoreChoice choice) {
    return stores.open(outer, choice);
  }

  @Override
  public Workspace with(Map<String, String> environment) {
    return new NestedWorkspace(outer.with(environment), stores, channels, place);
  }

  @Override
  public Serving serve(StoreChoice store, ServeChoice choice) {
    throw new Usage(Message.of("script.not-here", "serve"));
  }

  @Override
  public Map<String, String> environment() {
    return outer.environment();
  }

  @Override
  public Path file(String name) {
    return outer.file(name);
  }

  @Override
  public Defaults defaults() {
    return outer.defaults();
  }

  @Override
  public Targets targets() {
    return outer.targets();
  }

  @Override
  public Credentials credentials() {
    return outer.credentials();
  }

  @Override
  public Optional<Path> ownStore() {
    return outer.ownStore();
  }

  @Override
  public Places places() {
    return outer.places();
  }

  @Override
  public Map<String, String> machine() {
    return outer.machine();
  }

  @Override
  public StoreOutline glance(Path store) {
    return outer.glance(store);
  }

  @Override
  public Clock clock() {
    return outer.clock();
  }

  @Override
  public RandomGenerator random() {
    return outer.random();
  }

  @Override
  public String loginName() {
    return outer.loginName();
  }

  @Override
  public String version() {
    return outer.version();
  }

  @Override
  public ProfileDirectory openTarget(TargetChoice choice) {
    return stores.watched(outer.openTarget(choice));
  }

  @Override
  public Reception reception(TargetChoice choice) {
    return outer.reception(choice);
  }

  @Override
  public Optional<Journal> remoteJournal(boolean toWrite) {
    return outer.remoteJournal(toWrite);
  }

  @Override
  public Journal scratchJournal() {
    return outer.scratchJournal();
  }

  @Override
  public void halt(int code) {
    outer.halt(code);
  }

  @Override
  public Consumer<String> trace(String file) {
    return outer.trace(file);
  }
}
