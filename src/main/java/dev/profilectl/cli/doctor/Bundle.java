package dev.profilectl.cli.doctor;

import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.ConfigFile;
import dev.profilectl.config.ConfigOutline;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A report that can be given to strangers. Nothing is taken out of it: what is put in is known to
 * be harmless, and of everything else only that it is there. Always in English.
 */
final class Bundle {
  private static final String HIDDEN = "[hidden]";

  /** Variables whose being set is worth knowing; their values are not told. */
  private static final Set<String> VARIABLES =
      Set.of(
          "HOME",
          "XDG_CONFIG_HOME",
          "XDG_DATA_HOME",
          "XDG_STATE_HOME",
          "TERM",
          "COLORTERM",
          "TERM_PROGRAM",
          "TMUX",
          "STY",
          "NO_COLOR",
          "FORCE_COLOR",
          "COLUMNS",
          "LC_ALL",
          "LC_CTYPE",
          "LC_MESSAGES",
          "LANG",
          "SHELL",
          "HTTP_PROXY",
          "HTTPS_PROXY",
          "NO_PROXY",
          "http_proxy",
          "https_proxy",
          "no_proxy",
          "PROFILECTL_TARGET",
          "PROFILECTL_STORE",
          "PROFILECTL_OUTPUT",
          "PROFILECTL_LANG",
          "PROFILECTL_TOKEN",
          "PROFILECTL_TOKEN_COMMAND",
          "PROFILECTL_NO_INPUT",
          "PROFILECTL_INSECURE",
          "PROFILECTL_BCRYPT_COST");

  private final Workspace workspace;

  Bundle(Workspace workspace) {
    this.workspace = workspace;
  }

  /** The report, with these findings. */
  String text(List<Finding> findings) {
    List<String> lines = new ArrayList<>();
    lines.add("profilectl " + workspace.version());
    lines.add("written " + workspace.clock().instant());
    lines.add("");
    lines.add("Machine");
    new TreeMap<>(workspace.machine())
        .forEach((key, value) -> lines.add("  " + key + ": " + value));
    lines.add("");
    lines.add("Variables that are set");
    Set<String> set = new TreeSet<>(VARIABLES);
    set.retainAll(workspace.environment().keySet());
    set.forEach(name -> lines.add("  " + name));
    lines.add("");
    lines.add("Checks");
    findings.forEach(finding -> lines.addAll(told(finding)));
    lines.add("");
    lines.add("Config");
    lines.addAll(config());
    return String.join("\n", lines) + "\n";
  }

  private static List<String> told(Finding finding) {
    List<String> lines = new ArrayList<>();
    String check = ConfigOutline.isPlain(finding.check()) ? finding.check() : "target " + HIDDEN;
    lines.add("  " + check + ": " + finding.state().word());
    Message found = finding.found();
    lines.add("    " + found.key() + ": " + masked(found).in(Locale.ENGLISH));
    Message hint = finding.hint();
    if (hint != null) {
      lines.add("    " + masked(hint).in(Locale.ENGLISH));
    }
    return lines;
  }

  /** Numbers and sentences of our own stay; a path, a name, what a file holds does not. */
  private static Message masked(Message message) {
    List<Object> arguments = message.arguments().stream().map(Bundle::masked).toList();
    return new Message(message.key(), arguments);
  }

  private static Object masked(Object argument) {
    return switch (argument) {
      case Message sentence -> masked(sentence);
      case Number number -> number;
      default -> HIDDEN;
    };
  }

  private List<String> config() {
    try {
      ConfigFile file = new ConfigFile(workspace.places().config());
      return ConfigOutline.of(file, SharedFlags.withDefaults()).stream()
          .map(line -> "  " + line)
          .toList();
    } catch (Failure broken) {
      return List.of("  " + masked(broken.sentence()).in(Locale.ENGLISH));
    }
  }
}
