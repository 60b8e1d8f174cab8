package dev.profilectl.cli.shell;

import dev.profilectl.cli.CommandShape.Argument;
import dev.profilectl.cli.CommandShape.Flag;
import dev.profilectl.cli.Reading;
import dev.profilectl.cli.Values;
import dev.profilectl.cli.completion.LiveValues;
import dev.profilectl.cli.completion.Suggester;
import dev.profilectl.cli.completion.Suggestion;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.shell.Assistant;
import dev.profilectl.shell.CommandText;
import dev.profilectl.terminal.ReaderTerminal.Look;
import dev.profilectl.terminal.ReaderTerminal.Painted;
import dev.profilectl.terminal.SafeText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Helps typing by what the command tree, the store and the config file say. */
final class ShellAssistant implements Assistant {
  private final LineRunner runner;
  private final Locale locale;

  ShellAssistant(LineRunner runner, Locale locale) {
    this.runner = runner;
    this.locale = locale;
  }

  @Override
  public List<Offer> offers(List<String> before, String prefix) {
    try {
      return found(before, prefix).stream()
          .map(s -> new Offer(s.value(), SafeText.visible(s.about()), s.whole()))
          .toList();
    } catch (Failure unreadable) {
      // The command itself will say what is wrong with the store or the config file.
      return List.of();
    }
  }

  private List<Suggestion> found(List<String> before, String prefix) {
    LiveValues live = new LiveValues(runner.workspace(null));
    if (before.equals(List.of("use"))) {
      return live.of(Values.Kind.TARGET, prefix);
    }
    if (before.equals(List.of("cd"))) {
      return live.of(Values.Kind.USER, prefix);
    }
    List<Suggestion> found =
        new ArrayList<>(
            new Suggester(runner.commands(), runner.workspace(null)).at(before, prefix));
    if (before.isEmpty()) {
      for (String word : LineRunner.OWN_WORDS) {
        if (word.startsWith(prefix)) {
          String about = Message.of("shell.word-" + word).in(locale);
          found.add(new Suggestion(word, about, "", true));
        }
      }
    }
    return found;
  }

  @Override
  public List<Painted> paint(CommandText line) {
    List<Painted> parts = new ArrayList<>();
    for (CommandText.Sentence command : line.commands()) {
      List<String> words = command.texts(null);
      Reading reading = Reading.of(runner.commands(), words);
      for (int i = 0; i < words.size(); i++) {
        CommandText.Span span = command.words().get(i).span();
        Look look = look(reading, words, i);
        boolean quoted = span.end() - span.start() > words.get(i).length();
        if (look != null || quoted) {
          parts.add(new Painted(span.start(), span.end(), look == null ? Look.QUOTED : look));
        }
      }
    }
    line.comments().forEach(c -> parts.add(new Painted(c.start(), c.end(), Look.COMMENT)));
    CommandText.Foreign foreign = line.foreign();
    if (foreign != null) {
      parts.removeIf(part -> part.start() <= foreign.at() && part.end() > foreign.at());
      parts.add(new Painted(foreign.at(), foreign.at() + 1, Look.WRONG));
    }
    parts.sort(Comparator.comparingInt(Painted::start));
    return parts;
  }

  private static @Nullable Look look(Reading reading, List<String> words, int at) {
    String word = words.get(at);
    if (reading.path().contains(at)) {
      return Look.COMMAND;
    }
    if (reading.flags().contains(at)) {
      return reading.command().flagBelow(word.split("=", 2)[0]).isPresent()
          ? Look.FLAG
          : Look.WRONG;
    }
    boolean noun = !reading.command().commands().isEmpty() && reading.arguments().contains(at);
    if (!noun || !reading.arguments().getFirst().equals(at)) {
      return null;
    }
    boolean own = LineRunner.OWN_WORDS.contains(word) || word.equals("profilectl");
    return own && reading.path().isEmpty() ? Look.COMMAND : Look.WRONG;
  }

  @Override
  public String hint(CommandText line, boolean endsWithBlank) {
    if (line.commands().isEmpty()) {
      return "";
    }
    Reading reading = Reading.of(runner.commands(), line.commands().getLast().texts(null));
    Flag pending = reading.pending();
    String blank = endsWithBlank ? "" : " ";
    if (pending != null) {
      return blank + pending.label();
    }
    List<Argument> arguments = reading.command().arguments();
    int given = reading.arguments().size();
    if (!reading.command().commands().isEmpty() || given >= arguments.size()) {
      return "";
    }
    List<String> labels = new ArrayList<>();
    for (Argument argument : arguments.subList(given, arguments.size())) {
      boolean known = labels.isEmpty() && given == 0 && runner.user().isPresent();
      String label = argument.label() + (argument.many() ? "…" : "");
      labels.add(known && argument.label().equals("USER") ? "[" + label + "]" : label);
    }
    return blank + String.join(" ", labels);
  }

  @Override
  public boolean isSecret(List<String> words) {
    return SecretWords.among(words);
  }
}
