package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Pattern;

/** The rules of zaihangyun's update, in its order; only the first that is broken is told. */
final class ZaihangyunRules {
  /** A broken rule: its code is sent as text, other codes as numbers. */
  record Broken(String code, String message) {}

  /** PHP gave up: it was handed a type that a function does not take. */
  static final class PhpTypeError extends RuntimeException {
    private static final long serialVersionUID = 1;

    PhpTypeError(String message) {
      super(message);
    }
  }

  private static final Pattern WHOLE =
      Pattern.compile("[ \t\n\r\u000b]*[+-]?(0|[1-9]\\d*)[ \t\n\r\u000b]*");
  private static final Pattern EMAIL =
      Pattern.compile(
          "(?=[^@]{1,64}@)[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@"
              + "(([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
              + "|\\[(\\d{1,3}\\.){3}\\d{1,3}])");

  private ZaihangyunRules() {}

  /** The first broken rule. Empty texts and null are not looked at. */
  static Optional<Broken> check(ObjectNode sent) {
    return text(sent, "nickname", 400101, 32)
        .or(() -> gender(sent))
        .or(() -> birthday(sent))
        .or(() -> text(sent, "oaid", 400107, 128))
        .or(() -> text(sent, "device_id", 400109, 128))
        .or(() -> secret(sent, "password", 400113, "6-32"))
        .or(() -> email(sent))
        .or(() -> text(sent, "country", 400117, 32))
        .or(() -> text(sent, "province", 400119, 32))
        .or(() -> text(sent, "city", 400121, 32))
        .or(() -> secret(sent, "enter_pass", 400123, "4-8"))
        .or(() -> extData(sent));
  }

  /** The value to look at; none when it is absent, null or an empty text. */
  static Optional<JsonNode> given(ObjectNode sent, String field) {
    JsonNode value = sent.path(field);
    boolean skipped =
        value.isMissingNode() || value.isNull() || (value.isTextual() && value.asText().isEmpty());
    return skipped ? Optional.empty() : Optional.of(value);
  }

  private static Optional<Broken> broken(int code, String message) {
    return Optional.of(new Broken(String.valueOf(code), message));
  }

  private static int length(JsonNode value) {
    String text = value.asText();
    return text.codePointCount(0, text.length());
  }

  private static Optional<Broken> text(ObjectNode sent, String field, int code, int most) {
    return given(sent, field)
        .flatMap(
            value ->
                !value.isTextual()
                    ? broken(code, field + " must be a string")
                    : length(value) > most ? tooLong(field, code + 1, most) : Optional.empty());
  }

  private static Optional<Broken> tooLong(String field, int code, int most) {
    return broken(code, field + " length must be less than " + most + " characters");
  }

  /** A text with a least length too; the sentence says "greater" where it means "at least". */
  private static Optional<Broken> secret(ObjectNode sent, String field, int code, String range) {
    String[] ends = range.split("-", -1);
    int least = Integer.parseInt(ends[0]);
    int most = Integer.parseInt(ends[1]);
    return text(sent, field, code, Integer.MAX_VALUE)
        .or(
            () ->
                given(sent, field)
                    .flatMap(
                        value ->
                            length(value) < least
                                ? broken(
                                    code + 1,
                                    field + " length must be greater than " + least + " characters")
                                : length(value) > most
                                    ? tooLong(field, code + 2, most)
                                    : Optional.empty()));
  }

  private static Optional<Broken> gender(ObjectNode sent) {
    return given(sent, "gender")
        .flatMap(
            value -> {
              String text = value.isContainerNode() ? "array" : php(value);
              if (!WHOLE.matcher(text).matches()) {
                return broken(400103, "gender must be an integer");
              }
              return text.strip().matches("[+-]?[0]|[+]?[12]")
                  ? Optional.empty()
                  : broken(400105, "gender must be in 0,1,2");
            });
  }

  /** A scalar as PHP writes it into a text. */
  static String php(JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? "1" : "";
    }
    return value.isNumber() ? PhpJson.number(value) : value.asText();
  }

  private static Optional<Broken> birthday(ObjectNode sent) {
    return given(sent, "birthday")
        .flatMap(
            value -> {
              if (!value.isTextual()) {
                throw new PhpTypeError(
                    "strtotime(): Argument #1 ($datetime) must be of type string");
              }
              return PhpDate.isGuessed(value.asText())
                  ? Optional.empty()
                  : broken(400106, "birthday must be a date");
            });
  }

  private static Optional<Broken> email(ObjectNode sent) {
    return given(sent, "email")
        .flatMap(
            value ->
                value.isTextual() && EMAIL.matcher(value.asText()).matches()
                    ? Optional.empty()
                    : broken(400116, "email must be a valid email address"));
  }

  /** Of an object or a list the members are counted, not the characters. */
  private static Optional<Broken> extData(ObjectNode sent) {
    return given(sent, "ext_data")
        .flatMap(
            value -> {
              if (!value.isContainerNode()
                  && !(value.isTextual() && Json.read(value.asText()) != null)) {
                return broken(400126, "ext_data must be a valid JSON");
              }
              int size = value.isContainerNode() ? value.size() : length(value);
              return size > 200 ? tooLong("ext_data", 400127, 200) : Optional.empty();
            });
  }
}
