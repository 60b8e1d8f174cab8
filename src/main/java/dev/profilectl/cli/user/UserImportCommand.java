package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.ImportDesk;
import dev.profilectl.cli.bulk.ImportFlags;
import dev.profilectl.cli.bulk.InputFlags;
import dev.profilectl.cli.bulk.RunFlags;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user import}. */
@Command(
    name = "import",
    header = {
      "Change or make many users by the rows of a file.",
      "",
      "  profilectl user import people.csv --dry-run",
      "  profilectl user import people.ndjson --mode upsert --rejects rejected.ndjson"
    })
public final class UserImportCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin InputFlags input;
  @Mixin ImportFlags what;
  @Mixin RunFlags running;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "csv, tsv, json, ndjson or yaml, also as .gz; - for standard input.")
  @Nullable String file;

  /** In a workspace. */
  public UserImportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      if (what.printedTemplate(session)) {
        return ExitCode.OK.number();
      }
      ImportDesk desk = new ImportDesk(session, change, new ImportDesk.Flags(input, what, running));
      String plan = what.apply();
      if ((plan == null) == (file == null)) {
        throw new Usage(Message.of("bulk.no-file"));
      }
      return plan == null ? desk.take(file) : desk.apply(plan);
    }
  }
}
