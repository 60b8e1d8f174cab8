package dev.profilectl.cli.avatar;

import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.user.EachUser;
import dev.profilectl.cli.user.UserNoun;
import dev.profilectl.cli.user.UserWords;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code avatar show}. */
@Command(
    name = "show",
    header = {
      "Show users' pictures: drawn on a terminal, as facts in a pipe.",
      "",
      "  profilectl avatar show ada",
      "  profilectl avatar show ada --out ada.jpg"
    })
public final class AvatarShowCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;
  @Mixin ShapeFlags shape;
  @Mixin PreviewFlags preview;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the picture's bytes there; - for standard output.")
  @Nullable String out;

  @Parameters(paramLabel = "USER", arity = "1..*", description = UserNoun.USERS)
  List<String> users;

  /** In a workspace. */
  public AvatarShowCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      boolean draws = preview.wanted(session);
      UserWords words = UserWords.read(session, users);
      ProfileDirectory directory = session.directory();
      EachUser each = new EachUser(session, words);
      List<AvatarColumns> found = new ArrayList<>();
      each.attempt(
          word -> Optional.of(avatarOf(directory, each, word)),
          (_, avatar) -> {
            each.done();
            found.add(avatar);
          });
      if (out != null) {
        if (!words.plain()) {
          throw new Usage(Message.of("avatar.out-many"));
        }
        PictureFile.write(session, found.getFirst().avatar(), out);
      } else if (draws && !found.isEmpty()) {
        preview.draw(session, drawing -> drawing.show(found));
      } else {
        print(session.printer(shape), words.plain(), found);
      }
      return each.exitCode().number();
    }
  }

  private static AvatarColumns avatarOf(ProfileDirectory directory, EachUser each, String word) {
    Profile user =
        directory.find(UserRef.parse(word)).orElseThrow(() -> each.noSuchUser(directory, word));
    Optional<Avatar> avatar = directory.avatar(user.id());
    Object url = user.get(Field.AVATAR_URL);
    return new AvatarColumns(
        user,
        avatar.orElseThrow(
            () ->
                new NotFound(
                    url == null
                        ? Message.of("user.no-avatar", user.username())
                        : Message.of("user.avatar-elsewhere", user.username(), url))));
  }

  private static void print(Printer printer, boolean plain, List<AvatarColumns> found) {
    if (plain) {
      printer.one(AvatarColumns.all(), found.getFirst());
      return;
    }
    try (Rows<AvatarColumns> rows = printer.many(AvatarColumns.all())) {
      found.forEach(rows::add);
    }
  }
}
