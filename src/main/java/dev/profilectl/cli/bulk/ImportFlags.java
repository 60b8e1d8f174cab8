package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Template;
import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.RawOut;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of an import alone. */
@FlagGroup("Importing")
public final class ImportFlags {
  @Option(
      names = "--set",
      paramLabel = "FIELD={TEMPLATE}",
      description =
          "Work a field out for each row: 'email={username|lower}@example.org'; also upper, trim,"
              + " replace(a,b).")
  List<String> set = new ArrayList<>();

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Only rows like these: = != < <= > >= ~ (contains), and, or, (…), field=null.")
  @Nullable String where;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Write the difference for review, and change nothing.")
  @Nullable String plan;

  @Option(
      names = "--apply",
      paramLabel = "FILE",
      description = "Do what a plan says, but for rows that changed since.")
  @Nullable String apply;

  @Option(names = "--atomic", description = "On the local store: all rows or none.")
  boolean atomic;

  @Option(
      names = "--allow-clear",
      description = "Needed without a terminal where more than 20 values are cleared.")
  boolean allowClear;

  @Option(
      names = "--template",
      paramLabel = "csv|json",
      description = "Print an empty example of the input, and stop.")
  @Nullable String template;

  @Option(
      names = "--login-column",
      paramLabel = "COLUMN",
      description = "Log in for each row with the account in this column.")
  @Nullable String loginColumn;

  @Option(
      names = "--password-column",
      paramLabel = "COLUMN",
      description = "And with the password in this one; it is never written down.")
  @Nullable String passwordColumn;

  @Option(
      names = "--accept-loss",
      paramLabel = "WORD",
      split = ",",
      description =
          "Change it although the system loses this on the way; a refusal names the word.")
  List<String> acceptLoss = new ArrayList<>();

  /** The plan to be done; {@code null} for none. */
  public @Nullable String apply() {
    return apply;
  }

  /** Prints an example where one was asked for. */
  public boolean printedTemplate(Session session) {
    if (template == null) {
      return false;
    }
    String text =
        switch (template) {
          case "csv" -> Template.csv();
          case "json" -> Template.json();
          default ->
              throw new Usage(Message.of("usage.option", "--template", template, "csv, json"));
        };
    RawOut.write(session.workspace().channels().out(), text.getBytes(StandardCharsets.UTF_8));
    return true;
  }

  /** The template by the field it fills. */
  Map<String, String> computed() {
    Map<String, String> computed = new LinkedHashMap<>();
    for (String assignment : set) {
      int equals = assignment.indexOf('=');
      if (equals <= 0) {
        throw new Usage(Message.of("bulk.set", assignment));
      }
      computed.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return computed;
  }
}
