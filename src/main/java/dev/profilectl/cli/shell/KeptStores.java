package dev.profilectl.cli.shell;

import dev.profilectl.cli.ByHand;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.LocalStore;
import dev.profilectl.cli.Workspace.StoreChoice;
import dev.profilectl.profile.ProfileDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The local stores that commands have opened, each by its name once, until all are done; and the
 * runs that changed something, here and on targets.
 */
final class KeptStores implements AutoCloseable {
  private final Map<String, Kept> stores = new HashMap<>();
  private final List<String> runs = new ArrayList<>();
  private @Nullable List<ByHand.Done> byHand;

  /**
   * An open store.
   *
   * @param store as it was opened
   * @param mark which file it is, whatever is at its name later
   */
  private record Kept(LocalStore store, Object mark) {}

  private LocalStore lent(Kept kept) {
    return kept.store.through(new KeptDirectory(kept.store.directory(), this::noteRun, true));
  }

  /** The users of a target, for one command. */
  ProfileDirectory watched(ProfileDirectory target) {
    return new KeptDirectory(target, this::noteRun, false);
  }

  /** A run of many steps counts once. */
  private void noteRun(String run) {
    if (!runs.contains(run)) {
      runs.add(run);
    }
  }

  /** The runs that changed something, the last one last; may be changed. */
  List<String> runs() {
    return runs;
  }

  /** A command tells what it did together with a person. */
  void noteByHand(List<ByHand.Done> done) {
    byHand = done;
  }

  /**
   * What the last command did together with a person, told once; empty for one that asks nobody.
   */
  Optional<List<ByHand.Done>> takeByHand() {
    Optional<List<ByHand.Done>> told = Optional.ofNullable(byHand);
    byHand = null;
    return told;
  }

  /** The store of a choice. One that is not there yet is not kept: the first change makes it. */
  LocalStore open(Workspace workspace, StoreChoice choice) {
    String name = choice.path() == null ? "" : choice.path();
    Kept kept = stores.get(name);
    // Somebody may have put another file in its place, and took this one away.
    if (kept != null && mark(workspace, choice).filter(kept.mark::equals).isPresent()) {
      return lent(kept);
    }
    if (kept != null) {
      stores.remove(name);
      kept.store.directory().close();
    }
    LocalStore opened = workspace.openStore(choice);
    Optional<Object> mark = mark(workspace, choice);
    if (mark.isEmpty()) {
      return opened.through(watched(opened.directory()));
    }
    Kept fresh = new Kept(opened, mark.get());
    stores.put(name, fresh);
    return lent(fresh);
  }

  private static Optional<Object> mark(Workspace workspace, StoreChoice choice) {
    String name = choice.path();
    if (name != null && name.equals(Workspace.IN_MEMORY)) {
      return Optional.of(name);
    }
    try {
      Optional<Path> file = name == null ? workspace.ownStore() : Optional.of(workspace.file(name));
      return file.isPresent() ? Optional.ofNullable(key(file.get())) : Optional.empty();
    } catch (IOException | InvalidPathException notThere) {
      return Optional.empty();
    }
  }

  private static @Nullable Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  @Override
  public void close() {
    stores.values().forEach(kept -> kept.store.directory().close());
    stores.clear();
  }
}
