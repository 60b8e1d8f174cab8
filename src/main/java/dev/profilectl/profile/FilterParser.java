package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a filter by recursive descent: {@code or} binds loosest, then {@code and}. */
final class FilterParser {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<operator>!=|<=|>=|[=<>~])|(?<parenthesis>[()])"
              + "|\"(?<double>(?:[^\"\\\\]|\\\\.)*+)\"|'(?<single>[^']*+)'"
              + "|(?<word>[^\\s()=!<>~\"']+))");

  /** Deeper nesting is a mistake, or meant to exhaust the stack. */
  private static final int MAX_DEPTH = 100;

  private enum Kind {
    OPERATOR,
    PARENTHESIS,
    QUOTED,
    WORD
  }

  private record Token(Kind kind, String text) {}

  private final String expression;
  private final List<Token> tokens = new ArrayList<>();
  private int at;
  private int depth;

  FilterParser(String expression) {
    this.expression = expression;
    Matcher matcher = TOKEN.matcher(expression);
    int end = 0;
    while (matcher.lookingAt()) {
      tokens.add(token(matcher));
      end = matcher.end();
      matcher.region(end, expression.length());
    }
    if (!expression.substring(end).isBlank()) {
      throw unreadable(expression.substring(end).strip());
    }
  }

  private static Token token(Matcher matcher) {
    if (matcher.group("operator") != null) {
      return new Token(Kind.OPERATOR, matcher.group("operator"));
    }
    if (matcher.group("parenthesis") != null) {
      return new Token(Kind.PARENTHESIS, matcher.group("parenthesis"));
    }
    if (matcher.group("double") != null) {
      return new Token(Kind.QUOTED, matcher.group("double").replaceAll("\\\\(.)", "$1"));
    }
    if (matcher.group("single") != null) {
      return new Token(Kind.QUOTED, matcher.group("single"));
    }
    return new Token(Kind.WORD, matcher.group("word"));
  }

  Predicate<Profile> parse() {
    Predicate<Profile> condition = either();
    if (at < tokens.size()) {
      throw unreadable(tokens.get(at).text);
    }
    return condition;
  }

  private Predicate<Profile> either() {
    List<Predicate<Profile>> conditions = new ArrayList<>();
    do {
      conditions.add(both());
    } while (accept(Kind.WORD, "or"));
    // Not condition.or(…) on each other: thousands of those would exhaust the stack.
    return user -> conditions.stream().anyMatch(condition -> condition.test(user));
  }

  private Predicate<Profile> both() {
    List<Predicate<Profile>> conditions = new ArrayList<>();
    do {
      conditions.add(single());
    } while (accept(Kind.WORD, "and"));
    return user -> conditions.stream().allMatch(condition -> condition.test(user));
  }

  private Predicate<Profile> single() {
    if (accept(Kind.PARENTHESIS, "(")) {
      if (++depth > MAX_DEPTH) {
        throw unreadable("(");
      }
      Predicate<Profile> condition = either();
      if (!accept(Kind.PARENTHESIS, ")")) {
        throw unreadable(peek() == null ? "" : tokens.get(at).text);
      }
      depth--;
      return condition;
    }
    String key = next(Kind.WORD).text;
    String operator = next(Kind.OPERATOR).text;
    Token value = peek();
    if (value == null || (value.kind != Kind.WORD && value.kind != Kind.QUOTED)) {
      throw unreadable(value == null ? "" : value.text);
    }
    at++;
    boolean isNull = value.kind == Kind.WORD && value.text.equals("null");
    return FilterTest.of(key, operator, isNull ? null : value.text);
  }

  private @Nullable Token peek() {
    return at < tokens.size() ? tokens.get(at) : null;
  }

  private Token next(Kind kind) {
    Token token = peek();
    if (token == null || token.kind != kind) {
      throw unreadable(token == null ? "" : token.text);
    }
    at++;
    return token;
  }

  private boolean accept(Kind kind, String text) {
    Token token = peek();
    boolean accepted =
        token != null && token.kind == kind && token.text.toLowerCase(Locale.ROOT).equals(text);
    if (accepted) {
      at++;
    }
    return accepted;
  }

  private Usage unreadable(String where) {
    return new Usage(
        where.isEmpty()
            ? Message.of("where.ends", expression)
            : Message.of("where.unreadable", expression, where));
  }
}
