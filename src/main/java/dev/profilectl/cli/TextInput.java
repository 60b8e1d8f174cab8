package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/** Input that a command line names: a file, or {@code -} for standard input. */
public final class TextInput {
  private static final int MOST_TEXT = 64 << 20;
  private static final String STDIN = "-";

  private TextInput() {}

  /**
   * The bytes, up to a limit.
   *
   * @param most bytes to read; one more is read, so that what is longer shows
   * @throws NotFound where there is no such file
   */
  public static byte[] bytes(Workspace workspace, String name, int most) {
    if (name.equals(STDIN)) {
      return read(workspace.channels().in(), name, most);
    }
    try {
      Path path = workspace.file(name);
      if (Files.isDirectory(path)) {
        throw new Usage(Message.of("file.folder", name));
      }
      try (InputStream in = Files.newInputStream(path)) {
        return read(in, name, most);
      }
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new NotFound(Message.of("file.missing", name));
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  /**
   * The bytes as they come, for inputs of any length.
   *
   * @return to be closed; standard input stays open
   * @throws NotFound where there is no such file
   */
  public static InputStream stream(Workspace workspace, String name) {
    if (name.equals(STDIN)) {
      return new FilterInputStream(workspace.channels().in()) {
        @Override
        public void close() {}
      };
    }
    try {
      Path path = workspace.file(name);
      if (Files.isDirectory(path)) {
        throw new Usage(Message.of("file.folder", name));
      }
      return Files.newInputStream(path);
    } catch (NoSuchFileException | InvalidPathException missing) {
      throw new NotFound(Message.of("file.missing", name));
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  private static byte[] read(InputStream in, String name, int most) {
    try {
      return in.readNBytes(most + 1);
    } catch (IOException unreadable) {
      throw unreadable(name, unreadable);
    }
  }

  private static Failure unreadable(String name, IOException cause) {
    return new Fault(Message.of("file.unreadable", name), cause);
  }

  /** The text, as UTF-8 without a byte order mark. */
  public static String text(Workspace workspace, String name) {
    byte[] bytes = bytes(workspace, name, MOST_TEXT);
    if (bytes.length > MOST_TEXT) {
      throw new Usage(Message.of("file.too-long", name));
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException notUtf8) {
      throw new Usage(Message.of("file.not-utf8", name));
    }
  }

  /** The lines of the text, without their ends. */
  public static List<String> lines(Workspace workspace, String name) {
    return text(workspace, name).lines().toList();
  }

  /** A secret: the text without the one line end that an editor or {@code echo} puts behind it. */
  public static String secret(Workspace workspace, String name) {
    String text = text(workspace, name);
    String shorter = text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    return shorter.endsWith("\r") ? shorter.substring(0, shorter.length() - 1) : shorter;
  }
}
