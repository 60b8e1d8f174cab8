package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.user.EachUser;
import dev.profilectl.cli.user.Edits;
import dev.profilectl.cli.user.UpdateResults;
import dev.profilectl.cli.user.UserWords;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.List;

/** Makes a file that a system has already a user's picture. */
final class AdoptFile {
  private final Session session;
  private final ChangeFlags change;

  AdoptFile(Session session, ChangeFlags change) {
    this.session = session;
    this.change = change;
  }

  /** Does it, prints what changed, and gives the exit code. */
  int on(String user, String file) {
    ProfileDirectory directory = session.directory(change, Feature.ADOPT_AVATAR);
    EachUser each = new EachUser(session, new UserWords(List.of(user), true));
    UpdateResults results = new UpdateResults(session, true, change.dryRun());
    new Edits(session, each)
        .apply(
            directory,
            change,
            word ->
                new Edit.AdoptAvatar(
                    directory
                        .find(UserRef.parse(word))
                        .orElseThrow(() -> Refusals.noSuchUser(word))
                        .id(),
                    file),
            (_, outcome) -> results.add(outcome));
    results.print();
    return change.exit(each.exitCode(), results.anyChange());
  }
}
