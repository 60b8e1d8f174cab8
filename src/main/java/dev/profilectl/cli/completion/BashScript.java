package dev.profilectl.cli.completion;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.CommandShape.Argument;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The script for bash, from 3.2 on, with or without the package bash-completion. */
final class BashScript {
  private static final String HEAD =
      """
      # bash completion for profilectl, generated from its commands. Load it by
      #   source <(profilectl completion bash)
      # Commands and flags come from this file; what changes (users, targets, runs, fields, codes) is asked of the
      # program, which says nothing when it cannot.

      """;

  private static final String TAIL =
      """
      # _profilectl_reply KIND WORDS: fills COMPREPLY for what is typed of a value, which may be a list.
      _profilectl_reply() {
        local kind=$1 words=$2 list= head= tail=$value line
        case $kind in *,) kind=${kind%,} list=1 ;; esac
        if [[ -n $list ]]; then
          tail=${value##*,}
          head=${value%"$tail"}
          compopt -o nospace 2>/dev/null
        fi
        case $kind in
          text) ;;
          words) while IFS= read -r line; do COMPREPLY+=("$head$line"); done < <(compgen -W "$words" -- "$tail") ;;
          file) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$tail") ;;
          folder) compopt -o filenames 2>/dev/null; while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$tail") ;;
          *)
            if [[ $kind == user && $tail == @* ]]; then
              compopt -o filenames 2>/dev/null
              while IFS= read -r line; do COMPREPLY+=("@$line"); done < <(compgen -f -- "${tail#@}")
              return
            fi
            [[ $kind == field-is ]] && compopt -o nospace 2>/dev/null
            while IFS= read -r line; do COMPREPLY+=("${line%%$'\\t'*}"); done < <(
              "${typed[0]}" __complete -- "$kind" "$value" "${typed[@]:1:${#typed[@]}-2}" 2>/dev/null </dev/null
            )
            ;;
        esac
      }

      _profilectl() {
        local typed=() rest=$COMP_LINE word path= last value i arguments=0 pending= plain=
        # bash splits at = and : as well; what follows without a blank belongs to the same word
        for ((i = 0; i <= COMP_CWORD; i++)); do
          word=${COMP_WORDS[i]}
          if [[ $i -eq 0 || $rest == [[:space:]]* ]]; then
            rest=${rest#"${rest%%[![:space:]]*}"}
            typed+=("$word")
          else
            typed[${#typed[@]}-1]+=$word
          fi
          rest=${rest#"$word"}
        done
        last=$((${#typed[@]} - 1))
        value=${typed[last]}
        COMPREPLY=()

        local commands
        for ((i = 1; i < last; i++)); do
          word=${typed[i]}
          if [[ -n $pending ]]; then
            pending=
          elif [[ -z $plain && $word == -- ]]; then
            plain=1
          elif [[ -z $plain && $word == -?* ]]; then
            _profilectl_takes_value "$word" && pending=$word
          else
            _profilectl_commands "$path"
            if [[ $arguments -eq 0 && " $commands " == *" $word "* ]]; then
              path="${path:+$path }$word"
            else
              arguments=$((arguments + 1))
            fi
          fi
        done

        local kind=text words= flags=
        if [[ -n $pending ]]; then
          _profilectl_flag "$path" "$pending"
          _profilectl_reply "$kind" "$words"
        elif [[ -z $plain && $value == --*=* ]]; then
          local name=${value%%=*} i=0
          value=${value#*=}
          _profilectl_flag "$path" "$name"
          _profilectl_reply "$kind" "$words"
          # readline replaces what stands behind the = alone
          [[ $COMP_WORDBREAKS == *=* ]] ||
            for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=$name=${COMPREPLY[i]}; done
        elif [[ -z $plain && $value == -* ]]; then
          _profilectl_flags "$path"
          while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$flags" -- "$value")
        else
          _profilectl_commands "$path"
          [[ $arguments -eq 0 ]] &&
            while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$commands" -- "$value")
          _profilectl_argument "$path" "$arguments"
          _profilectl_reply "$kind" "$words"
          # readline replaces what stands behind the last : alone
          if [[ $value == *:* && $COMP_WORDBREAKS == *:* ]]; then
            local colon=${value%"${value##*:}"}
            for ((i = 0; i < ${#COMPREPLY[@]}; i++)); do COMPREPLY[i]=${COMPREPLY[i]#"$colon"}; done
          fi
        fi
      }

      complete -F _profilectl profilectl
      """;

