package dev.profilectl.cli.store;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.StoreCare;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code store restore}. */
@Command(
    name = "restore",
    header = {
      "Put a copy in the place of the store; the state before is kept in a file.",
      "",
      "  profilectl store restore monday.db --yes",
      "  profilectl store restore monday.db --yes --keep-as before.db"
    })
public final class StoreRestoreCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Option(
      names = {"-y", "--yes"},
      fallbackValue = "true",
      description = "Answer yes to questions.")
  boolean yes;

  @Option(
      names = "--keep-as",
      paramLabel = "FILE",
      description = "Where the state before goes; beside the copy where it is not given.")
  @Nullable String keepAs;

  @Parameters(paramLabel = "FILE", description = "A copy that \"store backup\" made.")
  String file;

  /** In a workspace. */
  public StoreRestoreCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      Path copy = workspace.file(file);
      if (!Files.exists(copy)) {
        throw new NotFound(Message.of("file.missing", file));
      }
      StoreCare care = session.careToWrite();
      Object users = care.info().getOrDefault("users", 0L);
      Message question = Message.of("ask.restore", users, file);
      if (!yes && !session.prompt().confirm(question, "--yes")) {
        throw new Interrupted(Message.of("note.nothing-done"));
      }
      Path keep = keepAs == null ? besides(copy) : workspace.file(keepAs);
      care.restore(copy, keep);
      session.note(Message.of("store.restored", file, keep));
      Printer printer = session.printer();
      if (printer.structured()) {
        printer.one(List.of(Column.<Path>of("kept", Path::toString)), keep);
      } else {
        printer.line(keep.toString());
      }
      return ExitCode.OK.number();
    }
  }

  private Path besides(Path copy) {
    String at =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .format(workspace.clock().instant().atOffset(ZoneOffset.UTC));
    return copy.resolveSibling("before-restore-" + at + ".db");
  }
}
