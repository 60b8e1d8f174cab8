package dev.profilectl.remote;

import dev.profilectl.image.ImageComparison;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.ImageOptions;
import dev.profilectl.image.ImagePipeline;
import dev.profilectl.image.Picture;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.NewAvatar;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** Pictures as the program sees them; what lies elsewhere is fetched without any guard. */
final class SeenPictures implements Pictures {
  private static final List<String> FILES = List.of("photo.jpg", "disc.png", "orientation-1.jpg");

  private final List<URI> elsewhere = new CopyOnWriteArrayList<>();

  /** What was fetched from other servers. */
  List<URI> elsewhere() {
    return elsewhere;
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
    elsewhere.add(address);
    try (InputStream in = address.toURL().openStream()) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One of some pictures, as an upload makes them. */
  static NewAvatar sample(int number) {
    Picture picture = ImagePipeline.process(file(number), ImageOptions.DEFAULTS.withSize(128));
    return new NewAvatar(
        Blob.of(picture.bytes()),
        new Avatar.Shape(picture.format().word(), picture.width(), picture.height()),
        "avatar." + picture.format().extension(),
        null);
  }

  private static byte[] file(int number) {
    String name = "/images/" + FILES.get(number);
    try (InputStream in = SeenPictures.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
