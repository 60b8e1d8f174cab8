package dev.profilectl.cli.doctor;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.StoreOutline;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The local store: whether it is one, of which age, and whether it could be made or written. */
record StoreCheck(Session session) implements Check {
  private static final String CHECK = "store";

  @Override
  public List<Finding> look() {
    Optional<String> name = session.storeName();
    if (name.isEmpty()) {
      Usage nowhere = new Usage(Message.of("place.store"));
      return List.of(Finding.problem(CHECK, nowhere, Message.of("doctor.set-home")));
    }
    if (name.get().equals(Workspace.IN_MEMORY)) {
      return List.of(Finding.ok(CHECK, Message.of("doctor.in-memory")));
    }
    try {
      return List.of(found(name.get()));
    } catch (Failure broken) {
      return List.of(Finding.problem(CHECK, broken, Message.of("doctor.store-hint")));
    }
  }

  private Finding found(String name) {
    Path file = file(name);
    boolean own = session.workspace().ownStore().filter(file::equals).isPresent();
    if (!Files.exists(file)) {
      if (!own) {
        throw new NotFound(Message.of("store.missing", name));
      }
      Path folder = nearestFolder(file);
      if (folder == null || !Files.isWritable(folder)) {
        throw new Fault(Message.of("doctor.not-writable", String.valueOf(folder)));
      }
      return Finding.ok(CHECK, Message.of("doctor.store-not-yet", file));
    }
    StoreOutline outline = session.workspace().glance(file);
    Message told =
        Message.of("doctor.store", file, outline.schema(), outline.users(), outline.bytes() / 1000);
    if (!outline.writable()) {
      return Finding.warning(CHECK, told, Message.of("doctor.store-read-only"));
    }
    return outline.schema() == outline.newest()
        ? Finding.ok(CHECK, told)
        : Finding.warning(CHECK, told, Message.of("doctor.store-older", outline.newest()));
  }

  private Path file(String name) {
    try {
      return session.workspace().file(name);
    } catch (InvalidPathException noPath) {
      throw new NotFound(Message.of("store.missing", name));
    }
  }

  private static @Nullable Path nearestFolder(Path file) {
    Path folder = file.toAbsolutePath().getParent();
    while (folder != null && !Files.exists(folder)) {
      folder = folder.getParent();
    }
    return folder;
  }
}
