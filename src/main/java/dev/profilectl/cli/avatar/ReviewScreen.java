package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Extent;
import dev.profilectl.cli.review.Line;
import dev.profilectl.cli.review.Mode;
import dev.profilectl.cli.review.Review;
import dev.profilectl.cli.review.Slot;
import dev.profilectl.cli.review.Square;
import dev.profilectl.cli.review.Subject;
import dev.profilectl.cli.review.Summary;
import dev.profilectl.failure.Message;
import dev.profilectl.image.Sketch;
import dev.profilectl.terminal.DisplayWidth;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.terminal.Sheet;
import dev.profilectl.terminal.TerminalSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws a review: who and how many above, the picture and its facts, what is told, the keys. */
final class ReviewScreen {
  private static final TerminalSize LEAST = new TerminalSize(60, 16);

  /** What stands above and below the picture. */
  private static final int OTHER_LINES = 4;

  private static final int LEAST_FACTS = 38;
  private static final int PREVIEW = 24;
  private static final String GAP = "  ";
  private static final List<String> HELP =
      List.of(
          "review.help-a",
          "review.help-c",
          "review.help-c2",
          "review.help-r",
          "review.help-f",
          "review.help-o",
          "review.help-d",
          "review.help-s",
          "review.help-u",
          "review.help-q",
          "review.help-z",
          "review.help-end");

  private final Session session;
  private final ReviewPainter painter;
  private final ReviewFacts facts;
  private final @Nullable Integer width;
  private final boolean styled;

  /**
   * With a painter.
   *
   * @param width the columns a picture may take; {@code null} for what fits
   */
  ReviewScreen(Session session, ReviewPainter painter, ReviewFacts facts, @Nullable Integer width) {
    this.session = session;
    this.painter = painter;
    this.facts = facts;
    this.width = width;
    this.styled = session.screen().outColors().any();
  }

  /**
   * What there is to be drawn.
   *
   * @param card of the user; {@code null} where nobody is there
   * @param sketch of what the draft starts from; {@code null} where that is not there
   */
  record Seen(@Nullable ReviewCard card, @Nullable Sketch sketch) {}

  /** All lines of the screen. */
  Sheet frame(Review review, Seen seen, TerminalSize size) {
    if (size.columns() < LEAST.columns() || size.rows() < LEAST.rows()) {
      Message small =
          Message.of(
              "review.too-small", LEAST.columns(), LEAST.rows(), size.columns(), size.rows());
      List<String> lines = DisplayWidth.wrap(small.in(session.locale()), size.columns());
      return Sheet.of(lines.subList(0, Math.min(lines.size(), size.rows())));
    }
    int rows = size.rows() - OTHER_LINES;
    Sheet body = cut(body(review, seen, new TerminalSize(size.columns(), rows)), rows);
    return Sheet.of(List.of(header(review, size.columns()), ""))
        .above(body)
        .above(Sheet.of(List.of(status(review, size.columns()), keys(review, size.columns()))));
  }

  private String say(String key, Object... arguments) {
    return Message.of(key, arguments).in(session.locale());
  }

  private static Sheet cut(Sheet sheet, int rows) {
    List<String> lines = new ArrayList<>(sheet.lines());
    lines.addAll(Collections.nCopies(Math.max(0, rows - lines.size()), ""));
    return new Sheet(lines.subList(0, rows), sheet.pictures());
  }

  private String header(Review review, int columns) {
    Summary done = Summary.of(review);
    String left =
        " "
            + say("review.title")
            + " · "
            + SafeText.visible(session.targetName())
            + " · "
            + (review.at() + 1);
    String right =
        say("review.tally", done.accepted(), done.skipped(), done.deleted(), done.failed().size())
            + " ";
    int room = columns - DisplayWidth.of(right);
    String line = DisplayWidth.padRight(DisplayWidth.truncate(left, room), room) + right;
    return inverse(DisplayWidth.truncate(line, columns));
  }

  private String inverse(String text) {
    return styled ? "\u001b[7m" + text + "\u001b[27m" : text;
  }

  private String keys(Review review, int columns) {
    String key =
        switch (review.mode()) {
          case Mode.Cropping _ -> "review.keys-crop";
          case Mode.Typing _ -> "review.keys-file";
          case Mode.Picking _ -> "review.keys-wait";
          default -> "review.keys";
        };
    return DisplayWidth.truncate(say(key), columns);
  }

  private String status(Review review, int columns) {
    Message said = review.said();
    if (review.mode() instanceof Mode.Typing typing && said == null) {
      return typed(typing.line(), columns);
    }
    return said == null
        ? ""
        : DisplayWidth.truncate(SafeText.visible(said.in(session.locale())), columns);
  }

