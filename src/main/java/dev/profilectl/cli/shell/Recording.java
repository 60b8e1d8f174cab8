package dev.profilectl.cli.shell;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.shell.Quoted;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes what was done as a script for any POSIX shell: the commands that worked, each with the
 * user, the target and the store it worked on, so that it means the same outside. Commands that
 * failed stand there as comments.
 */
final class Recording implements AutoCloseable {
  private static final String HEAD = "#!/bin/sh -e\n";

  private final Path file;
  private final FileChannel channel;
  private final List<Line> lines = new ArrayList<>();
  private final Set<Integer> gone = new HashSet<>();

  private Recording(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * To a new file, which its owner alone may read and run.
   *
   * @throws Conflict where there is a file of that name
   */
  static Recording to(Path file) {
    try {
      FileChannel channel =
          FileChannel.open(
              file,
              Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      Recording recording = new Recording(file, channel);
      recording.write(HEAD);
      return recording;
    } catch (FileAlreadyExistsException there) {
      throw new Conflict(Message.of("shell.record-there", file));
    } catch (IOException unwritable) {
      throw failed(file, unwritable);
    }
  }

  private static Fault failed(Path file, IOException why) {
    return new Fault(Message.of("shell.record-failed", file, IoReason.of(why)), why);
  }

  /**
   * A command that has ended.
   *
   * @param words of it, the user among them
   * @param variables that stood for flags
   * @param exit its exit code
   * @param runs those by which it changed something
   */
  record Line(List<String> words, Map<String, String> variables, int exit, List<String> runs) {
    String text() {
      List<String> line = new ArrayList<>();
      new TreeMap<>(variables).forEach((name, value) -> line.add(name + "=" + Quoted.word(value)));
      line.add("profilectl");
      line.add(Quoted.line(words));
      String text = String.join(" ", line);
      return exit == ExitCode.OK.number() ? text : comment("exit " + exit, text);
    }
  }

  private static String comment(String why, String text) {
    return "# " + why + ": " + text.replace("\n", "\n# ");
  }

  /** Adds a line, at once on its way, so that a shell that dies has recorded what it did. */
  void add(Line line) {
    lines.add(line);
    write(line.text() + "\n");
  }

  /** What was put back must not be done outside. */
  void undone(String run) {
    StringBuilder text = new StringBuilder(HEAD);
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      boolean back = line.runs.contains(run);
      gone.addAll(back ? List.of(i) : List.of());
      text.append(gone.contains(i) ? comment("undone", line.text()) : line.text()).append('\n');
    }
    try {
      channel.truncate(0);
    } catch (IOException unwritable) {
      throw failed(file, unwritable);
    }
    write(text.toString());
  }

  private void write(String text) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException full) {
      throw failed(file, full);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException full) {
      throw failed(file, full);
    }
  }
}
