package dev.profilectl.cli.seed;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Spans;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.Seeds;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.profile.UserRef;
import dev.profilectl.seed.MadeUser;
import dev.profilectl.seed.MadeUsers;
import dev.profilectl.seed.Sowing;
import java.time.Instant;
import java.util.BitSet;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code seed apply}. */
@Command(
    name = "apply",
    header = {
      "Make up users: the same for the same seed, on every machine. Twice changes nothing.",
      "",
      "  profilectl seed apply --count 1000 --seed 42 --tag ci-7 --ttl 2h -o json",
      "  profilectl seed apply --count 10 --tag ci-7 --avatars --env"
    })
public final class SeedApplyCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;
  @Mixin ChangeFlags change;
  @Mixin SeedFlags flags;

  @Option(names = "--count", paramLabel = "N", description = "How many users; 100 by default.")
  int count = 100;

  @Option(
      names = "--ttl",
      paramLabel = "SPAN",
      description = "Let \"seed clean --expired\" take them away after 2h, 30m, 7d; else never.")
  @Nullable String ttl;

  @Option(
      names = "--env",
      description = "Print lines for a shell: PROFILECTL_SEED_ID=…, …_IDS, …_USERNAMES.")
  boolean env;

  /** In a workspace. */
  public SeedApplyCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      if (count < 1 || count > MadeUsers.MOST) {
        throw new Usage(
            Message.of("usage.option", "--count", String.valueOf(count), "1-" + MadeUsers.MOST));
      }
      if (env && session.printer().structured()) {
        throw new Usage(Message.of("seed.env-alone", session.format().word()));
      }
      MadeUsers users = flags.users(session);
      Instant expires =
          ttl == null ? null : workspace.clock().instant().plus(Spans.parse("--ttl", ttl));
      Seeds seeds = session.localStore(!change.dryRun()).seeds();
      Sowing sowing = new Sowing(seeds, users);
      BitSet missing = sowing.missing(count);
      if (change.dryRun()) {
        pretend(seeds, session.directory(), users, missing);
      } else {
        sowing.make(missing, expires, change.origin(session), _ -> {});
      }
      print(session, users, missing);
      tell(session, users.plan(), missing.cardinality());
      return change.exit(ExitCode.OK, !missing.isEmpty());
    }
  }

  /** Refuses what the real run would refuse. */
  private static void pretend(
      Seeds seeds, ProfileDirectory directory, MadeUsers users, BitSet missing) {
    seeds.refuseOther(users.plan());
    missing.stream()
        .mapToObj(users::user)
        .map(MadeUser::username)
        .filter(name -> directory.find(new UserRef.ByUsername(name)).isPresent())
        .findFirst()
        .ifPresent(
            name -> {
              throw Refusals.usernameTaken(name);
            });
  }

  private void print(Session session, MadeUsers users, BitSet missing) {
    Stream<MadeUser> all = IntStream.rangeClosed(1, count).mapToObj(users::user);
    if (env) {
      new SeedEnvironment(session.printer()).write(users.plan(), all.toList());
      return;
    }
    try (Rows<SeededUser> rows = session.printer(shape).many(SeededUser.COLUMNS)) {
      all.forEach(user -> rows.add(new SeededUser(user, missing.get(user.number()))));
    }
  }

  private void tell(Session session, Plan plan, int made) {
    session.note(Message.of("seed.made", made, plan.tag(), count - made));
    change.note(session);
  }
}
