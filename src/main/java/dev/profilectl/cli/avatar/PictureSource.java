package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageInspector;
import dev.profilectl.image.fetch.Deadline;
import dev.profilectl.image.fetch.PictureFetcher;
import dev.profilectl.image.fetch.PictureUrl;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/** Where a picture comes from. Reading it ends, whatever it is. */
sealed interface PictureSource {
  /** What a word of the command line names. */
  static PictureSource of(String word, boolean allowPrivate) {
    if (word.equals("-")) {
      return new StandardInput();
    }
    return PictureUrl.isMeantBy(word)
        ? new Web(PictureUrl.parse(word), allowPrivate)
        : new File(word, File.LIMIT);
  }

  /** What it is called in sentences. */
  String name();

  /** Its bytes; more than a picture may have, where there are more. */
  byte[] read(Session session);

  /** As long as it takes, since a person may be typing or a program working at the other end. */
  record StandardInput() implements PictureSource {
    @Override
    public String name() {
      return "stdin";
    }

    @Override
    public byte[] read(Session session) {
      if (session.workspace().channels().terminals().in()) {
        session.note(Message.of("avatar.reading"));
      }
      return TextInput.bytes(session.workspace(), "-", ImageInspector.MAX_BYTES);
    }
  }

  /**
   * A file, and what only looks like one: a pipe nobody writes to, a terminal, a server's disk that
   * is gone.
   *
   * @param limit how long it may take, in all
   */
  record File(String name, Duration limit) implements PictureSource {
    private static final Duration LIMIT = Duration.ofSeconds(15);

    @Override
    public byte[] read(Session session) {
      try {
        return Deadline.within(
            limit,
            Thread.ofPlatform().daemon(),
            () -> TextInput.bytes(session.workspace(), name, ImageInspector.MAX_BYTES));
      } catch (TimeoutException late) {
        throw new Unavailable(Message.of("file.slow", name, limit.toSeconds()));
      }
    }
  }

  /** A URL. */
  record Web(PictureUrl url, boolean allowPrivate) implements PictureSource {
    @Override
    public String name() {
      return url.shown();
    }

    @Override
    public byte[] read(Session session) {
      String agent = "profilectl/" + session.workspace().version();
      return new PictureFetcher(agent, allowPrivate).fetch(url);
    }
  }
}
