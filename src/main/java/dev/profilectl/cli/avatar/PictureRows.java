package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.Cells;
import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.PictureFiles;
import dev.profilectl.bulk.PictureMatches.Matched;
import dev.profilectl.bulk.RowRecord;
import dev.profilectl.bulk.RowWork;
import dev.profilectl.bulk.RunRow;
import dev.profilectl.bulk.Step;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Rows that set pictures: each names a file and a user. */
public final class PictureRows implements RowWork, AutoCloseable {
  /** So few are written at once that their files do not fill the memory. */
  private static final int AT_ONCE = 4;

  private static final String FILE = "file";
  private static final String USERNAME = "username";
  private static final String ID = "id";

  private final PictureFiles files;
  private final PicturesAhead ahead;

  /**
   * Of a run.
   *
   * @param run its id
   */
  PictureRows(PictureFiles files, PictureMaker maker, Journal journal, String run) {
    this.files = files;
    this.ahead =
        new PicturesAhead(
            maker.threads(), row -> maker.make(file(row), row.user()), upcoming(journal, run));
  }

  private PicturesAhead.Upcoming upcoming(Journal journal, String run) {
    return new PicturesAhead.Upcoming() {
      @Override
      public List<RunRow> after(long seq, int most) {
        return journal.left(run, seq, most).stream().map(RowRecord::row).toList();
      }

      @Override
      public long bytes(RunRow row) {
        return files.bytes(file(row));
      }
    };
  }

  /** The row of a file and its user. */
  static RunRow row(long seq, Matched matched) {
    Map<String, String> cells = new TreeMap<>(Map.of(FILE, matched.file()));
    if (matched.user() instanceof UserRef.ById byId) {
      cells.put(ID, byId.text());
    }
    if (!matched.name().equals(cells.get(ID))) {
      cells.put(USERNAME, matched.name());
    }
    return new RunRow(seq, 0, matched.name(), Cells.text(cells, Set.of()), matched.id());
  }

  private static @Nullable String cell(RunRow row, String name) {
    Object value = Cells.of(Objects.requireNonNull(row.cells())).get(name);
    return value == null ? null : value.toString();
  }

  /** The file that a row of such a run names. */
  static String file(RunRow row) {
    return Objects.requireNonNull(cell(row, FILE));
  }

  @Override
  public int together(int usual) {
    return Math.min(usual, AT_ONCE);
  }

  @Override
  public Step step(RunRow row) {
    String id = cell(row, ID);
    String name = Objects.requireNonNullElse(row.key(), "");
    UserRef ref = id == null ? new UserRef.ByUsername(name) : new UserRef.ById(id, name);
    CompletableFuture<MadePicture> picture = ahead.of(row);
    return new Step.Ask(
        ref, Set.of(Field.USERNAME, Field.AVATAR_URL), lookup -> decide(name, picture, lookup));
  }

  private static Step decide(String name, CompletableFuture<MadePicture> picture, Lookup lookup) {
    return switch (lookup) {
      case Lookup.Refused refused -> new Step.Fail(refused.failure());
      case Lookup.Nobody _ -> new Step.Fail(Refusals.noSuchUser(name));
      case Lookup.Found found -> set(found.user().id(), picture.join());
    };
  }

  private static Step set(UserId user, MadePicture picture) {
    return switch (picture) {
      case MadePicture.Ready ready -> new Step.Act(new Edit.SetAvatar(user, ready.avatar()));
      case MadePicture.Same _ -> new Step.Rest();
      case MadePicture.Refused refused -> new Step.Fail(refused.failure());
    };
  }

  @Override
  public void close() {
    ahead.close();
    files.close();
  }
}
