package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.image.ImagePreview;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.Avatar;
import dev.profilectl.terminal.Beside;
import dev.profilectl.terminal.HalfBlocks;
import dev.profilectl.terminal.Pixels;
import dev.profilectl.terminal.TerminalSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Draws pictures in a terminal, the facts beside them. */
final class Drawing {
  private static final int USUAL_WIDTH = 32;
  private static final int USUAL_HEIGHT = 24;

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
  private final @Nullable Integer width;

  /** With the columns a picture may take; {@code null} for what fits well. */
  Drawing(Session session, @Nullable Integer width) {
    this.session = session;
    this.width = width;
  }

  private static String picture(Avatar avatar) {
    Avatar.Shape shape = avatar.shape();
    return "%s %d × %d".formatted(shape.format(), shape.width(), shape.height());
  }

  void show(List<AvatarColumns> found) {
    Printer printer = session.printer();
    List<String> lines = new ArrayList<>();
    for (AvatarColumns row : found) {
      if (!lines.isEmpty()) {
        lines.add("");
      }
      lines.addAll(lines(printer, row));
    }
    printer.drawn(lines);
  }

  private List<String> lines(Printer printer, AvatarColumns row) {
    Integer columns = session.screen().width();
    int rows = Objects.requireNonNullElse(session.screen().height(), USUAL_HEIGHT + 1) - 1;
    int most = columns == null ? Integer.MAX_VALUE : columns;
    int wanted = width == null ? Math.min(USUAL_WIDTH, Math.max(1, most / 2)) : width;
    Avatar avatar = row.avatar();
    TerminalSize room =
        new TerminalSize(Math.clamp(wanted, 1, most), width == null ? Math.max(1, rows) : wanted);
    Pixels.Size size = HalfBlocks.fit(avatar.shape().width(), avatar.shape().height(), room);
    var pixels = ImagePreview.pixels(avatar.content().bytes(), size.width(), size.height());
    List<String> drawn =
        HalfBlocks.draw(
            new Pixels(pixels.width(), pixels.height(), pixels.argb()),
            session.screen().outColors());
    List<String> facts = printer.facts(FACTS, row, Beside.room(drawn, columns));
    return Beside.of(drawn, facts, columns);
  }
}
