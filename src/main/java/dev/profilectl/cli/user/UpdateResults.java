package dev.profilectl.cli.user;

import dev.profilectl.cli.FieldChanges;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What updates did, and how it is shown: field, old, new. */
public final class UpdateResults {
  private final Session session;
  private final boolean plain;
  private final boolean dryRun;
  private final List<Result> results = new ArrayList<>();
  private boolean told;

  /**
   * None yet.
   *
   * @param plain whether exactly one user was given plainly
   * @param dryRun whether nothing was done
   */
  public UpdateResults(Session session, boolean plain, boolean dryRun) {
    this.session = session;
    this.plain = plain;
    this.dryRun = dryRun;
  }

  private record Result(Profile user, List<FieldChange> changes, boolean created) {}

  /** One that did not fail. */
  public void add(Outcome outcome) {
    results.add(
        switch (outcome) {
          case Outcome.Created created -> new Result(created.user(), created.changes(), true);
          case Outcome.Updated updated -> new Result(updated.user(), updated.changes(), false);
          case Outcome.Unchanged unchanged -> new Result(unchanged.user(), List.of(), false);
          case Outcome.Deleted _, Outcome.Failed _ ->
              throw new IllegalArgumentException("no update: " + outcome);
        });
  }

  /** That nothing changed was told already, and why. */
  void nothingToTell() {
    told = true;
  }

  /** Whether anything changed, or would. */
  public boolean anyChange() {
    return results.stream().anyMatch(result -> !result.changes.isEmpty());
  }

  /** Shows them. */
  public void print() {
    Printer printer = session.printer();
    if (printer.structured()) {
      if (plain) {
        printer.object(object(results.getFirst()));
      } else {
        try (Rows<Map<String, @Nullable Object>> rows = printer.objects()) {
          results.forEach(result -> rows.add(object(result)));
        }
      }
    } else if (session.format() == OutputFormat.ID) {
      results.forEach(result -> printer.line(result.user.id().text()));
    } else if (session.format() == OutputFormat.TABLE && !anyChange()) {
      if (!told && !results.isEmpty()) {
        printer.line(Message.of("note.nothing-to-change").in(session.locale()));
      }
    } else if (plain) {
      try (Rows<FieldChange> rows = printer.many(FieldChanges.columns())) {
        results.getFirst().changes.forEach(rows::add);
      }
    } else {
      try (Rows<ChangeColumns> rows = printer.many(ChangeColumns.ofMany())) {
        for (Result result : results) {
          result.changes.forEach(change -> rows.add(new ChangeColumns(result.user, change)));
        }
      }
    }
    if (session.format() != OutputFormat.TABLE && !told && !results.isEmpty() && !anyChange()) {
      session.note(Message.of("note.nothing-to-change"));
    }
    if (dryRun) {
      session.note(Message.of("note.dry-run"));
    }
  }

  private Map<String, @Nullable Object> object(Result result) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("user", UserColumns.object(result.user));
    object.put("changed", FieldChanges.objects(result.changes));
    object.put("created", result.created);
    object.put("dry_run", dryRun);
    return object;
  }
}
