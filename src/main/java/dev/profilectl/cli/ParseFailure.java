package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells in our words, and in two languages, what picocli could not parse. */
final class ParseFailure {
  private ParseFailure() {}

  static Failure of(ParameterException wrong) {
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof Failure told) {
        return told;
      }
    }
    CommandLine command = wrong.getCommandLine();
    Message help = Message.of("usage.see-help", command.getCommandSpec().qualifiedName());
    return switch (wrong) {
      case UnmatchedArgumentException unmatched ->
          unknown(unmatched.getUnmatched().getFirst(), command, help);
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          new Usage(Message.of("usage.missing", name(missing.getMissing().getFirst()), help));
      case MissingParameterException missing when missing.getArgSpec() != null ->
          new Usage(Message.of("usage.missing", name(missing.getArgSpec()), help));
      case OverwrittenOptionException twice ->
          new Usage(Message.of("usage.twice", flag(twice.getOverwritten())));
      case ParameterException unfit
          when unfit.getCause() instanceof TypeConversionException && unfit.getArgSpec() != null ->
          unfit(unfit.getArgSpec(), String.valueOf(unfit.getValue()), help);
      default -> new Usage(Message.of("usage.wrong", String.valueOf(wrong.getMessage()), help));
    };
  }

  private static Usage unknown(String word, CommandLine command, Message help) {
    boolean flag = word.startsWith("-") && word.length() > 1;
    List<String> known = new ArrayList<>();
    if (flag) {
      known.addAll(command.getCommandSpec().optionsMap().keySet());
    } else {
      known.addAll(command.getSubcommands().keySet());
    }
    String kind = flag ? "flag" : known.isEmpty() ? "argument" : "command";
    return new Usage(
        Nearest.to(word, known)
            .map(near -> Message.of("usage.unknown-" + kind + "-near", word, near, help))
            .orElseGet(() -> Message.of("usage.unknown-" + kind, word, help)));
  }

  /** A switch must not repeat what it was given: behind {@code --password=} stands a secret. */
  private static Usage unfit(ArgSpec argument, String value, Message help) {
    boolean takesNone = argument instanceof OptionSpec option && option.arity().max() == 0;
    return new Usage(
        takesNone
            ? Message.of("usage.no-value", flag(argument), help)
            : Message.of("usage.no-number", flag(argument), value, help));
  }

  private static String name(ArgSpec argument) {
    return argument instanceof OptionSpec
        ? flag(argument) + " " + argument.paramLabel()
        : argument.paramLabel();
  }

  private static String flag(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
