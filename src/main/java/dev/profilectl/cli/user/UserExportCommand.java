package dev.profilectl.cli.user;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileFilter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code user export}. */
@Command(
    name = "export",
    header = {
      "Write users as a file that an import takes back.",
      "",
      "  profilectl user export --where 'level=gold'",
      "  profilectl user export -o ndjson --avatars pictures"
    })
public final class UserExportCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Only these: = != < <= > >= ~ (contains), and, or, (…), field=null.")
  @Nullable String where;

  @Option(
      names = "--avatars",
      paramLabel = "DIR",
      description = "Write every picture too, as USERNAME.jpg or its own ending.")
  @Nullable String avatars;

  @Option(
      names = "--excel-safe",
      description = "In csv and tsv put a ' before texts that a spreadsheet would work out.")
  boolean excelSafe;

  /** In a workspace. */
  public UserExportCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, OutputFormat.CSV)) {
      OutputFormat format = session.format();
      boolean cells = format == OutputFormat.CSV || format == OutputFormat.TSV;
      if (!cells && !format.structured()) {
        throw new Usage(Message.of("export.format", format.word()));
      }
      if (excelSafe && !cells) {
        throw new Usage(Message.of("export.excel-safe-cells", format.word()));
      }
      Predicate<Profile> wanted = where == null ? user -> true : ProfileFilter.parse(where);
      ProfileDirectory directory = session.directory(Feature.LIST_USERS);
      PictureFolder folder = avatars == null ? null : PictureFolder.at(session, avatars, directory);
      ExcelSafe safe = new ExcelSafe();
      try (Rows<Profile> rows = session.printer(shape).many(columns(session, safe))) {
        directory.list(
            user -> {
              if (wanted.test(user)) {
                rows.add(user);
                if (folder != null) {
                  folder.write(user);
                }
              }
            });
      }
      if (safe.changed() > 0) {
        session.note(Message.of("export.excel-safe", safe.changed()));
      }
      if (folder != null) {
        folder.done();
      }
      return ExitCode.OK.number();
    }
  }

  private List<Column<Profile>> columns(Session session, ExcelSafe safe) {
    Printer printer = session.printer(shape);
    List<Column<Profile>> columns = UserColumns.all();
    // what is chosen by name may be any column
    List<Column<Profile>> exported =
        printer.page().fields().isEmpty()
            ? columns.stream().filter(column -> !isTold(column.key())).toList()
            : columns;
    return excelSafe ? exported.stream().map(safe::column).toList() : exported;
  }

  /** What no import can take, and is not of use beside it. */
  private static boolean isTold(String key) {
    return key.startsWith("has_") || key.equals("extra");
  }
}
