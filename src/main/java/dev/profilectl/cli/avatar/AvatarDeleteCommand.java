package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.user.EachUser;
import dev.profilectl.cli.user.Edits;
import dev.profilectl.cli.user.UpdateResults;
import dev.profilectl.cli.user.UserNoun;
import dev.profilectl.cli.user.UserWords;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code avatar delete}. */
@Command(
    name = "delete",
    header = {
      "Take users' pictures away; older ones stay in the history.",
      "",
      "  profilectl avatar delete ada",
      "  profilectl avatar delete ada bob --dry-run"
    })
public final class AvatarDeleteCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;

  @Parameters(paramLabel = "USER", arity = "1..*", description = UserNoun.USERS)
  List<String> users;

  /** In a workspace. */
  public AvatarDeleteCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      UserWords words = UserWords.read(session, users);
      ProfileDirectory directory = session.directory(change, Feature.REMOVE_AVATAR);
      EachUser each = new EachUser(session, words);
      UpdateResults results = new UpdateResults(session, words.plain(), change.dryRun());
      new Edits(session, each)
          .apply(
              directory,
              change,
              word ->
                  new Edit.RemoveAvatar(
                      directory
                          .find(UserRef.parse(word))
                          .orElseThrow(() -> each.noSuchUser(directory, word))
                          .id()),
              (_, outcome) -> results.add(outcome));
      results.print();
      return change.exit(each.exitCode(), results.anyChange());
    }
  }
}
