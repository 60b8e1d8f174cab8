package dev.profilectl.terminal;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jline.utils.Signals;

/**
 * The editor of the person: {@code VISUAL}, else {@code EDITOR}, else one that is usually there.
 * Its command is run as the shell would, as git and crontab do, so it may have flags and quotes.
 * Without a terminal only one that was named is run, with nothing to read from, so that one that
 * wants a terminal ends at once.
 */
public final class Editor {
  private static final List<String> USUAL = List.of("editor", "nano", "vi");
  private static final File TTY = new File("/dev/tty");
  private static final File NOTHING = new File("/dev/null");
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_.+][A-Za-z0-9_./+-]*");
  private static final int NOT_FOUND = 127;
  private static final int NOT_RUN = 126;
  private static final int KILLED = 128;
  private static final int TERMINATED = 143;

  /** They open a file at a line by {@code +N}. */
  private static final Set<String> TAKING_LINES =
      Set.of(
          "editor",
          "vi",
          "vim",
          "nvim",
          "view",
          "gvim",
          "nano",
          "pico",
          "emacs",
          "emacsclient",
          "micro",
          "joe",
          "mg",
          "kak",
          "kate",
          "gedit");

  private final String command;
  private final Map<String, String> environment;
  private final Streams terminals;
  private final Path folder;

  private Editor(String command, Map<String, String> environment, Streams terminals, Path folder) {
    this.command = command;
    this.environment = environment;
    this.terminals = terminals;
    this.folder = folder;
  }

  /**
   * Finds it.
   *
   * @param folder where it works
   * @throws Usage where there is none
   */
  public static Editor of(Map<String, String> environment, Streams terminals, Path folder) {
    boolean person = terminals.err() || terminals.out();
    boolean draws = !environment.getOrDefault("TERM", "dumb").equals("dumb");
    Stream<String> named =
        Stream.of(person && !draws ? "" : "VISUAL", "EDITOR")
            .map(name -> environment.getOrDefault(name, ""))
            .filter(text -> !text.isBlank());
    Stream<String> usual =
        person && draws ? USUAL.stream().filter(name -> isThere(name, environment)) : Stream.of();
    String command =
        Stream.concat(named, usual)
            .findFirst()
            .orElseThrow(() -> new Usage(Message.of(person ? "edit.no-editor" : "edit.nobody")));
    return new Editor(command, environment, terminals, folder);
  }

  private static boolean isThere(String program, Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "/usr/bin:/bin").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }

  /** The command. */
  public String command() {
    return command;
  }

  /** Whether somebody sits before it who can be shown something and try again. */
  public boolean hasPerson() {
    return terminals.err() || terminals.out();
  }

  /**
   * Opens a file, and waits until the editor ends. Ctrl-C meanwhile is the editor's.
   *
   * @param line to begin at, where the editor is known to take one; 0 for wherever it likes
   * @return its exit code; 143 also where this process was told to end, which ends the editor
   * @throws Usage where there is no such editor
   */
  public int edit(Path file, long line) {
    List<String> words = new ArrayList<>(List.of("/bin/sh", "-c", script(), command));
    if (line > 0 && TAKING_LINES.contains(program())) {
      words.add("+" + line);
    }
    words.add(file.toString());
    ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.redirectInput(input());
    builder.redirectOutput(output());
    builder.redirectError(Redirect.INHERIT);
    int exit = run(builder);
    if (exit == NOT_FOUND || exit == NOT_RUN) {
      throw new Usage(Message.of("edit.editor-missing", command));
    }
    if (exit > KILLED && hasPerson()) {
      putRight();
    }
    return exit;
  }

  /**
   * The result of the command stays alone on standard output. Whether the program is there is asked
   * first, where its name is a plain one: the shell would say that it is not in words of its own.
   */
  private String script() {
    String start = isProgram(command) ? "\"$0\"" : command;
    String word = command.strip().split("\\s+", 2)[0];
    String first =
        PLAIN.matcher(word).matches()
            ? "command -v " + word + " >/dev/null || exit " + NOT_FOUND + "; "
            : "";
    return first + start + " \"$@\"" + (hasPerson() ? "" : " >&2");
  }

  /** A path with blanks is not split. */
  private boolean isProgram(String text) {
    try {
      return text.contains("/") && Files.isExecutable(folder.resolve(text));
    } catch (InvalidPathException noPath) {
      return false;
    }
  }

  private String program() {
    String first = isProgram(command) ? command : command.strip().split("\\s+", 2)[0];
    return first.substring(first.lastIndexOf('/') + 1);
  }

  private Redirect input() {
    if (terminals.in()) {
      return Redirect.INHERIT;
    }
    return Redirect.from(hasPerson() && Files.isReadable(TTY.toPath()) ? TTY : NOTHING);
  }

  /** An editor draws on the terminal although the result goes into a pipe. */
  private Redirect output() {
    boolean toTty = !terminals.out() && hasPerson() && Files.isWritable(TTY.toPath());
    return toTty ? Redirect.to(TTY) : Redirect.INHERIT;
  }

  private static int run(ProcessBuilder builder) {
    Object beforeInt = Signals.register("INT", () -> {});
    Process[] editor = new Process[1];
    boolean[] told = new boolean[1];
    Object beforeTerm =
        Signals.register(
            "TERM",
            () -> {
              told[0] = true;
              end(editor[0]);
            });
    try {
      editor[0] = builder.start();
      int exit = editor[0].waitFor();
      return told[0] ? TERMINATED : exit;
    } catch (IOException broken) {
      throw new Fault(Message.of("terminal.broken", String.valueOf(broken.getMessage())), broken);
    } catch (InterruptedException stopped) {
      end(editor[0]);
      Thread.currentThread().interrupt();
      return TERMINATED;
    } finally {
      Signals.unregister("INT", beforeInt);
      Signals.unregister("TERM", beforeTerm);
    }
  }

  private static void end(Process editor) {
    editor.descendants().forEach(ProcessHandle::destroy);
    editor.destroy();
  }

  /** An editor that was killed leaves the terminal as it wanted it, without echo. */
  private static void putRight() {
    try {
      new ProcessBuilder("/bin/sh", "-c", "stty sane </dev/tty >/dev/tty 2>/dev/null")
          .start()
          .waitFor();
    } catch (IOException noShell) {
      // then nothing can be done about it
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
