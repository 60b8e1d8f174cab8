package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Row;
import dev.profilectl.bulk.RowFields;
import dev.profilectl.bulk.RowKey;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.bulk.RowRules;
import dev.profilectl.bulk.SeenKeys;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport.Place;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.profile.Field;
import dev.profilectl.validation.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code validate}. */
@Command(
    name = "validate",
    header = {
      "Check files of users by the rules, without a store or a server.",
      "",
      "  profilectl validate people.csv",
      "  profilectl validate new.ndjson --mode create -o json"
    })
public final class ValidateCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin InputFlags input;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Files of users, as for an import; - for standard input.")
  List<String> files;

  /** In a workspace. */
  public ValidateCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, OutputFormat.TABLE)) {
      RowRules rules = new RowRules(session.rules(), input.mode(), input.key());
      long rows = 0;
      long found;
      try (ProblemList problems = new ProblemList(session)) {
        for (String file : files) {
          rows += new Check(rules, file, problems).check(session);
        }
        found = problems.count();
      }
      if (found == 0) {
        session.note(Message.of("bulk.rows-good", rows));
      }
      return (found == 0 ? ExitCode.OK : ExitCode.INVALID).number();
    }
  }

  /** One file at work. */
  private final class Check {
    private final RowRules rules;
    private final String file;
    private final ProblemList problems;
    private final RowFields fields;
    private final SeenKeys seen = new SeenKeys();

    Check(RowRules rules, String file, ProblemList problems) {
      this.rules = rules;
      this.file = file;
      this.problems = problems;
      this.fields = input.fields(file);
    }

    /** Tells every problem of the file; gives the number of its rows. */
    long check(Session session) {
      long rows = 0;
      try (RowReader reader = input.open(workspace, file)) {
        fields.check(reader.columns());
        for (boolean more = true; more; rows += more ? 1 : 0) {
          more = next(reader);
        }
      } catch (Invalid unreadable) {
        tell(null, 1, unreadable);
      }
      if (!fields.ignored().isEmpty()) {
        session.note(Message.of("bulk.ignored", file, String.join(", ", fields.ignored())));
      }
      return rows;
    }

    private boolean next(RowReader reader) {
      try {
        Optional<Row> row = reader.next();
        row.ifPresent(this::judge);
        return row.isPresent();
      } catch (Invalid unreadable) {
        tell(null, 1, unreadable);
        return true;
      }
    }

    private void judge(Row row) {
      Map<Field, @Nullable Object> values = fields.values(row);
      Optional<RowKey> key = rules.keyOf(values);
      String name = key.flatMap(k -> k.value(values)).orElse(null);
      try {
        rules.patch(values);
      } catch (Invalid wrong) {
        tell(name, row.line(), wrong);
      }
      if (key.isPresent() && name != null) {
        seen.add(key.get(), name, row.line())
            .ifPresent(
                line -> {
                  Map<String, Object> facts = Map.of("value", name, "line", line);
                  String field = key.get().word();
                  tell(name, row.line(), Invalid.of(field, "duplicate-key", facts));
                });
      }
    }

    private void tell(@Nullable String key, long line, Invalid wrong) {
      for (Problem problem : wrong.problems()) {
        Place own = Place.of(problem);
        problems.add(new RowProblem(own == null ? new Place(file, line) : own, key, problem));
      }
    }
  }
}
