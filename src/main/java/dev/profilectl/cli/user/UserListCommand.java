package dev.profilectl.cli.user;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.ShapeFlags;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileFilter;
import dev.profilectl.profile.ProfileOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code user list}. */
@Command(
    name = "list",
    header = {
      "List users, sorted by username.",
      "",
      "  profilectl user list --where 'city=London and gender!=1'",
      "  profilectl user list -o csv --fields id,username,email --limit 100"
    })
public final class UserListCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin ShapeFlags shape;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "Only these: = != < <= > >= ~ (contains), and, or, (…), field=null.")
  @Nullable String where;

  @Option(names = "--sort", paramLabel = "KEY", description = "By another key; -KEY for downwards.")
  @Nullable String sort;

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  long limit = Long.MAX_VALUE;

  /** In a workspace. */
  public UserListCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      if (limit < 0) {
        throw new Usage(Message.of("usage.limit", limit));
      }
      Predicate<Profile> wanted = where == null ? user -> true : ProfileFilter.parse(where);
      var order = sort == null ? null : ProfileOrder.parse(sort);
      ProfileDirectory directory = session.directory(Feature.LIST_USERS);
      try (Rows<Profile> rows = session.printer(shape).many(UserColumns.all())) {
        Limited limited = new Limited(rows, limit);
        if (order == null) {
          directory.list(user -> limited.addIf(wanted, user));
        } else {
          List<Profile> users = new ArrayList<>();
          directory.list(
              user -> {
                if (wanted.test(user)) {
                  users.add(user);
                }
              });
          users.sort(order);
          users.forEach(user -> limited.addIf(wanted, user));
        }
      }
      return ExitCode.OK.number();
    }
  }

  /** Takes rows up to a limit. */
  private static final class Limited {
    private final Rows<Profile> rows;
    private long left;

    Limited(Rows<Profile> rows, long limit) {
      this.rows = rows;
      this.left = limit;
    }

    void addIf(Predicate<Profile> wanted, Profile user) {
      if (left > 0 && wanted.test(user)) {
        rows.add(user);
        left--;
      }
    }
  }
}
