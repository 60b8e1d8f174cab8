package dev.profilectl.cli.doctor;

import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Whether the person's shell completes the program's commands; none where no shell is known. */
record CompletionCheck(Map<String, String> environment) implements Check {
  private static final String CHECK = "completion";
  private static final int MOST_BYTES = 1 << 20;

  /**
   * Where a shell keeps completions.
   *
   * @param settings files below the home that may load the script
   * @param scripts files that are the script
   * @param line what to add to the first of the settings
   */
  private record Shell(List<String> settings, List<String> scripts, String line) {}

  private static final Map<String, Shell> SHELLS =
      Map.of(
          "bash",
          new Shell(
              List.of(".bashrc", ".bash_profile", ".bash_completion", ".profile"),
              List.of(
                  ".local/share/bash-completion/completions/profilectl",
                  "/usr/share/bash-completion/completions/profilectl",
                  "/usr/local/share/bash-completion/completions/profilectl",
                  "/etc/bash_completion.d/profilectl"),
              "source <(profilectl completion bash)"),
          "zsh",
          new Shell(
              List.of(".zshrc", ".zprofile"),
              List.of(
                  ".zfunc/_profilectl",
                  "/usr/share/zsh/site-functions/_profilectl",
                  "/usr/share/zsh/vendor-completions/_profilectl",
                  "/usr/local/share/zsh/site-functions/_profilectl"),
              "source <(profilectl completion zsh)"),
          "fish",
          new Shell(
              List.of(".config/fish/config.fish"),
              List.of(
                  ".config/fish/completions/profilectl.fish",
                  "/usr/share/fish/vendor_completions.d/profilectl.fish"),
              "profilectl completion fish | source"));

  @Override
  public List<Finding> look() {
    String path = environment.getOrDefault("SHELL", "");
    String name = path.substring(path.lastIndexOf('/') + 1);
    String home = environment.getOrDefault("HOME", "");
    Shell shell = SHELLS.get(name);
    if (shell == null || home.isEmpty()) {
      return List.of(Finding.ok(CHECK, Message.of("doctor.no-shell")));
    }
    Path folder = Path.of(home);
    boolean installed =
        shell.scripts.stream().map(folder::resolve).anyMatch(Files::isRegularFile)
            || shell.settings.stream().map(folder::resolve).anyMatch(CompletionCheck::loadsIt);
    return List.of(
        installed
            ? Finding.ok(CHECK, Message.of("doctor.completed", name))
            : Finding.warning(
                CHECK,
                Message.of("doctor.not-completed", name),
                Message.of("doctor.complete", "~/" + shell.settings.getFirst(), shell.line)));
  }

  /** A file that cannot be read loads nothing that could be known. */
  private static boolean loadsIt(Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
      Stream<String> lines = text.lines().map(String::strip);
      return lines.anyMatch(
          line ->
              !line.startsWith("#") && line.contains("profilectl") && line.contains("completion"));
    } catch (IOException unreadable) {
      return false;
    }
  }
}
