package dev.profilectl.cli.shell;

import dev.profilectl.cli.ByHand;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what was done as a script for any POSIX shell: the commands that worked, each with the
 * user, the target and the store it worked on, so that it means the same outside. Commands that
 * failed stand there as comments; of those that need a person, what was done stands there.
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
   * @param pipe its words, the user among them; of many commands, each reads from the one before
   * @param variables that stood for flags
   * @param remark why it is not to be done outside; {@code null} where it is
   * @param runs those by which it changed something
   */
  record Line(
      List<List<String>> pipe,
      Map<String, String> variables,
      @Nullable String remark,
      List<String> runs) {
    /** One that was typed, with its exit code. */
    static Line typed(
        List<String> words, Map<String, String> variables, int exit, List<String> runs) {
      String remark = exit == ExitCode.OK.number() ? null : "exit " + exit;
      return new Line(List.of(words), variables, remark, runs);
    }

    /** The same for who reads it: what follows it was done by it. */
    private Line byHand() {
      return new Line(
          pipe, variables, remark == null ? "by hand" : "by hand, " + remark, List.of());
    }

    String text() {
      String text = pipe.stream().map(this::command).collect(Collectors.joining(" | "));
      return remark == null ? text : comment(remark, text);
    }

    private String command(List<String> words) {
      List<String> line = new ArrayList<>();
      new TreeMap<>(variables).forEach((name, value) -> line.add(name + "=" + Quoted.word(value)));
      line.add("profilectl");
      line.add(Quoted.line(words));
      return String.join(" ", line);
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

  /**
   * Adds a command that needed a person: as a remark, followed by what was done, which needs none.
   */
  void add(Line line, List<ByHand.Done> done) {
    add(line.byHand());
    for (ByHand.Done each : done) {
      String run = each.run();
      add(new Line(each.pipe(), line.variables, null, run == null ? List.of() : List.of(run)));
    }
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