  private final CommandShape root;
  private final StringBuilder text = new StringBuilder(HEAD);

  BashScript(CommandShape root) {
    this.root = root;
  }

  String text() {
    table("commands", "$1", this::commands);
    table("flags", "$1", command -> quoted("flags", names(command)));
    table("argument", "$1", this::arguments);
    text.append("_profilectl_takes_value() {\n  case $1 in\n    ");
    text.append(String.join(" | ", ScriptParts.takingValues(root)));
    text.append(") return 0 ;;\n  esac\n  return 1\n}\n\n");
    flags();
    return text.append(TAIL).toString();
  }

  private interface Entry {
    /** What to set for a command; empty for nothing. */
    String of(CommandShape command);
  }

  private void table(String name, String on, Entry entry) {
    text.append("_profilectl_").append(name).append("() {\n");
    if (name.equals("commands")) {
      text.append("  commands=\n");
    }
    text.append("  case ").append(on).append(" in\n");
    ScriptParts.all(root)
        .forEach(
            command -> {
              String set = entry.of(command);
              if (!set.isEmpty()) {
                String path = ScriptParts.path(command);
                text.append("    '").append(path).append("') ").append(set).append(" ;;\n");
              }
            });
    text.append("  esac\n}\n\n");
  }

  private String commands(CommandShape command) {
    List<String> names = command.commands().stream().map(CommandShape::name).toList();
    return names.isEmpty() ? "" : quoted("commands", names);
  }

  private List<String> names(CommandShape command) {
    List<Flag> flags =
        command.commands().isEmpty() ? command.flags() : ScriptParts.everywhere(root);
    return flags.stream().map(Flag::name).toList();
  }

  private static String quoted(String variable, List<String> words) {
    return variable + "='" + String.join(" ", words) + "'";
  }

  private String arguments(CommandShape command) {
    List<Argument> arguments = command.arguments();
    List<String> cases = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Argument argument = arguments.get(i);
      String at = argument.many() ? "*" : String.valueOf(i);
      cases.add(at + ") " + set(argument.values()) + " ;;");
    }
    return cases.isEmpty() ? "" : "case $2 in " + String.join(" ", cases) + " esac";
  }

  private String set(Values values) {
    String kind =
        switch (values.kind()) {
          case TOPIC -> "words";
          default -> values.kind().word();
        };
    List<String> words = ScriptParts.words(root, values);
    String set = "kind=" + kind + (values.list() ? "," : "");
    return words.isEmpty() ? set : set + " " + quoted("words", words);
  }

  /** By the flag alone where all commands mean the same, else by command and flag. */
  private void flags() {
    SequencedMap<String, SequencedMap<String, List<String>>> meanings = new TreeMap<>();
    ScriptParts.all(root)
        .forEach(
            command ->
                command.flags().stream()
                    .filter(Flag::takesValue)
                    .filter(flag -> flag.values().kind() != Values.Kind.TEXT)
                    .forEach(
                        flag ->
                            meanings
                                .computeIfAbsent(
                                    String.join("|", flag.names()), _ -> new TreeMap<>())
                                .computeIfAbsent(set(flag.values()), _ -> new ArrayList<>())
                                .add(ScriptParts.path(command))));
    text.append("_profilectl_flag() {\n  case $2 in\n");
    meanings.forEach(
        (names, sets) -> {
          text.append("    ").append(names.replace("|", " | ")).append(") ");
          text.append(sets.size() == 1 ? sets.firstEntry().getKey() : byPath(sets));
          text.append(" ;;\n");
        });
    text.append("  esac\n}\n\n");
  }

  private static String byPath(SequencedMap<String, List<String>> sets) {
    return sets.entrySet().stream()
        .map(
            entry ->
                entry.getValue().stream()
                        .map(path -> "'" + path + "'")
                        .collect(Collectors.joining(" | "))
                    + ") "
                    + entry.getKey()
                    + " ;;")
        .collect(Collectors.joining(" ", "case $1 in ", " esac"));
  }
}
