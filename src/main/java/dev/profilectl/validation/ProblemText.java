package dev.profilectl.validation;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a problem in a sentence: that of its code, with the problem's parameters filled in. */
final class ProblemText {
  private static final String BUNDLE = "ValidationMessages";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");
  private static final int LONGEST_VALUE = 40;

  /** A server's own words, which count for more than ours about a value we found good. */
  private static final String SERVER = "server";

  private static final String REFUSED = "refused-by-server";

  private ProblemText() {}

  /** The sentence; the bare field and code where a server made up a code that nobody documents. */
  static String of(Problem problem, Locale locale) {
    ResourceBundle sentences = Wording.in(locale, BUNDLE);
    boolean byServer = problem.parameters().containsKey(SERVER);
    if (!byServer && !sentences.containsKey(problem.code())) {
      return problem.field() + ": " + problem.code();
    }
    // A code for many types has a sentence a type: "type-mismatch.decimal".
    String narrow = problem.code() + "." + problem.parameters().get("expected");
    String own = sentences.containsKey(narrow) ? narrow : problem.code();
    String key = byServer ? REFUSED : own;
    Matcher placeholder = PLACEHOLDER.matcher(sentences.getString(key));
    return placeholder.replaceAll(
        name -> Matcher.quoteReplacement(argument(problem, name.group(1))));
  }

  private static String argument(Problem problem, String name) {
    Object value = problem.parameters().get(name);
    if (value == null) {
      return name.equals("field") ? problem.field() : "?";
    }
    return name.equals(SERVER) ? value.toString() : shortened(value.toString());
  }

  /** What was typed may be a whole file by mistake; the start of it is enough to recognise it. */
  private static String shortened(String value) {
    return value.codePointCount(0, value.length()) <= LONGEST_VALUE
        ? value
        : value.substring(0, value.offsetByCodePoints(0, LONGEST_VALUE)) + "…";
  }
}
