package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.user.UserNoun;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code avatar review}. */
@Command(
    name = "review",
    header = {
      "Look through users' pictures in the terminal by keys: accept, crop, rotate, replace,"
          + " delete.",
      "",
      "  profilectl avatar review",
      "  profilectl avatar review --where 'level=gold and avatar_url!=null' --reason \"photo day\""
    })
public final class AvatarReviewCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ChangeFlags change;
  @Mixin PreviewFlags preview;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Only these users, instead of those who have a picture.")
  @Nullable String where;

  @Option(
      names = "--allow-private",
      description = "Fetch from addresses of this machine and of private networks too.")
  boolean allowPrivate;

  @Parameters(paramLabel = "USER", arity = "0..*", description = UserNoun.USERS)
  List<String> users = List.of();

  /** In a workspace. */
  public AvatarReviewCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      if (!session.prompt().possible() || !session.screen().terminals().out()) {
        throw new Usage(Message.of("review.needs-terminal"));
      }
      String term = workspace.environment().getOrDefault("TERM", "dumb");
      if (term.equals("dumb")) {
        throw new Usage(Message.of("review.dumb", term));
      }
      if (where != null && !users.isEmpty()) {
        throw new Usage(Message.of("review.users-or-where"));
      }
      return new PictureReview(session, change, preview, allowPrivate).of(where, users);
    }
  }
}
