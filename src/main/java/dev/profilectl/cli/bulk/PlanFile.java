package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.Cells;
import dev.profilectl.bulk.Difference;
import dev.profilectl.bulk.InputFormat;
import dev.profilectl.bulk.Inputs;
import dev.profilectl.bulk.Row;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.bulk.RowResult;
import dev.profilectl.bulk.RowState;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.TextInput;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.JsonLine;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileRules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A plan: first a line that says what it is of, then a line a user with what is to become different
 * (NDJSON), for people to read and for {@code --apply} to do.
 */
final class PlanFile {
  private static final String FORM = "1";

  private PlanFile() {}

  /** Writes a plan. */
  static final class Writer {
    private final OutputStream out;
    private final String name;

    Writer(OutputStream out, String name, Run run) throws IOException {
      this.out = out;
      this.name = name;
      Map<String, @Nullable Object> head = new LinkedHashMap<>();
      head.put("plan", FORM);
      head.put("target", run.target());
      head.put("command", run.command());
      head.put("at", run.at());
      line(head);
    }

    /** Adds what is to become different by a row, if anything. */
    void add(RowResult result, boolean versions) {
      Profile user = result.user();
      boolean made = result.state() == RowState.CREATED;
      if (user == null || (!made && result.state() != RowState.CHANGED)) {
        return;
      }
      result.changes().forEach(PlanFile::refuseSecret);
      Map<String, @Nullable Object> members = new LinkedHashMap<>();
      members.put("line", result.row().line());
      members.put("key", result.row().key());
      Difference.Action action = made ? Difference.Action.CREATE : Difference.Action.CHANGE;
      long version = made || !versions ? 0 : user.version() - 1;
      members.putAll(new Difference(user.id(), action, version, result.changes()).members());
      try {
        line(members);
      } catch (IOException failed) {
        throw WholeFile.notWritten(name, failed);
      }
    }

    private void line(Map<String, @Nullable Object> members) throws IOException {
      out.write((JsonLine.of(members) + "\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  /**
   * Reads a plan.
   *
   * @param rules by which its values are judged again, since anybody may have edited it
   * @throws Usage where it is none, or one of another target
   */
  static void read(Session session, String name, ProfileRules rules, Consumer<RunRow> each) {
    Inputs.Choice choice = new Inputs.Choice(name, InputFormat.NDJSON, null);
    try (RowReader reader = Inputs.open(TextInput.stream(session.workspace(), name), choice)) {
      Map<String, @Nullable Object> head = head(reader);
      if (!FORM.equals(head.get("plan"))) {
        throw new Usage(Message.of("bulk.no-plan", name));
      }
      String target = String.valueOf(head.get("target"));
      if (!target.equals(session.targetName())) {
        throw new Usage(Message.of("bulk.plan-target", name, target, session.targetName()));
      }
      long seq = 0;
      for (Optional<Row> row = reader.next(); row.isPresent(); row = reader.next()) {
        each.accept(row(++seq, name, row.get(), rules));
      }
    }
  }

  private static Map<String, @Nullable Object> head(RowReader reader) {
    try {
      return reader.next().map(Row::cells).orElse(Map.of());
    } catch (Invalid noJson) {
      return Map.of();
    }
  }

  private static void refuseSecret(FieldChange change) {
    if (change.field().isSecret()) {
      throw new Usage(Message.of("bulk.plan-secret", change.field().key()));
    }
  }

  private static RunRow row(long seq, String name, Row row, ProfileRules rules) {
    Difference wanted;
    try {
      wanted = Difference.of(row.cells());
    } catch (IllegalArgumentException none) {
      throw new Usage(Message.of("bulk.no-plan", name + ":" + row.line()));
    }
    boolean creates = wanted.action() == Difference.Action.CREATE;
    if (wanted.user() == null || (!creates && wanted.action() != Difference.Action.CHANGE)) {
      throw new Usage(Message.of("bulk.no-plan", name + ":" + row.line()));
    }
    for (FieldChange change : wanted.changes()) {
      refuseSecret(change);
    }
    Map<Field, @Nullable Object> values = new EnumMap<>(Field.class);
    for (FieldChange change : wanted.changes()) {
      Object after = change.after();
      values.put(change.field(), after == null ? null : after.toString());
    }
    try {
      rules.patch(values, creates);
    } catch (Invalid wrong) {
      throw new Invalid(
          wrong.problems().stream()
              .map(problem -> problem.with("file", name).with("line", row.line()))
              .toList());
    }
    Object key = row.cells().get("key");
    Object line = row.cells().get("line");
    return new RunRow(
        seq,
        line instanceof Number number ? number.longValue() : row.line(),
        key == null ? null : key.toString(),
        Cells.text(wanted.members(), Set.of()),
        wanted.user());
  }
}