  /** The end of the line that the cursor is in, with the cursor. */
  private String typed(Line line, int columns) {
    String before = SafeText.visible(line.text().substring(0, line.cursor()));
    String behind = SafeText.visible(line.text().substring(line.cursor()));
    String lead = say("review.file", "");
    int room = columns - DisplayWidth.of(lead) - 1;
    while (DisplayWidth.of(before) > room) {
      before = before.substring(before.offsetByCodePoints(0, 1));
    }
    int one = behind.isEmpty() ? 0 : behind.offsetByCodePoints(0, 1);
    String under = behind.isEmpty() ? " " : behind.substring(0, one);
    String rest = DisplayWidth.truncate(behind.substring(one), room - DisplayWidth.of(before));
    return lead + before + (styled ? inverse(under) + rest : "_" + behind);
  }

  private Sheet body(Review review, Seen seen, TerminalSize room) {
    if (review.mode() instanceof Mode.Helping) {
      return Sheet.of(
          HELP.stream().map(key -> DisplayWidth.truncate(say(key), room.columns())).toList());
    }
    int left = pictureWidth(room);
    TerminalSize place = new TerminalSize(left, room.rows());
    int right = room.columns() - left - GAP.length();
    Sheet picture = padded(picture(review, seen, place), left);
    return Sheet.row(List.of(picture, beside(review, seen, right)), GAP);
  }

  /** As square as the lines allow, with room for the facts. */
  private int pictureWidth(TerminalSize room) {
    if (painter.graphics() == null) {
      return 1;
    }
    int most = width == null ? 2 * room.rows() : width;
    return Math.clamp(most, 1, Math.max(1, room.columns() - LEAST_FACTS - GAP.length()));
  }

  private static Sheet padded(Sheet sheet, int width) {
    List<String> lines = new ArrayList<>(sheet.lines());
    lines.add("");
    return new Sheet(
        lines.stream().map(line -> DisplayWidth.padRight(line, width)).toList(), sheet.pictures());
  }

  private Sheet picture(Review review, Seen seen, TerminalSize place) {
    Sketch sketch = seen.sketch();
    Subject subject = review.subject();
    if (subject != null && sketch != null) {
      return review.mode() instanceof Mode.Cropping
          ? painter.marked(sketch, review.draft(), place)
          : painter.result(sketch, review.draft(), place);
    }
    String text =
        switch (review.slot()) {
          case Slot.Loading _ -> say("review.loading");
          case Slot.Returning returning ->
              say("review.returning", SafeText.visible(returning.passed().username()));
          case Slot.Broken broken -> SafeText.visible(broken.username());
          case Slot.Over _ -> say("review.over");
          case Slot.Ready ready -> about(ready.subject(), review.draft());
        };
    return Sheet.of(DisplayWidth.wrap(text, Math.max(2, place.columns())));
  }

  private String about(Subject subject, Draft draft) {
    return draft.extent(subject) != null
        ? say("review.loading")
        : say(subject.trouble() == null ? "review.none" : "review.unreadable");
  }

  private Sheet beside(Review review, Seen seen, int columns) {
    if (review.mode() instanceof Mode.Typing typing && !typing.line().offers().isEmpty()) {
      return Sheet.of(offers(typing.line(), columns));
    }
    ReviewCard card = seen.card();
    Subject subject = review.subject();
    if (review.slot() instanceof Slot.Over) {
      return Sheet.of(List.of(say("review.over-keys")));
    }
    if (card == null || subject == null) {
      return Sheet.of(List.of());
    }
    Sketch sketch = seen.sketch();
    if (review.mode() instanceof Mode.Cropping && sketch != null) {
      TerminalSize small = new TerminalSize(Math.min(PREVIEW, columns), PREVIEW / 2);
      Sheet preview = painter.result(sketch, review.draft(), small);
      return preview.above(Sheet.of(part(review.draft(), subject)));
    }
    List<String> lines = new ArrayList<>(facts.lines(card, columns));
    if (!review.draft().isNone()) {
      lines.add("");
      lines.addAll(DisplayWidth.wrap(inPlain(review.draft()), columns));
    }
    return Sheet.of(lines);
  }

  private List<String> part(Draft draft, Subject subject) {
    Square square = draft.square();
    Extent extent = draft.extent(subject);
    if (square == null || extent == null) {
      return List.of();
    }
    Extent whole = extent.turned(draft.rotate());
    return List.of(
        "",
        say("review.part", square.x(), square.y(), square.size(), square.size()),
        say("review.of", whole.width(), whole.height()));
  }

  /** What a draft is, in words. */
  private String inPlain(Draft draft) {
    List<String> words = new ArrayList<>();
    Draft.Chosen file = draft.file();
    if (file != null) {
      words.add(SafeText.visible(file.word()));
    }
    if (draft.base() == Draft.Base.ORIGINAL) {
      words.add(say("review.pending-original"));
    }
    if (draft.rotate() != 0) {
      words.add(say("review.pending-rotate", draft.rotate()));
    }
    if (draft.square() != null) {
      words.add(say("review.pending-crop"));
    }
    return "* " + String.join(", ", words);
  }

  private static List<String> offers(Line line, int columns) {
    return line.offers().stream()
        .map(name -> name.substring(name.lastIndexOf('/', name.length() - 2) + 1))
        .map(name -> DisplayWidth.truncate(SafeText.visible(name), columns))
        .toList();
  }
}
