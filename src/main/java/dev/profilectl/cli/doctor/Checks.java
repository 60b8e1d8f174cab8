package dev.profilectl.cli.doctor;

import dev.profilectl.cli.Session;
import dev.profilectl.config.Places;
import dev.profilectl.config.Targets;
import java.util.List;
import java.util.Map;

/** Everything that is looked at, in the order to show it. To add a check: a class, a line here. */
final class Checks {
  private Checks() {}

  static List<Finding> all(Session session) {
    Map<String, String> environment = session.workspace().environment();
    Places places = session.workspace().places();
    Targets targets = session.workspace().targets();
    List<Check> checks =
        List.of(
            new MachineCheck(session.workspace().machine()),
            new ConfigCheck(places, session.workspace().defaults(), targets),
            new CredentialsCheck(places, session.workspace().credentials()),
            new StoreCheck(session),
            new RunsCheck(session.workspace()),
            new PermissionsCheck(session),
            new TerminalCheck(session.screen(), environment),
            new CompletionCheck(environment),
            new TargetsCheck(session));
    return checks.stream().flatMap(check -> check.look().stream()).toList();
  }
}
