package dev.profilectl.cli.user;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code user get}. */
@Command(
    name = "get",
    header = {
      "Show users.",
      "",
      "  profilectl user get ada",
      "  profilectl user get ada bob -o json --fields id,nickname"
    })
public final class UserGetCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ShapeFlags shape;

  @Parameters(paramLabel = "USER", arity = "1..*", description = UserNoun.USERS)
  List<String> users;

  /** In a workspace. */
  public UserGetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      UserWords words = UserWords.read(session, users);
      ProfileDirectory directory = session.directory();
      EachUser each = new EachUser(session, words);
      if (words.plain()) {
        Profile user = each.required(directory);
        session.printer(shape).one(UserColumns.all(), user);
        return ExitCode.OK.number();
      }
      try (Rows<Profile> rows = session.printer(shape).many(UserColumns.all())) {
        each.found(directory, rows::add);
      }
      return each.exitCode().number();
    }
  }
}
