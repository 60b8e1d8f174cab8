package dev.profilectl.cli.token;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Spans;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.output.Rows;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.AccessTokens.Issued;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token issue}. */
@Command(
    name = "issue",
    header = {
      "Give out a token of a user; it is shown once, and only its hash is kept.",
      "",
      "  profilectl token issue ada --ttl 30d --label \"CI of the shop\"",
      "  profilectl token issue ada --admin"
    })
public final class TokenIssueCommand implements Callable<Integer> {
  private static final Column<Issued> TOKEN =
      Column.of("token", issued -> issued.secret().reveal(text -> text));

  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Parameters(paramLabel = "USER", description = "A username or an id.")
  String user;

  @Option(
      names = "--ttl",
      paramLabel = "SPAN",
      description = "How long it is good, 30d by default: 90d, 12h, 5m, 30s.")
  String ttl = "30d";

  @Option(names = "--admin", description = "It reaches every user, not its own alone.")
  boolean admin;

  @Option(
      names = "--pair",
      description = "With a second one, good for four times as long, that gets new pairs (west2).")
  boolean pair;

  @Option(names = "--label", paramLabel = "TEXT", description = "What it is for.")
  @Nullable String label;

  /** In a workspace. */
  public TokenIssueCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      AccessTokens tokens = session.localStore(true).tokens();
      UserId id =
          session
              .directory()
              .find(UserRef.parse(user))
              .orElseThrow(() -> Refusals.noSuchUser(user))
              .id();
      Duration life = Spans.parse("--ttl", ttl);
      List<Grant> grants = new ArrayList<>();
      grants.add(new Grant(id, Kind.ACCESS, admin, life));
      if (pair) {
        grants.add(new Grant(id, Kind.REFRESH, admin, life.multipliedBy(4)));
      }
      print(session, tokens.issue(grants, label));
      session.note(Message.of("token.shown-once"));
      return ExitCode.OK.number();
    }
  }

  private static void print(Session session, List<Issued> issued) {
    Printer printer = session.printer();
    if (!printer.structured()) {
      issued.forEach(each -> printer.line(each.secret().reveal(text -> text)));
      return;
    }
    List<Column<Issued>> columns = new ArrayList<>();
    TokenColumns.ALL.forEach(
        column -> columns.add(Column.of(column.key(), each -> column.value().of(each.token()))));
    columns.add(TOKEN);
    if (issued.size() == 1) {
      printer.one(columns, issued.getFirst());
    } else {
      try (Rows<Issued> rows = printer.many(columns)) {
        issued.forEach(rows::add);
      }
    }
  }
}
