package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Message;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.DirectoryAround;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.ProfileDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Sets pictures; one that a server refuses as too large it makes again, once, of half the bytes.
 */
final class SmallerPictures extends DirectoryAround {
  private final PictureMaker.Wish wish;

  /**
   * Around a directory.
   *
   * @param wish what is made of pictures; those that are to stay as they are do
   */
  SmallerPictures(ProfileDirectory directory, PictureMaker.Wish wish) {
    super(directory);
    this.wish = wish;
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    List<Outcome> outcomes = new ArrayList<>(super.apply(edits, origin));
    for (int i = 0; i < outcomes.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Failed failed
          && edits.get(i) instanceof Edit.SetAvatar set
          && !wish.asIs()) {
        outcomes.set(i, again(set, failed, origin));
      }
    }
    return outcomes;
  }

  private Outcome again(Edit.SetAvatar refused, Outcome.Failed failed, Origin origin) {
    NewAvatar avatar = refused.avatar();
    Blob source = Objects.requireNonNullElse(avatar.original(), avatar.content());
    long bytes = avatar.content().size();
    return ServerLimit.fitting(
            failed.failure(),
            bytes,
            most ->
                NewPicture.made(
                    PictureWork.process(
                        source.bytes(), wish.options(), avatarLimits().withMaxBytes(most)),
                    avatar.fileName(),
                    avatar.original()))
        .map(less -> set(new Edit.SetAvatar(refused.user(), less.avatar()), bytes, origin))
        .orElse(failed);
  }

  private Outcome set(Edit.SetAvatar smaller, long bytes, Origin origin) {
    Outcome outcome = super.apply(List.of(smaller), origin).getFirst();
    if (!(outcome instanceof Outcome.Updated made)) {
      return outcome;
    }
    List<Message> remarks = new ArrayList<>(made.remarks());
    remarks.add(Message.of("pictures.smaller", made.user().username(), Sizes.of(bytes)));
    return new Outcome.Updated(made.user(), made.changes(), made.shortfall(), remarks);
  }
}
