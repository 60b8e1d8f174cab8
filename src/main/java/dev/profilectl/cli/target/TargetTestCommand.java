package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.TargetChoice;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Refusals;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code target test}. */
@Command(
    name = "test",
    header = {
      "Try a target: does it answer, is the token good, what can be done there.",
      "",
      "  profilectl target test shop",
      "  profilectl target test shop -o json"
    })
public final class TargetTestCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;

  @Parameters(paramLabel = "NAME", description = TargetNoun.NAME)
  String name;

  /** In a workspace. */
  public TargetTestCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * One thing that was looked at.
   *
   * @param check what
   * @param ok whether it is well; {@code null} where that is not a question
   * @param detail in words
   */
  private record Check(String check, @Nullable Boolean ok, String detail) {}

  private static final List<Column<Check>> COLUMNS =
      List.of(
          Column.<Check>of("check", Check::check).id(),
          Column.of("ok", Check::ok),
          Column.of("detail", Check::detail));

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      TargetChoice choice = session.choice(workspace.targets().get(name));
      List<Failure> failures = new ArrayList<>();
      List<Check> checks = new ArrayList<>();
      try (Reception reception = workspace.reception(choice)) {
        Locale locale = session.locale();
        checks.add(
            check(
                "reachable",
                failures,
                locale,
                () -> Message.of("target.answers", reception.status())));
        if (failures.isEmpty()) {
          checks.add(check("token", failures, locale, () -> whose(reception.whoever())));
        }
      }
      try (ProfileDirectory directory = workspace.openTarget(choice)) {
        Message abilities = Refusals.abilities(directory);
        checks.add(new Check("can", null, abilities.in(session.locale())));
        checks.add(
            new Check(
                "fields",
                null,
                String.join(", ", directory.settable().stream().map(f -> f.key()).toList())));
      }
      try (Rows<Check> rows = session.printer().many(COLUMNS)) {
        checks.forEach(rows::add);
      }
      return ExitCode.of(0, failures).number();
    }
  }

  private Message whose(Optional<Profile> owner) {
    return owner
        .map(user -> Message.of("target.token-of", user.username(), user.id()))
        .orElseGet(() -> Message.of("target.token-unknown"));
  }

  private static Check check(
      String what, List<Failure> failures, Locale locale, Supplier<Message> look) {
    try {
      return new Check(what, true, look.get().in(locale));
    } catch (Failure failure) {
      failures.add(failure);
      return new Check(what, false, failure.sentence().in(locale));
    }
  }
}
