package dev.profilectl.cli.review;

import dev.profilectl.terminal.Key;
import java.util.List;

/**
 * A line that is being typed.
 *
 * @param text as it is
 * @param cursor in front of which character, in chars
 * @param offers how it can go on, as far as that was asked
 */
public record Line(String text, int cursor, List<String> offers) {
  /** Nothing typed yet. */
  static final Line EMPTY = new Line("", 0, List.of());

  private static final int LONGEST = 4096;

  /** Copies the offers. */
  public Line {
    offers = List.copyOf(offers);
  }

  /** The cursor behind it. */
  static Line of(String text) {
    return new Line(text, text.length(), List.of());
  }

  /** After a key; one that means nothing here changes nothing. */
  Line after(Key key) {
    return switch (key) {
      case Key.Letter letter -> insert(Character.toString(letter.codePoint()));
      case Key.Pasted pasted -> insert(pasted.text().strip().replaceAll("\\p{Cntrl}", ""));
      case Key.Control control ->
          switch (control.letter()) {
            case 'a' -> at(0);
            case 'e' -> at(text.length());
            case 'k' -> new Line(text.substring(0, cursor), cursor, List.of());
            case 'u' -> new Line(text.substring(cursor), 0, List.of());
            case 'w' -> cut(wordBefore());
            default -> this;
          };
      case Key.Named.BACKSPACE -> cut(before());
      case Key.Named.DELETE -> new Line(text, behind(), List.of()).cut(cursor);
      case Key.Named.LEFT -> at(before());
      case Key.Named.RIGHT -> at(behind());
      case Key.Named.HOME -> at(0);
      case Key.Named.END -> at(text.length());
      case Key.Named _ -> this;
    };
  }

  private Line insert(String more) {
    if (text.length() + more.length() > LONGEST) {
      return this;
    }
    String all = text.substring(0, cursor) + more + text.substring(cursor);
    return new Line(all, cursor + more.length(), List.of());
  }

  private Line cut(int from) {
    return new Line(text.substring(0, from) + text.substring(cursor), from, List.of());
  }

  private Line at(int place) {
    return new Line(text, place, offers);
  }

  private int before() {
    return cursor == 0 ? 0 : text.offsetByCodePoints(cursor, -1);
  }

  private int behind() {
    return cursor == text.length() ? cursor : text.offsetByCodePoints(cursor, 1);
  }

  /** Parts of a path count as words. */
  private int wordBefore() {
    int at = cursor;
    while (at > 0 && " /".indexOf(text.charAt(at - 1)) >= 0) {
      at--;
    }
    while (at > 0 && " /".indexOf(text.charAt(at - 1)) < 0) {
      at--;
    }
    return at;
  }

  /** As far as all of these agree, and the offers where there is more than one. */
  Line completed(String asked, List<String> names) {
    if (!asked.equals(text.substring(0, cursor)) || names.isEmpty()) {
      return this;
    }
    String all = names.getFirst();
    for (String name : names) {
      int same = 0;
      while (same < Math.min(all.length(), name.length())
          && all.charAt(same) == name.charAt(same)) {
        same++;
      }
      all = all.substring(0, same);
    }
    String grown = all.length() > cursor && all.startsWith(asked) ? all : asked;
    return new Line(
        grown + text.substring(cursor), grown.length(), names.size() == 1 ? List.of() : names);
  }
}
