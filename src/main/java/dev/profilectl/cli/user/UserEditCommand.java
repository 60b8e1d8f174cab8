package dev.profilectl.cli.user;

import dev.profilectl.bulk.YamlDocument;
import dev.profilectl.cli.ByHand;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Draft;
import dev.profilectl.config.Places;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.terminal.Editor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code user edit}. */
@Command(
    name = "edit",
    header = {
      "Edit profiles as text in your editor; only what you changed is sent.",
      "",
      "  profilectl user edit ada",
      "  profilectl user edit ada bob --dry-run"
    })
public final class UserEditCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;

  @Option(
      names = "--draft",
      paramLabel = "FILE",
      description = "Go on with a text that was kept; with --no-input send it as it stands.")
  @Nullable String kept;

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
  public UserEditCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      if (workspace.place().isPresent()) {
        throw new Usage(Message.of("script.not-here", "user edit"));
      }
      UserWords words = UserWords.read(session, users);
      ProfileDirectory directory = session.directory(change, Feature.UPDATE_PROFILE);
      if (ifVersion != null) {
        Refusals.ifUnable(directory, Feature.VERSIONS);
      }
      EachUser each = new EachUser(session, words);
      UpdateResults results = new UpdateResults(session, words.plain(), change.dryRun());
      Map<String, EditedUser> people = people(session, directory, each);
      if (!people.isEmpty()) {
        Editor editor = editor(session);
        Origin origin = change.origin(session);
        ByHand byHand = new ByHand(session, change);
        EditDesk.Place place =
            new EditDesk.Place(
                session,
                change,
                draft(origin, people),
                editor,
                new EditedByHand(byHand, acceptLoss));
        var work = new EditDesk.Work(directory, origin, people, acceptLoss);
        try {
          new EditDesk(place, work, each, results).edit(kept != null);
        } finally {
          byHand.tell();
        }
        results.print();
      }
      return change.exit(each.exitCode(), results.anyChange());
    }
  }

  /** Whoever wants no questions wants no editor either. */
  private @Nullable Editor editor(Session session) {
    if (!session.noInput()) {
      return Editor.of(
          workspace.environment(), workspace.channels().terminals(), workspace.file(""));
    }
    if (kept == null) {
      throw new Usage(Message.of("edit.no-input"));
    }
    return null;
  }

  private Map<String, EditedUser> people(
      Session session, ProfileDirectory directory, EachUser each) {
    Map<String, EditedUser> people = new LinkedHashMap<>();
    DraftPages pages = new DraftPages(session, directory);
    each.attempt(
        word -> Optional.of(each.required(directory, word)),
        (word, user) -> {
          Refusals.ifStale(user, ifVersion);
          people.putIfAbsent(user.id().text(), EditedUser.of(word, user, pages));
        });
    if (kept != null) {
      sinceKept(people);
    }
    return people;
  }

  /** What a kept draft changes is told by what it began with. */
  private void sinceKept(Map<String, EditedUser> people) {
    Draft draft = Draft.kept(new Places(workspace.environment()).drafts(), file());
    draft
        .base()
        .ifPresent(
            base -> {
              for (YamlDocument page : YamlDocument.all(draft.file().toString(), base)) {
                people.computeIfPresent(
                    String.valueOf(page.cells().get(EditedUser.ID)),
                    (_, user) -> user.since(page.cells()));
              }
            });
  }

  private Path file() {
    return workspace.file(String.valueOf(kept));
  }

  /** Named after whom it is about, which an editor shows. */
  private Draft draft(Origin origin, Map<String, EditedUser> people) {
    Path drafts = new Places(workspace.environment()).drafts();
    if (kept != null) {
      return Draft.kept(drafts, file());
    }
    String name = people.values().iterator().next().user().username();
    String safe = people.size() > 1 ? people.size() + "-users" : name;
    return Draft.create(drafts, origin.run(), safe.replaceAll("[^A-Za-z0-9_-]", "_") + ".yaml");
  }
}
