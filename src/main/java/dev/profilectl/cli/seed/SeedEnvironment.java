package dev.profilectl.cli.seed;

import dev.profilectl.output.Printer;
import dev.profilectl.profile.Seeds.Plan;
import dev.profilectl.seed.MadeUser;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Made-up users as lines for a shell's {@code eval}, or a CI system's file of variables. */
final class SeedEnvironment {
  private static final String PREFIX = "PROFILECTL_SEED_";

  private final Printer printer;

  SeedEnvironment(Printer printer) {
    this.printer = printer;
  }

  /** Writes them. Ids and names are of characters that need no quotes; blanks do. */
  void write(Plan plan, List<MadeUser> users) {
    line("TAG", plan.tag());
    line("SEED", String.valueOf(plan.seed()));
    line("COUNT", String.valueOf(users.size()));
    line("ID", users.getFirst().id().text());
    line("USERNAME", users.getFirst().username());
    line("IDS", "'" + all(users, user -> user.id().text()) + "'");
    line("USERNAMES", "'" + all(users, MadeUser::username) + "'");
  }

  private static String all(List<MadeUser> users, Function<MadeUser, String> word) {
    return users.stream().map(word).collect(Collectors.joining(" "));
  }

  private void line(String name, String value) {
    printer.line(PREFIX + name + "=" + value);
  }
}
