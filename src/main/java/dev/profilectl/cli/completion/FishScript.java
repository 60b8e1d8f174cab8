package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Argument;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Values;
import java.util.List;

/** The script for fish, from 3.0 on. */
final class FishScript {
  private static final String HEAD =
      """
      # fish completion for profilectl, generated from its commands. Load it by
      #   profilectl completion fish | source
      # Commands and flags come from this file; what changes (users, targets, runs, fields, codes) is asked of the
      # program, which says nothing when it cannot.

      """;

  private static final String FUNCTIONS =
      """
      # __profilectl_read: the path of commands typed so far, and how many arguments stand behind it.
      function __profilectl_read
          set -l path
          set -l arguments 0
          set -l pending 0
          for word in (commandline -opc)[2..-1]
              if test $pending -eq 1
                  set pending 0
              else if string match -qr -- '^-.' $word
                  contains -- $word $__profilectl_takes_value; and set pending 1
              else if test $arguments -eq 0; and contains -- (string join ' ' $path $word) $__profilectl_paths
                  set path $path $word
              else
                  set arguments (math $arguments + 1)
              end
          end
          echo (string join ' ' $path)
          echo $arguments
      end

      # __profilectl_at PATH [FROM [TO]]: whether that command is being typed, with so many arguments.
      function __profilectl_at
          set -l read (__profilectl_read)
          test "$read[1]" = "$argv[1]"; or return 1
          set -q argv[2]; and test $read[2] -lt $argv[2]; and return 1
          set -q argv[3]; and test $read[2] -gt $argv[3]; and return 1
          return 0
      end

      # __profilectl_live KIND: values that the program knows.
      function __profilectl_live
          set -l words (commandline -opc)
          set -l value (commandline -ct)
          string match -q -- '--*=*' $value; and set value (string replace -r -- '^--[^=]*=' '' $value)
          if test $argv[1] = user; and string match -q '@*' -- $value
              __fish_complete_path (string sub -s 2 -- $value) | string replace -r '^' '@'
              return
          end
          command $words[1] __complete -- $argv[1] "$value" $words[2..-1] 2>/dev/null </dev/null
      end

      # __profilectl_list WORD...: some of these, with commas between.
      function __profilectl_list
          set -l head (commandline -ct | string replace -r -- '^--[^=]*=' '' | string replace -r '[^,]*$' '')
          printf "$head%s\\n" $argv
      end

      complete -c profilectl -f
      """;

  private final CommandShape root;
  private final StringBuilder text = new StringBuilder(HEAD);

  FishScript(CommandShape root) {
    this.root = root;
  }

  String text() {
    set("takes_value", ScriptParts.takingValues(root));
    set("paths", ScriptParts.all(root).skip(1).map(c -> "'" + ScriptParts.path(c) + "'").toList());
    text.append('\n').append(FUNCTIONS);
    ScriptParts.all(root).forEach(this::command);
    return text.toString();
  }

  private void set(String name, List<String> words) {
    text.append("set -g __profilectl_").append(name).append(' ');
    text.append(String.join(" ", words)).append('\n');
  }

  private void command(CommandShape command) {
    String at = "'" + ScriptParts.path(command) + "'";
    text.append('\n');
    for (CommandShape sub : command.commands()) {
      line(at + " 0 0", "-a " + sub.name() + about(sub.line()));
    }
    List<Flag> flags =
        command.commands().isEmpty() ? command.flags() : ScriptParts.everywhere(root);
    for (Flag flag : flags) {
      StringBuilder names = new StringBuilder();
      for (String name : flag.names()) {
        names
            .append(name.startsWith("--") ? "-l " : "-s ")
            .append(name.replaceFirst("^-+", ""))
            .append(' ');
      }
      String value = flag.takesValue() ? value(flag.values()) : "";
      line(at, (names + value).strip() + about(flag.about()));
    }
    List<Argument> arguments = command.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      String from = at + " " + i + (argument.many() ? "" : " " + i);
      String offered = offered(argument.values());
      if (argument.values().kind() == Values.Kind.FILE) {
        line(from, "-F");
      } else if (!offered.isEmpty()) {
        line(from, "-a " + offered);
      }
    }
  }

  private void line(String at, String what) {
    text.append("complete -c profilectl -n \"__profilectl_at ").append(at).append("\" ");
    text.append(what).append('\n');
  }

  private static String about(String text) {
    String brief = ScriptParts.brief(text).replace("\\", "\\\\").replace("'", "\\'");
    return " -d '" + brief + "'";
  }

  private String value(Values values) {
    return switch (values.kind()) {
      case TEXT -> "-x ";
      case FILE -> "-r -F ";
      default -> "-x -a " + offered(values) + " ";
    };
  }

  private String offered(Values values) {
    String words = String.join(" ", ScriptParts.words(root, values));
    return switch (values.kind()) {
      case TEXT, FILE -> "";
      case WORDS, TOPIC ->
          values.list() ? "'(__profilectl_list " + words + ")'" : "'" + words + "'";
      case FOLDER -> "'(__fish_complete_directories (commandline -ct) \"\")'";
      case USER, TARGET, RUN, FIELD, FIELD_CLEARED, FIELD_IS, CODE ->
          "'(__profilectl_live " + values.kind().word() + ")'";
    };
  }
}
