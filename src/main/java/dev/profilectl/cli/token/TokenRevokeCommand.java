package dev.profilectl.cli.token;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.AccessTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code token revoke}. */
@Command(
    name = "revoke",
    header = {
      "Make tokens worthless at once.",
      "",
      "  profilectl token revoke 3f1a90c2b7de",
      "  profilectl token revoke 3f1a90c2b7de 77d0c1ab52ee"
    })
public final class TokenRevokeCommand implements Callable<Integer> {
  private static final List<Column<String>> COLUMNS =
      List.of(Column.<String>of("id", id -> id).id());

  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "ID", arity = "1..*", description = "As \"token list\" shows it.")
  List<String> ids;

  /** In a workspace. */
  public TokenRevokeCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      AccessTokens tokens = session.localStore(true).tokens();
      List<String> revoked = new ArrayList<>();
      List<NotFound> unknown = new ArrayList<>();
      for (String id : ids) {
        if (tokens.revoke(id)) {
          revoked.add(id);
        } else {
          NotFound failure = new NotFound(Message.of("token.none", id));
          unknown.add(failure);
          session.report(new FailureReport.Row(id, failure));
        }
      }
      Printer printer = session.printer();
      if (printer.structured()) {
        try (Rows<String> rows = printer.many(COLUMNS)) {
          revoked.forEach(rows::add);
        }
      } else {
        revoked.forEach(printer::line);
      }
      return ExitCode.of(revoked.size(), unknown).number();
    }
  }
}
