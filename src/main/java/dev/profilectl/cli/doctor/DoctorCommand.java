package dev.profilectl.cli.doctor;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.PrivateFile;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Rows;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code doctor}. */
@Command(
    name = "doctor",
    header = {
      "Look whether everything is in order here: Java, files, terminal, targets. Changes nothing.",
      "",
      "  profilectl doctor",
      "  profilectl doctor --bundle report.txt"
    })
public final class DoctorCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Option(
      names = "--bundle",
      paramLabel = "FILE",
      description = "Write a report for a bug report, without secrets or personal data.")
  @Nullable String bundle;

  /** In a workspace. */
  public DoctorCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      List<Finding> findings = Checks.all(session);
      List<Column<Finding>> columns =
          List.of(
              Column.<Finding>of("check", Finding::check).id(),
              Column.<Finding>of("state", finding -> finding.state().word()).whole(),
              Column.of("found", finding -> finding.found().in(session.locale())),
              Column.of("hint", finding -> hint(finding, session)));
      try (Rows<Finding> rows = session.printer(shape).many(columns)) {
        findings.forEach(rows::add);
      }
      if (session.format() == OutputFormat.TABLE) {
        tellHints(findings, session);
      }
      if (bundle != null) {
        Path file = workspace.file(bundle);
        PrivateFile.create(file, new Bundle(workspace).text(findings));
        session.note(Message.of("doctor.bundled", file));
      }
      Set<String> kinds =
          findings.stream().map(Finding::kind).filter(Objects::nonNull).collect(Collectors.toSet());
      return ExitCode.of(0, kinds).number();
    }
  }

  /** A table cuts what is long, and the way out is what one came for. */
  private static void tellHints(List<Finding> findings, Session session) {
    for (Finding finding : findings) {
      String hint = hint(finding, session);
      if (hint != null) {
        session.note(Message.of("doctor.way-out", finding.check(), hint));
      }
    }
  }

  private static @Nullable String hint(Finding finding, Session session) {
    Message hint = finding.hint();
    return hint == null ? null : hint.in(session.locale());
  }
}
