package dev.profilectl.cli.avatar;

import dev.profilectl.failure.Message;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A picture that is to become a user's, and how it came about.
 *
 * @param avatar what is to be set
 * @param source what it was made from
 * @param steps what was done to it, in that order
 */
record NewPicture(NewAvatar avatar, Source source, List<Step> steps) {
  /** Copies the steps. */
  NewPicture {
    steps = List.copyOf(steps);
  }

  /**
   * What a picture was made from.
   *
   * @param name as a person would call it: a file, an address, a version
   * @param bytes its size
   * @param shape what it is
   */
  record Source(String name, long bytes, Avatar.Shape shape) {}

  /**
   * One thing that was done.
   *
   * @param code for machines
   * @param text for people
   */
  record Step(String code, Message text) {}

  /** The same, with one thing more that was done first. */
  NewPicture after(Step first) {
    List<Step> all = new ArrayList<>();
    all.add(first);
    all.addAll(steps);
    return new NewPicture(avatar, source, all);
  }

  /** Made by the picture pipeline. */
  static NewPicture made(Picture picture, String name, @Nullable Blob original) {
    NewAvatar avatar =
        new NewAvatar(
            Blob.of(picture.bytes()),
            new Avatar.Shape(picture.format().word(), picture.width(), picture.height()),
            "avatar." + picture.format().extension(),
            original);
    var facts = picture.source();
    Source source =
        new Source(
            name,
            facts.bytes(),
            new Avatar.Shape(facts.format().word(), facts.width(), facts.height()));
    List<Step> steps =
        picture.steps().stream().map(step -> new Step(step.code(), step.text())).toList();
    return new NewPicture(avatar, source, steps);
  }
}
