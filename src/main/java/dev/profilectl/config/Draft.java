package dev.profilectl.config;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A text that is being edited, in a folder of its own that its owner alone may enter: whatever the
 * editor leaves beside it goes with it. It stays until it is removed, whatever becomes of the
 * process.
 */
public final class Draft {
  private static final String BASE = ".base.yaml";

  private final Path file;
  private final boolean own;

  private Draft(Path file, boolean own) {
    this.file = file;
    this.own = own;
  }

  /**
   * A new one, still without a text.
   *
   * @param drafts the folder of all drafts
   * @param folder the name of its own, which no other has
   * @param name of its file
   * @throws Fault where it cannot be made
   */
  public static Draft create(Path drafts, String folder, String name) {
    Path own = drafts.resolve(folder);
    try {
      AtomicFile.makeFolder(drafts);
      AtomicFile.makeFolder(own);
      return new Draft(own.resolve(name), true);
    } catch (IOException refused) {
      throw failed(own, refused);
    }
  }

  /** One that was kept; a file from elsewhere is never removed. */
  public static Draft kept(Path drafts, Path file) {
    Path whole = file.toAbsolutePath().normalize();
    Path folder = whole.getParent();
    return new Draft(whole, folder != null && drafts.equals(folder.getParent()));
  }

  /** Where it is. */
  public Path file() {
    return file;
  }

  /** Replaces the text; it is on the disk on return. */
  public void write(String text) {
    write(file, text);
  }

  /** Keeps beside it what was there before anybody edited it. */
  public void base(String text) {
    if (own) {
      write(file.resolveSibling(BASE), text);
    }
  }

  /** What was there before anybody edited it; empty where nothing was kept. */
  public Optional<String> base() {
    return own && Files.exists(file.resolveSibling(BASE))
        ? Optional.of(read(file.resolveSibling(BASE)))
        : Optional.empty();
  }

  private static void write(Path file, String text) {
    try {
      AtomicFile.write(file, text, AtomicFile.Access.OWNER);
    } catch (IOException refused) {
      throw failed(file, refused);
    }
  }

  /**
   * The text.
   *
   * @throws NotFound where there is no such file
   * @throws Usage where it is not UTF-8
   */
  public String text() {
    return read(file);
  }

  /** Whether the file is there; an editor may have taken it away. */
  public boolean exists() {
    return Files.exists(file);
  }

  private static String read(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file));
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (NoSuchFileException missing) {
      throw new NotFound(Message.of("file.missing", file));
    } catch (CharacterCodingException other) {
      throw new Usage(Message.of("file.not-utf8", file));
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", file), unreadable);
    }
  }

  /** Takes it away with all that is beside it. */
  public void remove() {
    if (!own) {
      return;
    }
    Path folder = Objects.requireNonNull(file.getParent());
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> files = all.toList();
      for (Path each : files) {
        Files.deleteIfExists(each);
      }
      Files.deleteIfExists(folder);
    } catch (IOException refused) {
      throw failed(folder, refused);
    }
  }

  private static Fault failed(Path file, IOException why) {
    return new Fault(Message.of("edit.draft-failed", file, IoReason.of(why)), why);
  }
}
