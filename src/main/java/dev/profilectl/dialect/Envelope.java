package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.profilectl.dialect.Verdict.Reason;
import dev.profilectl.dialect.Verdict.Refused;
import java.util.Optional;
import java.util.regex.Pattern;

/** What every system's answers have in common, and the little that HTTP itself tells. */
final class Envelope {
  private static final int LONGEST_WORDS = 200;
  private static final Pattern TAGS =
      Pattern.compile("(?is)<(script|style|head)\\b.*?</\\1>|<[^>]*>");
  private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+");

  private Envelope() {}

  /**
   * The verdict of HTTP alone, where there is no body that the system could have written; empty
   * where the body has to tell.
   */
  static Optional<Refused> ofTransport(Answer answer) {
    JsonNode root = answer.json();
    if (root.isObject() || root.isArray()) {
      return Optional.empty();
    }
    int status = answer.status();
    Reason reason = reasonOf(status).orElse(Reason.NOT_THE_API);
    String words =
        answer.header("Location").filter(_ -> status / 100 == 3).orElseGet(() -> page(answer));
    return Optional.of(new Refused(reason, String.valueOf(status), words));
  }

  /** What a status means that is no success; empty for a success. */
  static Optional<Reason> reasonOf(int status) {
    return switch (status) {
      case 401 -> Optional.of(Reason.NOT_LOGGED_IN);
      case 403 -> Optional.of(Reason.FORBIDDEN);
      case 404, 405, 410 -> Optional.of(Reason.NOT_THE_API);
      case 409, 412 -> Optional.of(Reason.CONFLICT);
      case 413 -> Optional.of(Reason.TOO_LARGE);
      case 429 -> Optional.of(Reason.LATER);
      default ->
          switch (status / 100) {
            case 2 -> Optional.empty();
            case 3 -> Optional.of(Reason.NOT_THE_API);
            case 4 -> Optional.of(Reason.FAILED);
            default -> Optional.of(Reason.UNKNOWN);
          };
    };
  }

  /** A success by the body that HTTP contradicts is no success that anybody can rely on. */
  static Verdict agreed(Answer answer) {
    return reasonOf(answer.status())
        .<Verdict>map(_ -> refused(Reason.UNKNOWN, answer.status(), words(answer.json())))
        .orElseGet(() -> new Verdict.Done(answer.json()));
  }

  static Refused refused(Reason reason, Object code, String words) {
    return new Refused(reason, String.valueOf(code), words);
  }

  /** A code as text, from a number or a string; empty where there is none. */
  static String code(JsonNode node) {
    JsonNode code = node.path("code");
    return code.isValueNode() ? code.asText("").strip() : "";
  }

  /** What the server says, under any of the names that are in use. */
  static String words(JsonNode node) {
    for (String name : new String[] {"msg", "message", "result", "error", "err"}) {
      JsonNode member = node.path(name);
      if (member.isTextual() && !member.asText().isBlank()) {
        return clean(member.asText());
      }
    }
    return "";
  }

  /** The first line of what a person may have written, without anything that is no letter. */
  static String clean(String text) {
    String line = text.strip().lines().findFirst().orElse("");
    String words = UNPRINTABLE.matcher(line).replaceAll(" ").strip();
    return words.codePointCount(0, words.length()) <= LONGEST_WORDS
        ? words
        : words.substring(0, words.offsetByCodePoints(0, LONGEST_WORDS)) + "…";
  }

  private static String page(Answer answer) {
    String text = answer.text();
    String start = text.substring(0, Math.min(text.length(), 20_000));
    return clean(answer.isPage() ? TAGS.matcher(start).replaceAll(" ").strip() : start);
  }
}
