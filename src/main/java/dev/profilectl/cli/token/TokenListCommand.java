package dev.profilectl.cli.token;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.AccessToken;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}. */
@Command(
    name = "list",
    header = {
      "List the tokens that were given out, newest first; never the tokens themselves.",
      "",
      "  profilectl token list",
      "  profilectl token list --fields id,user,expires"
    })
public final class TokenListCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  /** In a workspace. */
  public TokenListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace);
        Rows<AccessToken> rows = session.printer(shape).many(TokenColumns.ALL)) {
      session.localStore(false).tokens().list().forEach(rows::add);
      return ExitCode.OK.number();
    }
  }
}
