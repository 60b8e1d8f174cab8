package dev.profilectl.scenario;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A scenario file.
 *
 * <pre>
 * # why this case exists
 * == file people.txt
 * ada
 *
 * $ user create @people.txt --nickname 'Ada Lovelace'
 * exit 0
 * -- stdout
 * &lt;id1&gt;
 * </pre>
 *
 * <p>What {@code ==} can do is listed in {@link Sandbox}; how characters are written, in {@link
 * Visible}; which words stand for what wobbles, in {@link Masks}. A block ends before the next line
 * that starts with {@code ==}, {@code $}, {@code --} or {@code #} and a blank, less one empty line
 * in front of that; an empty block is left out.
 *
 * @param parts as they follow each other
 */
record Scenario(List<Part> parts) {
  /** A piece of the file. */
  sealed interface Part {}

  /** Why. */
  record Comment(String line) implements Part {}

  /** {@code == word argument}, and the block under it. */
  record Setup(String word, String argument, String block) implements Part {}

  /** {@code $ line}, and what is to come back. */
  record Run(String line, Answer answer) implements Part {}

  /** An exit code and two streams, masked and visible. */
  record Answer(int exit, String stdout, String stderr) {}

  static Scenario parse(String text) {
    List<Part> parts = new ArrayList<>();
    List<String> lines = text.lines().toList();
    for (int at = 0; at < lines.size(); ) {
      String line = lines.get(at++);
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("#")) {
        parts.add(new Comment(line));
      } else if (line.startsWith("== ")) {
        String[] words = line.substring(3).split(" ", 2);
        String block = block(lines, at);
        at += count(block);
        parts.add(new Setup(words[0], words.length > 1 ? words[1] : "", trimmed(block, lines, at)));
      } else if (line.startsWith("$ ")) {
        int exit = 0;
        String stdout = "";
        String stderr = "";
        if (at < lines.size() && lines.get(at).startsWith("exit ")) {
          exit = Integer.parseInt(lines.get(at++).substring(5));
        }
        while (at < lines.size() && lines.get(at).startsWith("-- ")) {
          boolean out = lines.get(at++).equals("-- stdout");
          String block = block(lines, at);
          at += count(block);
          String kept = trimmed(block, lines, at);
          stdout = out ? kept : stdout;
          stderr = out ? stderr : kept;
        }
        parts.add(new Run(line.substring(2), new Answer(exit, stdout, stderr)));
      } else {
        throw new IllegalArgumentException("line " + at + ": " + line);
      }
    }
    return new Scenario(List.copyOf(parts));
  }

  private static String block(List<String> lines, int from) {
    StringBuilder block = new StringBuilder();
    for (String line : lines.subList(from, lines.size())) {
      if (line.matches("(==|\\$|--|#) .*")) {
        break;
      }
      block.append(line).append('\n');
    }
    return block.toString();
  }

  private static int count(String block) {
    return (int) block.lines().count();
  }

  private static String trimmed(String block, List<String> lines, int end) {
    boolean spaced = end < lines.size() && (block.equals("\n") || block.endsWith("\n\n"));
    return spaced ? block.substring(0, block.length() - 1) : block;
  }

  /** The file's text with these answers, one for each run. */
  String text(List<Answer> answers) {
    StringBuilder text = new StringBuilder();
    Iterator<Answer> next = answers.iterator();
    Part before = null;
    for (Part part : parts) {
      boolean same = before != null && before.getClass() == part.getClass();
      if (before != null && !(same && isOneLine(part)) && !(before instanceof Comment)) {
        text.append('\n');
      }
      text.append(
          switch (part) {
            case Comment comment -> comment.line() + "\n";
            case Setup setup ->
                ("== " + setup.word() + " " + setup.argument()).stripTrailing()
                    + "\n"
                    + setup.block();
            case Run run -> "$ " + run.line() + "\n" + answer(next.next());
          });
      before = part;
    }
    return text.toString();
  }

  private static boolean isOneLine(Part part) {
    return part instanceof Comment || (part instanceof Setup setup && setup.block().isEmpty());
  }

  private static String answer(Answer answer) {
    return "exit "
        + answer.exit()
        + "\n"
        + (answer.stdout().isEmpty() ? "" : "-- stdout\n" + answer.stdout())
        + (answer.stderr().isEmpty() ? "" : "-- stderr\n" + answer.stderr());
  }
}
