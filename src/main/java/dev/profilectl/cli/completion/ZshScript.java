package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Argument;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Values;
import java.util.ArrayList;
import java.util.List;

/** The script for zsh, from 5.0 on. */
final class ZshScript {
  private static final String HEAD =
      """
      #compdef profilectl
      # zsh completion for profilectl, generated from its commands. Put it as _profilectl into a folder of $fpath, or
      #   source <(profilectl completion zsh)
      # behind compinit. Commands and flags come from this file; what changes (users, targets, runs, fields, codes) is
      # asked of the program, which says nothing when it cannot.

      # _profilectl_live KIND TAG: values that the program knows.
      _profilectl_live() {
        local -a found
        local line kind=$1
        if [[ $kind == user && $PREFIX == @* ]]; then
          compset -P @
          _files
          return
        fi
        while IFS= read -r line; do
          found+=("${${line%%$'\\t'*}//:/\\\\:}:${line#*$'\\t'}")
        done < <(command ${(Q)_profilectl_line[1]} __complete -- $kind ${(Q)PREFIX} ${(Q)_profilectl_line[2,-1]} 2>/dev/null </dev/null)
        if [[ $kind == field-is ]]; then
          _describe -t $kind $kind found -S ''
        else
          _describe -t $kind $kind found
        fi
      }

      # _profilectl_list WORD...: some of these, with commas between.
      _profilectl_list() {
        compset -P '*,'
        compadd -S '' -q -- $@
      }

      # _profilectl_fields KIND: keys of fields with commas between.
      _profilectl_fields() {
        compset -P '*,'
        _profilectl_live $1
      }

      """;

  private static final String TAIL =
      """
      _profilectl() {
        local -a _profilectl_line=("${(@)words[1,CURRENT-1]}")
        local word path_typed= pending=
        local -i i at=1
        for ((i = 2; i < CURRENT; i++)); do
          word=${(Q)words[i]}
          if [[ -n $pending ]]; then
            pending=
          elif [[ $word == -?* ]]; then
            ((${_profilectl_takes_value[(Ie)$word]})) && pending=1
          elif ((${_profilectl_paths[(Ie)${path_typed:+$path_typed }$word]})); then
            path_typed=${path_typed:+$path_typed }$word
            at=i
          else
            break
          fi
        done
        words=(profilectl "${(@)words[at+1,-1]}")
        ((CURRENT -= at - 1))
        _profilectl_at_${path_typed// /_}
      }

      if [[ $funcstack[1] == _profilectl ]]; then
        _profilectl "$@"
      else
        compdef _profilectl profilectl
      fi
      """;

  private final CommandShape root;
  private final StringBuilder text = new StringBuilder(HEAD);

  ZshScript(CommandShape root) {
    this.root = root;
  }

  String text() {
    text.append("_profilectl_paths=(");
    ScriptParts.all(root)
        .skip(1)
        .forEach(command -> text.append(" '").append(ScriptParts.path(command)).append('\''));
    text.append(" )\n_profilectl_takes_value=( ");
    text.append(String.join(" ", ScriptParts.takingValues(root))).append(" )\n\n");
    ScriptParts.all(root).forEach(this::function);
    return text.append(TAIL).toString();
  }

  private void function(CommandShape command) {
    text.append(name(command)).append("() {\n");
    if (command.commands().isEmpty()) {
      text.append("  _arguments -s -S");
      command.flags().forEach(flag -> add(spec(flag)));
      List<Argument> arguments = command.arguments();
      for (int i = 0; i < arguments.size(); i++) {
        Argument argument = arguments.get(i);
        String at = argument.many() ? "*" : String.valueOf(i + 1);
        add("'" + at + ":" + plain(argument.label()) + ":" + action(argument.values()) + "'");
      }
      text.append('\n');
    } else {
      nested(command);
    }
    text.append("}\n\n");
  }

  private static String name(CommandShape command) {
    return "_profilectl_at_" + String.join("_", command.path()).replace('-', '_');
  }

  private void add(String spec) {
    text.append(" \\\n    ").append(spec);
  }

  private void nested(CommandShape command) {
    text.append("  local curcontext=$curcontext state state_descr line\n");
    text.append("  local -A opt_args\n  local -a commands\n  commands=(\n");
    for (CommandShape sub : command.commands()) {
      text.append("    '").append(sub.name()).append(':');
      text.append(plain(ScriptParts.brief(sub.line()))).append("'\n");
    }
    text.append("  )\n  _arguments -C -s -S");
    ScriptParts.everywhere(root).forEach(flag -> add(spec(flag)));
    add("'1: :->command'");
    text.append("\n  [[ $state == command ]] && _describe -t commands command commands\n");
  }

  /** {@code '(-t --target)'{-t,--target=}'[…]:NAME:…'}. */
  private String spec(Flag flag) {
    String about = "[" + bracketed(ScriptParts.brief(flag.about())) + "]";
    String value = flag.takesValue() ? ":" + plain(flag.label()) + ":" + action(flag.values()) : "";
    List<String> names = new ArrayList<>();
    for (String name : flag.names()) {
      String end = !flag.takesValue() ? "" : name.startsWith("--") ? "=" : "+";
      names.add(name + end);
    }
    String start = flag.many() ? "'*'" : "'(" + String.join(" ", flag.names()) + ")'";
    String which = names.size() == 1 ? names.getFirst() : "{" + String.join(",", names) + "}";
    return start + which + "'" + about + value + "'";
  }

  private static String plain(String text) {
    return text.replace("\\", "\\\\").replace(":", "\\:").replace("'", "'\\''");
  }

  private static String bracketed(String text) {
    return plain(text).replace("[", "\\[").replace("]", "\\]");
  }

  /** Behind a blank stands what is called as it is written. */
  private String action(Values values) {
    String words = String.join(" ", ScriptParts.words(root, values));
    return switch (values.kind()) {
      case TEXT -> " ";
      case WORDS, TOPIC -> values.list() ? " _profilectl_list " + words : "(" + words + ")";
      case FILE -> "_files";
      case FOLDER -> "_files -/";
      case FIELD, FIELD_CLEARED ->
          (values.list() ? " _profilectl_fields " : " _profilectl_live ") + values.kind().word();
      case USER, TARGET, RUN, FIELD_IS, CODE -> " _profilectl_live " + values.kind().word();
    };
  }
}
