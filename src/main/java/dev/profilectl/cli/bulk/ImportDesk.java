package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.ImportChoice;
import dev.profilectl.bulk.ImportWork;
import dev.profilectl.bulk.Inputs;
import dev.profilectl.bulk.Intake;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.Preview;
import dev.profilectl.bulk.PutBack;
import dev.profilectl.bulk.RowBatches;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.bulk.Run;
import dev.profilectl.bulk.RunState;
import dev.profilectl.bulk.Withheld;
import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Takes a file in, tells what it is going to do, asks where that is dangerous, and has it done. */
public final class ImportDesk {
  private static final long MANY_CLEARED = 20;
  private static final String TOKEN = "token";

  private final Session session;
  private final ChangeFlags change;
  private final Flags flags;

  /** The flags of an import. */
  public record Flags(InputFlags input, ImportFlags what, RunFlags running) {}

  /** For one command. */
  public ImportDesk(Session session, ChangeFlags change, Flags flags) {
    this.session = session;
    this.change = change;
    this.flags = flags;
  }

  /** Imports a file; gives the exit code. */
  public int take(String file) {
    flags.running.check(session);
    if (flags.what.plan != null) {
      WholeFile.check(session, flags.what.plan);
      change.makeDry();
    }
    ImportChoice choice =
        new ImportChoice(
            file,
            flags.input.mode(),
            flags.input.key(),
            flags.input.renames(),
            flags.what.computed(),
            flags.what.where,
            Set.copyOf(flags.what.acceptLoss),
            proof());
    ImportWork work = new ImportWork(choice, session.rules(), new Withheld());
    ProfileDirectory directory = session.directory(change, Feature.UPDATE_PROFILE);
    if (choice.mode().creates()) {
      Refusals.ifUnable(directory, Feature.CREATE_USER);
    }
    if (flags.what.loginColumn != null) {
      Refusals.ifUnable(directory, Feature.TOKEN_PER_USER);
    }
    if (flags.what.atomic) {
      Refusals.ifUnable(directory, Feature.ATOMIC);
    }
    Journal journal = session.journal(change);
    RunDesk desk = new RunDesk(session, change, flags.running);
    try (RowReader reader = flags.input.open(session.workspace(), file)) {
      Run run = run(choice, reader);
      journal.begin(run);
      boolean begun = false;
      try (RunView view = new RunView(session, file, desk.progress())) {
        Intake.Place place = new Intake.Place(journal, run.id(), session.locale());
        directory.onWait(view::waiting);
        boolean live = change.dryRun() || directory.features().contains(Feature.FIND_ANYBODY);
        Intake intake = new Intake(place, work, live ? directory : null, view);
        Preview preview = intake.take(reader);
        tell(file, intake, preview);
        refuseMany(preview);
        RunDesk.Task task = new RunDesk.Task(run, journal, directory, work);
        desk.ask(task, preview.rows());
        begun = true;
        return flags.what.plan == null ? desk.go(task, view) : plan(desk, task, view);
      } finally {
        if (!begun) {
          journal.drop(run.id());
        }
      }
    }
  }

  /** On a remote target a column called token has the tokens of users. */
  private ImportChoice.Proof proof() {
    if ((flags.what.loginColumn == null) != (flags.what.passwordColumn == null)) {
      throw new Usage(Message.of("bulk.login-columns"));
    }
    String token = session.target().isPresent() ? TOKEN : null;
    return new ImportChoice.Proof(token, flags.what.loginColumn, flags.what.passwordColumn);
  }

  /** A plan is a dry run that is written down. */
  private int plan(RunDesk desk, RunDesk.Task task, RunView view) {
    String name = Objects.requireNonNull(flags.what.plan);
    boolean versions = task.directory().features().contains(Feature.VERSIONS);
    int[] exit = {0};
    WholeFile.write(
        session,
        name,
        out -> {
          PlanFile.Writer writer = new PlanFile.Writer(out, name, task.run());
          exit[0] = desk.go(task, view.also(result -> writer.add(result, versions)));
        });
    session.note(Message.of("bulk.plan-written", name));
    return exit[0];
  }

  private Run run(ImportChoice choice, RowReader reader) {
    Origin origin = change.origin(session);
    Map<String, String> settings = new HashMap<>(choice.settings());
    settings.put("kind", "import");
    settings.put("format", Inputs.detected(reader).word());
    if (flags.input.encoding != null) {
      settings.put("encoding", flags.input.encoding);
    }
    if (flags.what.atomic) {
      settings.put(Run.ATOMIC, "true");
    }
    settings.put("columns", String.join("\n", reader.columns()));
    return new Run(
        origin,
        session.targetName(),
        "user import " + choice.file(),
        now(),
        RunState.READING,
        settings);
  }

  private Instant now() {
    return session.workspace().clock().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  private void tell(String file, Intake intake, Preview preview) {
    if (!intake.ignored().isEmpty()) {
      String columns = String.join(", ", intake.ignored());
      session.note(Message.of("bulk.ignored", file, columns));
    }
    session.note(
        preview.live()
            ? Message.of(
                "bulk.preview",
                preview.change(),
                preview.create(),
                preview.unchanged(),
                preview.invalid(),
                preview.others(),
                preview.cleared())
            : Message.of("bulk.preview-blind", preview.rows(), preview.invalid()));
  }

  /** Clearing much by mistake is what hurts most, so it is asked for twice. */
  private void refuseMany(Preview preview) {
    if (preview.cleared() <= MANY_CLEARED
        || flags.what.allowClear
        || change.yes()
        || change.dryRun()) {
      return;
    }
    if (!session.prompt().possible()) {
      throw new Usage(Message.of("bulk.clears-many", preview.cleared()));
    }
    if (!session.prompt().confirm(Message.of("ask.clears", preview.cleared()), "--allow-clear")) {
      throw new Interrupted(Message.of("note.nothing-done"));
    }
  }

  /** Does a plan; gives the exit code. */
  public int apply(String plan) {
    flags.running.check(session);
    ProfileDirectory directory = session.directory(change, Feature.UPDATE_PROFILE);
    Journal journal = session.journal(change);
    Run run =
        new Run(
            change.origin(session),
            session.targetName(),
            "user import --apply " + plan,
            now(),
            RunState.READING,
            Map.of("kind", "plan", "file", plan));
    journal.begin(run);
    RunDesk desk = new RunDesk(session, change, flags.running);
    RunDesk.Task task = new RunDesk.Task(run, journal, directory, PutBack.planned());
    boolean begun = false;
    try {
      RowBatches rows = new RowBatches(journal, run.id());
      PlanFile.read(session, plan, session.rules(), rows);
      rows.close();
      desk.ask(task, rows.count());
      begun = true;
    } finally {
      if (!begun) {
        journal.drop(run.id());
      }
    }
    return desk.go(task);
  }
}
