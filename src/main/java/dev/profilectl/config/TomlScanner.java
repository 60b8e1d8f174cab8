package dev.profilectl.config;

import java.util.ArrayList;
import java.util.List;

/** Finds where statements stand in valid TOML. Of text that is not valid anything may come. */
final class TomlScanner {
  /** In the path of an array of tables, so that it is never taken for a table. */
  private static final String ARRAY = "[]";

  private final String text;
  private int at;

  TomlScanner(String text) {
    this.text = text;
  }

  /** In the order of the text. */
  List<TomlStatement> statements() {
    List<TomlStatement> found = new ArrayList<>();
    List<String> table = List.of();
    while (at < text.length()) {
      int start = at;
      skipBlanks();
      if (at == text.length() || isAny("\r\n#")) {
        skipLine();
      } else if (is('[')) {
        boolean array = text.startsWith("[[", at);
        at += array ? 2 : 1;
        List<String> path = keys();
        if (array) {
          path.add(ARRAY);
        }
        table = path;
        skipLine();
        found.add(new TomlStatement(path, true, start, at, at, at));
      } else {
        List<String> path = new ArrayList<>(table);
        path.addAll(keys());
        at = Math.min(at + 1, text.length());
        skipBlanks();
        int value = at;
        skipValue(false);
        int valueEnd = at;
        skipLine();
        found.add(new TomlStatement(path, false, start, at, value, valueEnd));
      }
    }
    return found;
  }

  private boolean is(char c) {
    return at < text.length() && text.charAt(at) == c;
  }

  private boolean isAny(String characters) {
    return at < text.length() && characters.indexOf(text.charAt(at)) >= 0;
  }

  private void skipBlanks() {
    while (isAny(" \t")) {
      at++;
    }
  }

  private void skipLine() {
    int feed = text.indexOf('\n', at);
    at = feed < 0 ? text.length() : feed + 1;
  }

  /** The parts of a key, up to what ends it. Escapes in quotes are left as they are. */
  private List<String> keys() {
    List<String> keys = new ArrayList<>();
    do {
      at += is('.') ? 1 : 0;
      skipBlanks();
      int start = at;
      if (isAny("\"'")) {
        skipString();
        keys.add(text.substring(start + 1, Math.max(start + 1, at - 1)));
      } else {
        while (at < text.length() && !isAny(" \t\r\n.=]#")) {
          at++;
        }
        keys.add(text.substring(start, at));
      }
      skipBlanks();
    } while (is('.'));
    return keys;
  }

  private void skipValue(boolean nested) {
    if (isAny("\"'")) {
      skipString();
    } else if (isAny("[{")) {
      at++;
      while (at < text.length() && !isAny("]}")) {
        if (is('#')) {
          skipLine();
        } else if (isAny("\"'[{")) {
          skipValue(true);
        } else {
          at++;
        }
      }
      at = Math.min(text.length(), at + 1);
    } else if (!nested) {
      // A date may have a blank within; the blanks behind it are none of the value.
      while (at < text.length() && !isAny("\r\n#")) {
        at++;
      }
      while (at > 0 && " \t".indexOf(text.charAt(at - 1)) >= 0) {
        at--;
      }
    }
  }

  private void skipString() {
    char quote = text.charAt(at);
    String three = String.valueOf(quote).repeat(3);
    boolean many = text.startsWith(three, at);
    at += many ? 3 : 1;
    while (at < text.length()) {
      if (is('\\') && quote == '"') {
        at += 2;
      } else if (many ? text.startsWith(three, at) : is(quote)) {
        at += many ? 3 : 1;
        // Up to two quotes more may stand in front of the three that end it.
        while (many && is(quote)) {
          at++;
        }
        return;
      } else {
        at++;
      }
    }
    at = Math.min(at, text.length());
  }
}
