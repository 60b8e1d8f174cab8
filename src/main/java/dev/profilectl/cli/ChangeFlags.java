package dev.profilectl.cli;

import dev.profilectl.failure.Message;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.UserId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of every command that changes something. */
@FlagGroup("Changing")
public final class ChangeFlags {
  @Option(
      names = {"-n", "--dry-run"},
      fallbackValue = "true",
      description = "Show what would change, in the same shape; change nothing.")
  boolean dryRun;

  @Option(
      names = "--exit-code",
      fallbackValue = "true",
      description = "With --dry-run: exit 10 when something would change.")
  boolean exitCode;

  @Option(
      names = {"-y", "--yes"},
      fallbackValue = "true",
      description = "Answer yes to questions.")
  boolean yes;

  @Option(names = "--reason", paramLabel = "TEXT", description = "Kept in the history.")
  @Nullable String reason;

  @Option(
      names = "--actor",
      paramLabel = "NAME",
      description = "Kept in the history; the login name where it is not given.")
  @Nullable String actor;

  /** Whether nothing is to be changed. */
  public boolean dryRun() {
    return dryRun;
  }

  /** From now on nothing is to be changed. */
  public void makeDry() {
    dryRun = true;
  }

  /** Tells where nothing was changed. */
  public void note(Session session) {
    if (dryRun) {
      session.note(Message.of("note.dry-run"));
    }
  }

  /** Why; {@code null} where nobody says. */
  public @Nullable String reason() {
    return reason;
  }

  /** Whether questions are answered with yes. */
  public boolean yes() {
    return yes;
  }

  /** The exit code, which tells of pending changes where that was asked for. */
  public int exit(ExitCode code, boolean changes) {
    return (code == ExitCode.OK && dryRun && exitCode && changes ? ExitCode.PENDING : code)
        .number();
  }

  /** What the history keeps of the changes of this command: a new run. */
  public Origin origin(Session session) {
    Workspace workspace = session.workspace();
    String at =
        DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT)
            .format(workspace.clock().instant().atOffset(ZoneOffset.UTC));
    String run = at + "-" + UserId.randomText(workspace.random()).substring(0, 5);
    session.detail(Message.of("note.run", run));
    String who = actor == null ? workspace.loginName() : actor;
    return new Origin(run, who, reason == null || reason.isBlank() ? null : reason);
  }
}
