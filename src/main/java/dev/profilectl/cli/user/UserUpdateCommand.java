package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.user.UserCreateCommand.NewUser;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user update}. */
@Command(
    name = "update",
    header = {
      "Change fields of users; what is not named stays as it is.",
      "",
      "  profilectl user update ada --nickname Ada --clear city --dry-run",
      "  profilectl user update ada bob --set level=gold --create"
    })
public final class UserUpdateCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin FieldFlags fields;

  @Option(names = "--username", paramLabel = "NAME", description = "Rename the user.")
  @Nullable String username;

  @Option(names = "--create", description = "Make the users that are missing.")
  boolean create;

  @Option(
      names = "--if-version",
      paramLabel = "N",
      description = "Refuse where the profile's version is another.")
  @Nullable Long ifVersion;

  @Option(
      names = "--accept-loss",
      paramLabel = "WORD",
      split = ",",
      description =
          "Change it although the system loses this on the way; a refusal names the word.")
  List<String> acceptLoss = new ArrayList<>();

  @Parameters(paramLabel = "USER", arity = "1..*", description = UserNoun.USERS)
  List<String> users;

  /** In a workspace. */
  public UserUpdateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      UserWords words = UserWords.read(session, users);
      Map<Field, @Nullable Object> values = fields.values(session);
      if (username != null) {
        FieldFlags.putOnce(values, Field.USERNAME, username);
      }
      if (values.isEmpty()) {
        throw new Usage(Message.of("usage.nothing-to-change"));
      }
      ProfileRules rules = session.rules();
      ProfilePatch patch = rules.patch(values, false);
      ProfileDirectory directory = session.directory(change, Feature.UPDATE_PROFILE);
      Refusals.ifUnsupported(directory, patch);
      if (ifVersion != null) {
        Refusals.ifUnable(directory, Feature.VERSIONS);
      }
      if (create) {
        Refusals.ifUnable(directory, Feature.CREATE_USER);
      }
      EachUser each = new EachUser(session, words);
      UpdateResults results = new UpdateResults(session, words.plain(), change.dryRun());
      new Edits(session, each)
          .apply(
              directory,
              change,
              word -> {
                Optional<Profile> user = directory.find(UserRef.parse(word));
                if (user.isPresent()) {
                  return new Edit.Update(user.get().id(), patch, ifVersion, Set.copyOf(acceptLoss));
                }
                if (!create || UserRef.parse(word) instanceof UserRef.ById) {
                  throw each.noSuchUser(directory, word);
                }
                return NewUser.edit(rules, values, nameOf(word));
              },
              (word, outcome) -> results.add(outcome));
      results.print();
      return change.exit(each.exitCode(), results.anyChange());
    }
  }

  /** A user who is missing is made under the name that was given, never under an id. */
  private static String nameOf(String word) {
    return UserRef.parse(word).text();
  }
}
