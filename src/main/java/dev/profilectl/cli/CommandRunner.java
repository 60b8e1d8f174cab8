package dev.profilectl.cli;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.ClosedPipe;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.RawOut;
import dev.profilectl.terminal.SafeText;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs one command line to its exit code. Nothing that goes wrong leaves it as an exception. */
public final class CommandRunner {
  private final Workspace workspace;

  /** In a workspace. */
  public CommandRunner(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Runs the words of a command line, without the program's name. */
  public int run(String... words) {
    CommandLine root = CommandTree.of(workspace, words);
    String[] ordered = new FlagOrder(root).verbFirst(words);
    return guarded(() -> execute(root, ordered), ordered);
  }

  /**
   * Does something as if it were a command: what goes wrong is told, and becomes an exit code.
   *
   * @param words say in which language and format it is told
   */
  public int guarded(IntSupplier work, String... words) {
    try {
      return work.getAsInt();
    } catch (ClosedPipe nobodyReads) {
      return ExitCode.OK.number();
    } catch (Failure failure) {
      return tell(failure, words);
    } catch (RuntimeException | StackOverflowError bug) {
      return tellBug(bug);
    } catch (OutOfMemoryError full) {
      return tell(new Failure.Fault(Message.of("failure.memory"), full), words);
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
        return show(HelpLayout.page(command, localeOf(words)));
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
              command.getCommandSpec().name(),
              String.join(", ", command.getSubcommands().keySet())));
    } catch (MissingParameterException lacks) {
      String[] more =
          new MissingWords(workspace, localeOf(words))
              .ask(lacks, words)
              .orElseThrow(() -> ParseFailure.of(lacks));
      return run(more);
    } catch (ParameterException wrong) {
      throw ParseFailure.of(wrong);
    } catch (RuntimeException told) {
      throw told;
    } catch (Exception checked) {
      throw new IllegalStateException(checked);
    }
  }

  private int show(String text) {
    RawOut.write(workspace.channels().out(), text.getBytes(StandardCharsets.UTF_8));
    return ExitCode.OK.number();
  }

  /** Tells it in the language and format that the words ask for, as far as they can be read. */
  private int tell(Failure failure, String[] words) {
    FailureReport.of(workspace, formatOf(words), localeOf(words))
        .tell(new FailureReport.Row(null, failure));
    return ExitCode.of(failure).number();
  }

  private OutputFormat formatOf(String[] words) {
    String word = valueOf(words, "--output", "-o", "output").toLowerCase(Locale.ROOT);
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
      if (words[i].startsWith(shortName) && !words[i].startsWith("--")) {
        return words[i].substring(words[i].startsWith("=", 2) ? 3 : 2);
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
    String start = FailureReport.start(workspace.place().orElse(null));
    err.println(start + Message.of("failure.bug", bug.toString()).in(Locale.ENGLISH));
    if (workspace.environment().containsKey("PROFILECTL_STACKTRACE")) {
      StringWriter trace = new StringWriter();
      bug.printStackTrace(new PrintWriter(trace));
      err.println(SafeText.replaceUnsafe(trace.toString(), _ -> "?"));
    }
    return ExitCode.FAILURE.number();
  }
}
