package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.output.ClosedPipe;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.terminal.SafeText;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs one command line to its exit code. Nothing that goes wrong leaves it as an exception. */
public final class CommandRunner {
  private final Workspace workspace;

  /** In a workspace. */
  public CommandRunner(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Runs the words of a command line, without the program's name. */
  public int run(String... words) {
    CommandLine root = CommandTree.of(workspace);
    String[] ordered = new FlagOrder(root).verbFirst(words);
    try {
      return execute(root, ordered);
    } catch (ClosedPipe nobodyReads) {
      return ExitCode.OK.number();
    } catch (Failure failure) {
      return tell(failure, ordered);
    } catch (RuntimeException | StackOverflowError bug) {
      return tellBug(bug);
    } catch (OutOfMemoryError full) {
      return tell(new Failure.Fault(Message.of("failure.memory"), full), ordered);
    }
  }

  private int execute(CommandLine root, String[] words) {
    try {
      ParseResult parsed = root.parseArgs(words);
      while (parsed.hasSubcommand() && !parsed.isUsageHelpRequested()) {
        parsed = parsed.subcommand();
      }
      CommandLine command = parsed.commandSpec().commandLine();
      if (parsed.isUsageHelpRequested() || words.length == 0) {
        return show(command.getUsageMessage());
      }
      if (command.getParent() == null && parsed.hasMatchedOption("--version")) {
        return show("profilectl " + workspace.version() + "\n");
      }
      if (parsed.commandSpec().userObject() instanceof Callable<?> work) {
        return (Integer) work.call();
      }
      throw new Usage(
          Message.of(
              "usage.no-verb",
              command.getCommandSpec().qualifiedName(),
              String.join(", ", command.getSubcommands().keySet())));
    } catch (ParameterException wrong) {
      throw usage(wrong);
    } catch (RuntimeException told) {
      throw told;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  private int show(String text) {
    try {
      workspace.channels().out().write(text.getBytes(StandardCharsets.UTF_8));
      workspace.channels().out().flush();
    } catch (IOException gone) {
      return (ClosedPipe.isTold(gone) ? ExitCode.OK : ExitCode.FAILURE).number();
    }
    return ExitCode.OK.number();
  }

  private static Usage usage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String name = command.getCommandSpec().qualifiedName();
    Message help = Message.of("usage.see-help", name);
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
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
    if (wrong instanceof MissingParameterException missing) {
      String what =
          missing.getMissing().isEmpty()
              ? String.valueOf(wrong.getMessage())
              : missing.getMissing().getFirst().paramLabel();
      return new Usage(Message.of("usage.missing", what, help));
    }
    return new Usage(Message.of("usage.wrong", String.valueOf(wrong.getMessage()), help));
  }

  /** Tells it in the language and format that the words ask for, as far as they can be read. */
  private int tell(Failure failure, String[] words) {
    FailureReport.of(workspace, formatOf(words), localeOf(words))
        .tell(new FailureReport.Row(null, failure));
    return ExitCode.of(failure).number();
  }

  private OutputFormat formatOf(String[] words) {
    String word = valueOf(words, "--output", "-o", "output");
    return OutputFormat.words().contains(word) ? OutputFormat.named(word) : OutputFormat.TABLE;
  }

  private Locale localeOf(String[] words) {
    String word = valueOf(words, "--lang", "--lang", "lang");
    boolean known = word.equals("en") || word.equals("zh");
    return Languages.locale(known ? word : null, workspace.environment());
  }

  private String valueOf(String[] words, String name, String shortName, String key) {
    for (int i = 0; i < words.length; i++) {
      if (words[i].startsWith(name + "=")) {
        return words[i].substring(name.length() + 1);
      }
      if ((words[i].equals(name) || words[i].equals(shortName)) && i + 1 < words.length) {
        return words[i + 1];
      }
    }
    try {
      return workspace.defaults().of(key).orElse("");
    } catch (Failure brokenConfig) {
      return "";
    }
  }

  /** A bug is told in one sentence too; its trace only to who asks for it. */
  private int tellBug(Throwable bug) {
    PrintWriter err = workspace.channels().err();
    err.println("profilectl: " + Message.of("failure.bug", bug.toString()).in(Locale.ENGLISH));
    if (workspace.environment().containsKey("PROFILECTL_STACKTRACE")) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      err.println(SafeText.replaceUnsafe(trace.toString(), _ -> "?"));
    }
    return ExitCode.FAILURE.number();
  }
}
