package dev.profilectl.cli.user;

import dev.profilectl.cli.BeforeAsking;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Foreseen;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.History;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user delete}. */
@Command(
    name = "delete",
    header = {
      "Delete users; the history stays, and the name is free again.",
      "",
      "  profilectl user delete ada --reason \"left the company\"",
      "  profilectl user delete id:k4t1mro8nb7whqcsxyd3fujgpe --purge --yes"
    })
public final class UserDeleteCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ChangeFlags change;

  @Option(
      names = "--purge",
      description = "For good, with pictures and history; also of a user deleted before.")
  boolean purge;

  @Parameters(paramLabel = "USER", arity = "1..*", description = UserNoun.USERS)
  List<String> users;

  /** In a workspace. */
  public UserDeleteCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      UserWords words = UserWords.read(session, users);
      if (purge && !change.yes() && !change.dryRun()) {
        confirm(session, words);
      }
      ProfileDirectory directory = session.directory(change, Feature.DELETE_USER);
      EachUser each = new EachUser(session, words);
      List<Profile> gone = new ArrayList<>();
      new Edits(session, each)
          .apply(
              directory,
              change,
              word -> new Edit.Delete(idOf(each, directory, word), purge),
              (word, outcome) -> {
                if (outcome instanceof Outcome.Deleted deleted) {
                  gone.add(deleted.user());
                }
              });
      if (session.printer().structured() && words.plain()) {
        session.printer().one(DeletedUser.COLUMNS, gone.getFirst());
      } else {
        try (Rows<Profile> rows = session.printer().many(DeletedUser.COLUMNS)) {
          gone.forEach(rows::add);
        }
      }
      change.note(session);
      ExitCode code = each.exitCode();
      return change.exit(code, !gone.isEmpty());
    }
  }

  /** Says first what will be gone. */
  private static void confirm(Session session, UserWords words) {
    if (session.prompt().possible()) {
      ProfileDirectory directory = session.directory();
      BeforeAsking.show(
          session,
          words.words().stream().map(word -> Foreseen.loss(session, directory, word)).toList());
    }
    Message question = Message.of("ask.purge", String.join(", ", words.words()));
    if (!session.prompt().confirm(question, "--yes")) {
      throw new Interrupted(Message.of("note.nothing-done"));
    }
  }

  private UserId idOf(EachUser each, ProfileDirectory directory, String word) {
    UserRef ref = UserRef.parse(word);
    Optional<UserId> living = directory.find(ref).map(Profile::id);
    return living
        .or(() -> purge ? directory.history(ref).map(History::user) : Optional.empty())
        .orElseThrow(() -> each.noSuchUser(directory, word));
  }
}
