package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.ContactSheet;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.bulk.WholeFile;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code avatar sheet}. */
@Command(
    name = "sheet",
    header = {
      "Write a page of pictures that any browser opens: what a run did, old beside new.",
      "",
      "  profilectl avatar sheet --out sheet.html",
      "  profilectl avatar sheet --out gold.html --where 'level=gold'"
    })
public final class AvatarSheetCommand implements Callable<Integer> {
  private static final List<Column<Made>> COLUMNS =
      List.of(
          Column.<Made>of("file", Made::file).id(),
          Column.of("run", Made::run),
          Column.of("users", Made::users),
          Column.of("pictures", Made::pictures));

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "The page; it needs no other file and no network.")
  String out = "";

  @Option(
      names = "--run",
      paramLabel = "RUN",
      description = "What this run did; else the last one that changed a picture.")
  @Nullable String run;

  @Option(
      names = "--where",
      paramLabel = "EXPR",
      description = "The pictures of these users as they are now, instead of a run.")
  @Nullable String where;

  /** What was written. */
  private record Made(String file, @Nullable String run, long users, long pictures) {}

  /** In a workspace. */
  public AvatarSheetCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote)) {
      if (run != null && where != null) {
        throw new Usage(Message.of("sheet.run-or-where"));
      }
      SheetCards cards =
          where == null
              ? new RunCards(session, run).cards()
              : new UserCards(session, where).cards();
      long[] counts = new long[2];
      WholeFile.write(
          session,
          out,
          stream -> {
            try (ContactSheet sheet =
                new ContactSheet(
                    new OutputStreamWriter(stream, StandardCharsets.UTF_8), session.locale())) {
              sheet.begin(cards.head());
              for (SheetCards.Source source : cards.sources()) {
                ContactSheet.Card card = source.card();
                sheet.add(card);
                counts[0]++;
                counts[1] += (card.old() == null ? 0 : 1) + (card.now() == null ? 0 : 1);
              }
            }
          });
      session.printer().one(COLUMNS, new Made(out, cards.run(), counts[0], counts[1]));
      return ExitCode.OK.number();
    }
  }
}
