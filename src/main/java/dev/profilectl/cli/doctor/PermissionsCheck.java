package dev.profilectl.cli.doctor;

import dev.profilectl.cli.Session;
import dev.profilectl.config.Places;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Who else may read or write the files of the program. */
record PermissionsCheck(Session session) implements Check {
  private static final String CHECK = "permissions";
  private static final Set<PosixFilePermission> WRITE =
      EnumSet.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);
  private static final Set<PosixFilePermission> READ_OR_WRITE =
      EnumSet.of(
          PosixFilePermission.GROUP_WRITE,
          PosixFilePermission.OTHERS_WRITE,
          PosixFilePermission.GROUP_READ,
          PosixFilePermission.OTHERS_READ);

  @Override
  public List<Finding> look() {
    Places places = session.workspace().places();
    List<Finding> wrong = new ArrayList<>();
    // Whoever may write the config file says which program prints tokens.
    places.config().ifPresent(file -> look(file, WRITE, wrong));
    ownersAlone(places).forEach(file -> look(file, READ_OR_WRITE, wrong));
    return wrong.isEmpty() ? List.of(Finding.ok(CHECK, Message.of("doctor.private"))) : wrong;
  }

  private List<Path> ownersAlone(Places places) {
    Optional<Path> runs = places.credentials().map(file -> file.resolveSibling("runs.db"));
    return Stream.of(storeFile(), places.credentials(), places.history(), runs)
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Path> storeFile() {
    try {
      return session.storeName().map(session.workspace()::file);
    } catch (InvalidPathException noPath) {
      return Optional.empty();
    }
  }

  private static void look(Path file, Set<PosixFilePermission> forbidden, List<Finding> wrong) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    if (!Files.exists(file)) {
      return;
    }
    try {
      Set<PosixFilePermission> granted =
          posix ? EnumSet.copyOf(Files.getPosixFilePermissions(file)) : Set.of();
      if (granted.stream().anyMatch(forbidden::contains)) {
        String what = forbidden.equals(WRITE) ? "doctor.others-write" : "doctor.others-read";
        String mode = forbidden.equals(WRITE) ? "go-w" : "go-rwx";
        wrong.add(
            Finding.warning(CHECK, Message.of(what, file), Message.of("doctor.chmod", mode, file)));
      }
    } catch (IOException unreadable) {
      Fault fault =
          new Fault(Message.of("doctor.no-permissions", file, IoReason.of(unreadable)), unreadable);
      wrong.add(Finding.problem(CHECK, fault, Message.of("doctor.ask-owner")));
    }
  }
}
