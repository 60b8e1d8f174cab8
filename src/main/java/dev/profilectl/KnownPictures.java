package dev.profilectl;

import dev.profilectl.image.ImageComparison;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.fetch.PictureFetcher;
import dev.profilectl.image.fetch.PictureUrl;
import dev.profilectl.profile.Avatar;
import dev.profilectl.remote.Pictures;
import java.net.URI;

/** Tells remote directories about pictures. */
final class KnownPictures implements Pictures {
  private final String agent;

  /** With the name that servers are told. */
  KnownPictures(String agent) {
    this.agent = agent;
  }

  @Override
  public Avatar.Shape shape(byte[] picture) {
    ImageFacts facts = ImageInspector.inspect(picture);
    return new Avatar.Shape(facts.format().word(), facts.width(), facts.height());
  }

  @Override
  public boolean alike(byte[] one, byte[] other) {
    return ImageComparison.looksSame(one, other);
  }

  @Override
  public byte[] fetch(URI address) {
    return new PictureFetcher(agent, false).fetch(PictureUrl.parse(address.toString()));
  }
}
