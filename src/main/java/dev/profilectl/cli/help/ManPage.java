package dev.profilectl.cli.help;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Argument;
import dev.profilectl.cli.CommandShape.Flag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/** A page for {@code man}: of a command, made of the command tree, or of a topic. */
public final class ManPage {
  private static final String PROGRAM = "profilectl";

  private final StringBuilder text = new StringBuilder();

  private ManPage() {}

  /** The name of a command's page, without the section: {@code profilectl-user-update}. */
  public static String name(CommandShape command) {
    return command.path().isEmpty() ? PROGRAM : PROGRAM + "-" + String.join("-", command.path());
  }

  /** The page of a command, for section 1. */
  public static String of(CommandShape command, String version) {
    ManPage page = new ManPage();
    page.start(name(command), "1", version);
    page.section("NAME");
    page.line(plain(name(command)) + " \\- " + plain(withoutEnd(command.line())));
    page.synopsis(command);
    page.section("EXAMPLES");
    page.unfilled(command.examples());
    page.commands(command);
    page.arguments(command.arguments());
    page.flags(command.flags());
    page.section("SEE ALSO");
    page.seeAlso(command);
    return page.text.toString();
  }

  /** The page of a topic, for section 7. */
  public static String of(Topic topic, String version) {
    List<String> lines = topic.lines(Locale.ENGLISH);
    ManPage page = new ManPage();
    page.start(PROGRAM + "-" + topic.word(), "7", version);
    page.section("NAME");
    page.line(plain(PROGRAM + "-" + topic.word()) + " \\- " + plain(withoutEnd(lines.getFirst())));
    page.section("DESCRIPTION");
    page.unfilled(lines);
    page.section("SEE ALSO");
    page.line(".BR profilectl (1)");
    return page.text.toString();
  }

  private void start(String name, String section, String version) {
    // No date: the same sources make the same page.
    String title = name.toUpperCase(Locale.ROOT);
    line(".TH \"" + title + "\" " + section + " \"\" \"profilectl " + version + "\"");
    line(".nh");
  }

  private void section(String title) {
    line(".SH \"" + title + "\"");
  }

  private void synopsis(CommandShape command) {
    section("SYNOPSIS");
    line(".B " + plain(PROGRAM + " " + String.join(" ", command.path())).strip());
    StringBuilder rest = new StringBuilder();
    if (!command.commands().isEmpty()) {
      rest.append("COMMAND ");
    }
    for (Argument argument : command.arguments()) {
      String label = argument.label() + (argument.many() ? "..." : "");
      rest.append(argument.least() > 0 ? label : "[" + label + "]").append(' ');
    }
    line(plain(rest + "[FLAGS]"));
  }

  private void commands(CommandShape command) {
    if (!command.commands().isEmpty()) {
      section("COMMANDS");
      for (CommandShape sub : command.commands()) {
        item(".BR " + plain(name(sub)) + " (1)", sub.line());
      }
    }
  }

  private void arguments(List<Argument> arguments) {
    if (!arguments.isEmpty()) {
      section("ARGUMENTS");
      arguments.forEach(argument -> item(".I " + plain(argument.label()), argument.about()));
    }
  }

  private void flags(List<Flag> flags) {
    SequencedMap<String, StringBuilder> groups = new LinkedHashMap<>();
    for (Flag flag : flags) {
      ManPage item = new ManPage();
      String label = flag.takesValue() ? " " + flag.label() : "";
      item.item(".B " + plain(String.join(", ", flag.names()) + label), flag.about());
      groups.computeIfAbsent(flag.group(), _ -> new StringBuilder()).append(item.text);
    }
    groups.forEach(
        (group, items) -> {
          section(group.toUpperCase(Locale.ROOT));
          text.append(items);
        });
  }

  private void item(String head, String about) {
    line(".TP");
    line(head);
    line(plain(about));
  }

  private void seeAlso(CommandShape command) {
    List<String> path = command.path();
    if (!path.isEmpty()) {
      String above = path.size() > 1 ? PROGRAM + "-" + path.getFirst() : PROGRAM;
      line(".BR " + plain(above) + " (1),");
    }
    for (String topic : command.topics()) {
      boolean last = topic.equals(command.topics().getLast());
      line(".BR " + plain(PROGRAM + "-" + topic) + " (7)" + (last ? "" : ","));
    }
  }

  private void unfilled(List<String> lines) {
    line(".nf");
    lines.forEach(each -> line(plain(each)));
    line(".fi");
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private static String withoutEnd(String sentence) {
    return sentence.replaceFirst("[.:]$", "");
  }

  /** Text that man shows as it is, also where it begins with what would be a request. */
  private static String plain(String text) {
    String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
    return escaped.startsWith(".")
        ? "\\&" + escaped
        : escaped.replace("…", "...").replace("×", "x");
  }
}
