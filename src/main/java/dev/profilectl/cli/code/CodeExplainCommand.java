package dev.profilectl.cli.code;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.output.Column;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.validation.CodeCatalogue;
import dev.profilectl.validation.CodeEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code code explain}. */
@Command(
    name = "explain",
    header = {
      "Explain codes: the rule, which document states it, where documents disagree, what we do.",
      "",
      "  profilectl code explain 400124",
      "  profilectl code explain zaihangyun/avatar/400101"
    })
public final class CodeExplainCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Parameters(
      paramLabel = "CODE",
      arity = "1..*",
      description = "A number or a word; SYSTEM/CODE or SYSTEM/CALL/CODE narrows.")
  List<String> codes;

  /** In a workspace. */
  public CodeExplainCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      List<CodeEntry> found = new ArrayList<>();
      for (String code : codes) {
        List<CodeEntry> entries = CodeCatalogue.find(code);
        if (entries.isEmpty()) {
          throw unknown(code);
        }
        found.addAll(entries);
      }
      Printer printer = session.printer(shape);
      List<Column<CodeEntry>> columns = CodeColumns.in(session.locale());
      if (session.format() == OutputFormat.TABLE) {
        List<String> lines = new ArrayList<>();
        for (CodeEntry entry : found) {
          if (!lines.isEmpty()) {
            lines.add("");
          }
          List<Column<CodeEntry>> told =
              columns.stream().filter(column -> column.value().of(entry) != null).toList();
          lines.addAll(printer.facts(told, entry, session.screen().width()));
        }
        printer.drawn(lines);
      } else {
        try (Rows<CodeEntry> rows = printer.many(columns)) {
          found.forEach(rows::add);
        }
      }
      return ExitCode.OK.number();
    }
  }

  private static NotFound unknown(String code) {
    return new NotFound(
        Nearest.to(code, CodeCatalogue.codes())
            .map(near -> Message.of("code.unknown-near", code, near))
            .orElseGet(() -> Message.of("code.unknown", code)));
  }
}
