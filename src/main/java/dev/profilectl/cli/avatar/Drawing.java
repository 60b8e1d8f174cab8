package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.Avatar;
import dev.profilectl.terminal.Beside;
import dev.profilectl.terminal.DisplayWidth;
import dev.profilectl.terminal.Graphics;
import dev.profilectl.terminal.Protocol;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.terminal.Sheet;
import dev.profilectl.terminal.TerminalSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws pictures in a terminal: one with its facts, many in a grid, an old one beside a new. */
final class Drawing {
  private static final int USUAL_WIDTH = 32;
  private static final int WIDTH_OF_MANY = 18;
  private static final int WIDTH_OF_TWO = 24;
  private static final int USUAL_HEIGHT = 24;
  private static final String GAP = "  ";
  private static final String ARROW = "→";

  /** What stands beside a picture; the rest is told by {@code --preview none}. */
  private static final List<Column<AvatarColumns>> FACTS =
      List.of(
          Column.of("username", row -> row.user().username()),
          Column.of("id", row -> row.user().id().text()),
          Column.of("picture", row -> picture(row.avatar())),
          Column.of("size", row -> Sizes.of(row.avatar().content().size())),
          Column.of("since", row -> row.avatar().at()),
          Column.of("url", row -> row.avatar().url()));

  private final Session session;
  private final Graphics graphics;
  private final PictureSheet sheets;
  private final @Nullable Integer width;

  /** With the columns a picture may take; {@code null} for what fits well. */
  Drawing(Session session, Graphics graphics, @Nullable Integer width) {
    this.session = session;
    this.graphics = graphics;
    this.sheets = new PictureSheet(graphics, session.screen().outColors());
    this.width = width;
  }

  private static String picture(Avatar avatar) {
    Avatar.Shape shape = avatar.shape();
    return "%s %d × %d".formatted(shape.format(), shape.width(), shape.height());
  }

  void show(List<AvatarColumns> found) {
    Printer printer = session.printer();
    if (found.size() == 1) {
      printer.drawn(one(printer, found.getFirst()).text());
    } else {
      grid(printer, found);
    }
  }

  private Sheet one(Printer printer, AvatarColumns row) {
    Integer columns = session.screen().width();
    int half = columns == null ? USUAL_WIDTH : Math.max(1, columns / 2);
    Sheet drawn = sheet(row.avatar(), room(Math.min(USUAL_WIDTH, half), 0));
    return drawn.beside(printer.facts(FACTS, row, Beside.room(drawn.lines(), columns)), columns);
  }

  /** As many side by side as the terminal is wide, each over its name. */
  private void grid(Printer printer, List<AvatarColumns> found) {
    TerminalSize room = room(WIDTH_OF_MANY, 1);
    int columns = Objects.requireNonNullElse(session.screen().width(), 80);
    int many = Math.max(1, (columns + GAP.length()) / (room.columns() + GAP.length()));
    for (int from = 0; from < found.size(); from += many) {
      List<AvatarColumns> row = found.subList(from, Math.min(found.size(), from + many));
      List<Sheet> drawn = row.stream().map(each -> sheet(each.avatar(), room)).toList();
      List<String> names =
          row.stream().map(each -> SafeText.visible(each.user().username())).toList();
      printer.drawn((from == 0 ? "" : "\n") + side(drawn, names, room.columns()).text());
    }
  }

  /** The picture that a user had, if any, an arrow, and the one that took its place. */
  void beforeAndAfter(byte @Nullable [] before, byte[] after) {
    TerminalSize room = room(WIDTH_OF_TWO, 1);
    Sheet made = sheets.of(after, room);
    if (before == null) {
      session.printer().drawn(made.text());
      return;
    }
    Sheet old = sheets.of(before, room);
    int middle = (Math.max(old.lines().size(), made.lines().size()) - 1) / 2;
    List<String> arrow = new ArrayList<>(Collections.nCopies(middle, ""));
    arrow.add(ARROW);
    String was = Message.of("avatar.before").in(session.locale());
    String is = Message.of("avatar.after").in(session.locale());
    Sheet all = side(List.of(old, Sheet.of(arrow), made), List.of(was, "", is), room.columns());
    session.printer().drawn(all.text());
  }

  /** Sheets side by side, with a word under each, all words in one line. */
  private static Sheet side(List<Sheet> sheets, List<String> words, int room) {
    int height = sheets.stream().mapToInt(sheet -> sheet.lines().size()).max().orElse(0);
    List<Sheet> cells = new ArrayList<>();
    for (int i = 0; i < sheets.size(); i++) {
      Sheet sheet = sheets.get(i);
      List<String> under = new ArrayList<>(Collections.nCopies(height - sheet.lines().size(), ""));
      int width = sheets.size() == words.size() && words.get(i).isEmpty() ? sheet.width() : room;
      under.add(DisplayWidth.padRight(DisplayWidth.truncate(words.get(i), width), width));
      cells.add(sheet.above(Sheet.of(under)));
    }
    return Sheet.row(cells, GAP);
  }

  private Sheet sheet(Avatar avatar, TerminalSize room) {
    return sheets.of(avatar.content().bytes(), room);
  }

  /**
   * What one picture may take.
   *
   * @param usual the columns where no flag tells them
   * @param under the lines below it
   */
  private TerminalSize room(int usual, int under) {
    Integer most = session.screen().width();
    int wanted = width == null ? usual : width;
    int columns = most == null ? wanted : Math.clamp(wanted, 1, most);
    Integer lines = session.screen().height();
    // sequences cannot reach what has left the screen; characters may scroll, if so many are wanted
    boolean scrolls = width != null && (graphics.protocol() == Protocol.BLOCKS || lines == null);
    int rows = scrolls ? wanted : Objects.requireNonNullElse(lines, USUAL_HEIGHT + 1) - 1 - under;
    return new TerminalSize(columns, Math.max(1, rows));
  }
}
