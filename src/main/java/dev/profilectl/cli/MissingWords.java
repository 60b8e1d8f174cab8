package dev.profilectl.cli;

import dev.profilectl.config.Target;
import dev.profilectl.config.TargetUrl;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.terminal.Check;
import dev.profilectl.terminal.ColorChoice;
import dev.profilectl.terminal.Prompt;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.terminal.Screen;
import dev.profilectl.validation.ProfileValidator;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Asks for what a command line lacks, where somebody is there to be asked. Never for a command
 * among others: what runs there, and what is recorded of it, has to be whole.
 */
final class MissingWords {
  private final Workspace workspace;
  private final Locale locale;

  MissingWords(Workspace workspace, Locale locale) {
    this.workspace = workspace;
    this.locale = locale;
  }

  /**
   * The command line with one word more.
   *
   * @return empty where nobody can be asked, or nobody answers
   */
  Optional<String[]> ask(MissingParameterException lacks, String[] words) {
    Prompt prompt =
        new Prompt(
            new Screen(workspace.channels().terminals(), ColorChoice.AUTO, workspace.environment()),
            locale,
            mayAsk(words));
    if (lacks.getMissing().isEmpty() || !prompt.possible()) {
      return Optional.empty();
    }
    ArgSpec missing = lacks.getMissing().getFirst();
    if (missing instanceof OptionSpec option && stands(option, words)) {
      return Optional.empty();
    }
    String command = lacks.getCommandLine().getCommandSpec().qualifiedName();
    String about = HelpText.in(locale, String.join(" ", missing.description()));
    Message told = Message.of("ask.missing", missing.paramLabel(), about);
    workspace.channels().err().println(SafeText.visible(told.in(locale)));
    return prompt
        .line(Message.of("ask.word", missing.paramLabel()), "", check(missing, command))
        .map(typed -> with(missing, typed.strip(), words));
  }

  private boolean mayAsk(String[] words) {
    boolean forbidden =
        Arrays.asList(words).contains("--no-input")
            || workspace.defaults().of("no-input").filter(v -> !v.equals("false")).isPresent();
    return !workspace.nested() && !forbidden;
  }

  /** A flag that is there without its value cannot be mended from here. */
  private static boolean stands(OptionSpec option, String[] words) {
    return Arrays.stream(words)
        .anyMatch(
            word -> Arrays.stream(option.names()).anyMatch(n -> word.split("=", 2)[0].equals(n)));
  }

  private static String[] with(ArgSpec missing, String typed, String[] words) {
    return missing instanceof OptionSpec option
        ? Stream.concat(Stream.of(option.longestName() + "=" + typed), Arrays.stream(words))
            .toArray(String[]::new)
        : Stream.concat(Arrays.stream(words), Stream.of(typed)).toArray(String[]::new);
  }

  private Check check(ArgSpec missing, String command) {
    return switch (missing.paramLabel()) {
      case "USERNAME" ->
          typed ->
              new ProfileRules(ProfileValidator.shared())
                  .wrong(Field.USERNAME, typed.strip(), locale)
                  .orElse(null);
      case "SYSTEM" -> told(Targets::system);
      case "URL" -> told(TargetUrl::parse);
      case "NAME" -> named(command);
      default -> this::blank;
    };
  }

  private Check named(String command) {
    if (command.endsWith(" target add")) {
      return told(Target::checkName);
    }
    return command.contains(" target ") ? told(this::requireTarget) : this::blank;
  }

  private @Nullable String blank(String typed) {
    return typed.isBlank() ? Message.of("ask.blank").in(locale) : null;
  }

  private void requireTarget(String name) {
    if (!name.equals(Target.LOCAL)) {
      workspace.targets().require(name);
    }
  }

  private Check told(Consumer<String> judge) {
    return typed -> {
      try {
        judge.accept(typed.strip());
        return null;
      } catch (Failure wrong) {
        return wrong.told(locale);
      }
    };
  }
}
