package dev.profilectl.validation;

import java.util.HashSet;
import java.util.Set;

/** How many characters a JSON text has when it is compact; a scanner of its own, for judging. */
final class JsonOracle {
  static final int NO_JSON = -1;

  private final int[] text;
  private int at;
  private int length;

  private JsonOracle(String text) {
    this.text = text.codePoints().toArray();
  }

  /** The code points of the compact text, or {@link #NO_JSON}. */
  static int compactLength(String text) {
    JsonOracle json = new JsonOracle(text);
    try {
      json.blanks();
      json.value();
      json.blanks();
      return json.at == json.text.length ? json.length : NO_JSON;
    } catch (IllegalStateException wrong) {
      return NO_JSON;
    }
  }

  private int peek() {
    return at < text.length ? text[at] : -1;
  }

  private void expect(int wanted) {
    require(peek() == wanted);
    at++;
    length++;
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalStateException();
    }
  }

  private void blanks() {
    while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
      at++;
    }
  }

  private void value() {
    switch (peek()) {
      case '{' -> members('}', new HashSet<>());
      case '[' -> members(']', new HashSet<>());
      case '"' -> string();
      case 't' -> word("true");
      case 'f' -> word("false");
      case 'n' -> word("null");
      default -> number();
    }
  }

  private void members(int close, Set<String> keys) {
    at++;
    length++;
    blanks();
    if (peek() != close) {
      while (true) {
        blanks();
        if (close == '}') {
          require(peek() == '"' && keys.add(string()));
          blanks();
          expect(':');
          blanks();
        }
        value();
        blanks();
        if (peek() == close) {
          break;
        }
        expect(',');
      }
    }
    expect(close);
  }

  private void word(String word) {
    word.chars().forEach(this::expect);
  }

  private void digits() {
    require(peek() >= '0' && peek() <= '9');
    while (peek() >= '0' && peek() <= '9') {
      expect(peek());
    }
  }

  private void number() {
    if (peek() == '-') {
      expect('-');
    }
    if (peek() == '0') {
      expect('0');
    } else {
      digits();
    }
    if (peek() == '.') {
      expect('.');
      digits();
    }
    if (peek() == 'e' || peek() == 'E') {
      expect(peek());
      if (peek() == '+' || peek() == '-') {
        expect(peek());
      }
      digits();
    }
  }

  private String string() {
    StringBuilder content = new StringBuilder();
    at++;
    while (peek() != '"') {
      require(peek() >= ' ');
      if (peek() != '\\') {
        content.appendCodePoint(text[at++]);
        continue;
      }
      at++;
      int plain = "\"\\/bfnrt".indexOf(peek());
      if (plain >= 0) {
        content.append("\"\\/\b\f\n\r\t".charAt(plain));
        at++;
      } else {
        require(peek() == 'u');
        at++;
        int unit = 0;
        for (int i = 0; i < 4; i++) {
          int digit = Character.digit(peek(), 16);
          require(digit >= 0 && peek() < 128);
          unit = unit * 16 + digit;
          at++;
        }
        content.append((char) unit);
      }
    }
    at++;
    require(content.codePoints().noneMatch(unit -> unit >= 0xd800 && unit <= 0xdfff));
    length += 2 + content.codePoints().map(JsonOracle::written).sum();
    return content.toString();
  }

  private static int written(int codePoint) {
    boolean named = "\"\\\b\f\n\r\t".indexOf(codePoint) >= 0;
    return named ? 2 : codePoint < ' ' ? 6 : 1;
  }
}
