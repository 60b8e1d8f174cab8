package dev.profilectl.cli.completion;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Values;
import dev.profilectl.cli.Workspace;
import dev.profilectl.output.RawOut;
import dev.profilectl.terminal.SafeText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * {@code __complete KIND PREFIX [WORD...]}: what completion scripts ask. A line for every value,
 * behind it a tab and a few words about it. Whatever goes wrong, it says nothing: its caller is
 * somebody in the middle of typing.
 */
@Command(
    name = "__complete",
    hidden = true,
    header = {
      "Find values for completion scripts.",
      "",
      "  profilectl __complete user a",
      "  profilectl __complete target \"\""
    })
public final class CompleteCommand implements Callable<Integer> {
  /** Longer than any store takes that is not locked, also on a busy machine. */
  private static final long PATIENCE_MILLIS = 2_000;

  private final Workspace workspace;

  @Parameters(description = "The kind, what is typed of the value, and the words before it.")
  List<String> words = new ArrayList<>();

  /** In a workspace. */
  public CompleteCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    FutureTask<List<Suggestion>> search = new FutureTask<>(this::found);
    Thread.ofPlatform().daemon().start(search);
    try {
      write(search.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (ExecutionException | TimeoutException nothingToOffer) {
      return ExitCode.OK.number();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ExitCode.OK.number();
  }

  private List<Suggestion> found() {
    String kind = words.isEmpty() ? "" : words.getFirst();
    String prefix = words.size() < 2 ? "" : words.get(1);
    List<String> line = words.subList(Math.min(2, words.size()), words.size());
    int comma = prefix.lastIndexOf(',') + 1;
    String start = prefix.substring(0, comma);
    return Arrays.stream(Values.Kind.values())
        .filter(known -> known.word().equals(kind))
        .flatMap(
            known ->
                new LiveValues(Suggester.where(workspace, line))
                    .of(known, prefix.substring(comma)).stream())
        .map(one -> new Suggestion(start + one.value(), one.about(), one.group(), one.whole()))
        .toList();
  }

  private void write(List<Suggestion> found) {
    StringBuilder text = new StringBuilder();
    for (Suggestion one : found) {
      text.append(SafeText.visible(one.value())).append('\t');
      text.append(SafeText.visible(one.about())).append('\n');
    }
    RawOut.write(workspace.channels().out(), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
