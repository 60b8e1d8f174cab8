package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Which members and headers are nobody's business, and how little of the others a trace shows. */
public final class Sensitive {
  /** What stands where something was. */
  public static final String HIDDEN = "******";

  private static final Pattern SECRET =
      Pattern.compile(
          "pass(word|wd|phrase)?|.*password(?!_update)|pwd|enter_pass|.*token|.*secret.*|sign"
              + "|signature|.*(open|union|google)_?id|apple_userid|authorization|.*cookie"
              + "|private_key|.*_hash|captcha|verify_code|sms_code|session.*");

  private static final Set<String> PERSONAL =
      Set.of(
          "mobile",
          "phone",
          "email",
          "reg_ip",
          "real_name",
          "birthday",
          "login_id",
          "user_name",
          "username",
          "nickname",
          "first_name",
          "last_name",
          "device_id",
          "oaid");

  private Sensitive() {}

  /** Whether a member or header of this name holds what gives access; never shown or kept. */
  public static boolean isSecret(String name) {
    String plain = name.toLowerCase(Locale.ROOT).replace('-', '_');
    return SECRET.matcher(plain).matches();
  }

  /** Whether a member of this name tells who somebody is; masked where others may read it. */
  public static boolean isPersonal(String name) {
    return PERSONAL.contains(name.toLowerCase(Locale.ROOT));
  }

  /** The value without members that are secret. */
  static JsonNode withoutSecrets(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(
              member -> {
                if (!isSecret(member.getKey())) {
                  copy.set(member.getKey(), withoutSecrets(member.getValue()));
                }
              });
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(withoutSecrets(element)));
      return copy;
    }
    return value;
  }

  /** The value with secrets hidden and personal members masked, for a trace. */
  public static JsonNode masked(JsonNode value) {
    if (value instanceof ObjectNode object) {
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      object
          .properties()
          .forEach(member -> copy.set(member.getKey(), masked(member.getKey(), member.getValue())));
      return copy;
    }
    if (value instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode();
      array.forEach(element -> copy.add(masked(element)));
      return copy;
    }
    return value;
  }

  private static JsonNode masked(String name, JsonNode value) {
    boolean nothing = value.isNull() || value.asText("x").isEmpty();
    if (value.isContainerNode() || nothing) {
      return masked(value);
    }
    if (isSecret(name)) {
      return JsonNodeFactory.instance.textNode(HIDDEN);
    }
    return isPersonal(name) ? JsonNodeFactory.instance.textNode(mask(value.asText())) : value;
  }

  /** The first and the last character at most; an address keeps its domain. */
  public static String mask(String text) {
    int at = text.lastIndexOf('@');
    if (at > 0) {
      return text.substring(0, text.offsetByCodePoints(0, 1)) + HIDDEN + text.substring(at);
    }
    int points = text.codePointCount(0, text.length());
    return points < 5
        ? HIDDEN
        : text.substring(0, text.offsetByCodePoints(0, 1))
            + HIDDEN
            + text.substring(text.offsetByCodePoints(text.length(), -1));
  }

  /** A mobile number as support staff may see it: {@code 138****1234}. */
  static String maskMobile(String number) {
    return number.length() < 8
        ? HIDDEN
        : number.substring(0, 3) + "****" + number.substring(number.length() - 4);
  }
}
