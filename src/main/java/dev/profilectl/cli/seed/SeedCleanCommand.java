package dev.profilectl.cli.seed;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.Seeds.Kept;
import dev.profilectl.seed.MadeUsers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seed clean}. */
@Command(
    name = "clean",
    header = {
      "Take made-up users away for good, with pictures and history; nobody else.",
      "",
      "  profilectl seed clean --tag ci-7",
      "  profilectl seed clean --expired"
    })
public final class SeedCleanCommand implements Callable<Integer> {
  private static final List<Column<Kept>> COLUMNS =
      List.of(
          Column.<Kept>of("tag", kept -> kept.plan().tag()).id(),
          Column.of("seed", kept -> kept.plan().seed()),
          Column.of("users", Kept::users),
          Column.of("expires_at", Kept::expires));

  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Option(names = "--tag", paramLabel = "TAG", description = "The users of this tag.")
  @Nullable String tag;

  @Option(names = "--expired", description = "The users of all tags whose --ttl is over.")
  boolean expired;

  @Option(
      names = "--now",
      paramLabel = "TIME",
      description = "With --expired: as if it were then, 2030-01-01T12:00:00Z for example.")
  @Nullable String now;

  @Option(
      names = {"-n", "--dry-run"},
      fallbackValue = "true",
      description = "Show what would go; change nothing.")
  boolean dryRun;

  /** In a workspace. */
  public SeedCleanCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      if ((tag == null) != expired || (now != null && !expired)) {
        throw new Usage(Message.of("seed.clean-which"));
      }
      if (tag != null) {
        MadeUsers.refuseTag(tag);
      }
      Instant then = now == null ? workspace.clock().instant() : SeedFlags.time("--now", now);
      Seeds seeds = session.localStore(false).seeds();
      List<Kept> all = seeds.all();
      List<Kept> gone = all.stream().filter(kept -> isMeant(kept, then)).toList();
      List<Kept> removed = dryRun || gone.isEmpty() ? gone : removed(session, gone);
      try (Rows<Kept> rows = session.printer().many(COLUMNS)) {
        removed.forEach(rows::add);
      }
      tell(session, all, removed);
      return ExitCode.OK.number();
    }
  }

  private boolean isMeant(Kept kept, Instant then) {
    Instant expires = kept.expires();
    return expired ? expires != null && !then.isBefore(expires) : kept.plan().tag().equals(tag);
  }

  /** With the numbers of users there really were. */
  private static List<Kept> removed(Session session, List<Kept> gone) {
    Seeds seeds = session.localStore(true).seeds();
    List<Kept> removed = new ArrayList<>();
    for (Kept kept : gone) {
      long users = seeds.remove(kept.plan().tag());
      removed.add(new Kept(kept.plan(), kept.expires(), users));
    }
    return removed;
  }

  private void tell(Session session, List<Kept> all, List<Kept> removed) {
    long users = removed.stream().mapToLong(Kept::users).sum();
    if (!removed.isEmpty()) {
      String tags = removed.stream().map(k -> k.plan().tag()).collect(Collectors.joining(", "));
      session.note(Message.of(dryRun ? "seed.to-clean" : "seed.cleaned", users, tags));
    } else if (tag == null) {
      session.note(Message.of("seed.none-expired"));
    } else {
      String known = all.stream().map(k -> k.plan().tag()).collect(Collectors.joining(", "));
      session.note(
          known.isEmpty()
              ? Message.of("seed.no-tag", tag)
              : Message.of("seed.no-such-tag", tag, known));
    }
    if (dryRun) {
      session.note(Message.of("note.dry-run"));
    }
  }
}
