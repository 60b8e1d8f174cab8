package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Event;
import dev.profilectl.cli.review.Extent;
import dev.profilectl.failure.Failure;
import dev.profilectl.image.Sketch;
import dev.profilectl.profile.Blob;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Other pictures that take the place of one: read by file or URL, the last few kept. */
final class ReviewFiles {
  private static final int KEPT = 3;

  private final Session session;
  private final boolean allowPrivate;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  private record Kept(Blob bytes, Sketch sketch) {}

  ReviewFiles(Session session, boolean allowPrivate) {
    this.session = session;
    this.allowPrivate = allowPrivate;
  }

  /** Reads one on a thread of its own, which may take as long as its server does. */
  void pick(String word, Consumer<Event> told) {
    Thread.ofPlatform()
        .daemon()
        .name("picture")
        .start(
            () -> {
              try {
                Sketch sketch = keep(word).sketch;
                Extent extent = new Extent(sketch.width(), sketch.height());
                told.accept(new Event.Picked(new Draft.Chosen(word, extent)));
              } catch (Failure failure) {
                told.accept(new Event.Unpicked(word, failure));
              } catch (RuntimeException | OutOfMemoryError bug) {
                told.accept(new Event.Unpicked(word, ReviewCard.bug(bug)));
              }
            });
  }

  private Kept keep(String word) {
    PictureSource source = PictureSource.of(name(word), allowPrivate);
    byte[] bytes = source.read(session);
    Kept read =
        PictureWork.named(
            source.name(), () -> new Kept(Blob.of(bytes), Sketch.of(bytes, ReviewCard.DRAWN)));
    synchronized (kept) {
      kept.remove(word);
      kept.put(word, read);
      if (kept.size() > KEPT) {
        kept.remove(kept.keySet().iterator().next());
      }
    }
    return read;
  }

  /** As people paste names: in quotes, with blanks behind backslashes, from their home. */
  private String name(String word) {
    String name = word;
    if (name.length() > 1
        && "'\"".indexOf(name.charAt(0)) >= 0
        && name.charAt(name.length() - 1) == name.charAt(0)) {
      name = name.substring(1, name.length() - 1);
    } else {
      name = name.replaceAll("\\\\(.)", "$1");
    }
    String home = session.workspace().environment().getOrDefault("HOME", "");
    if (name.startsWith("~/") && !home.isEmpty()) {
      name = home + name.substring(1);
    }
    return name.equals("-") ? "./-" : name;
  }

  /** To be drawn; {@code null} where it was forgotten. */
  @Nullable Sketch sketch(String word) {
    synchronized (kept) {
      Kept there = kept.get(word);
      return there == null ? null : there.sketch;
    }
  }

  /**
   * Its bytes; read again where they were forgotten.
   *
   * @throws Failure where it cannot be read any more
   */
  Blob bytes(String word) {
    Kept there;
    synchronized (kept) {
      there = kept.get(word);
    }
    return there == null ? keep(word).bytes : there.bytes;
  }
}
