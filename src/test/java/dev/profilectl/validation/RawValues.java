package dev.profilectl.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Raw values as a seed makes them: near every rule, on both sides of it. */
final class RawValues {
  private static final List<String> LETTERS =
      List.of(
          "a", "Z", "7", " ", ".", "-", "_", "é", "中", "😀", "\u0301", "\0", "\n", "\u202e", "\"",
          "\\", "/");
  private static final int[] LENGTHS = {
    0, 1, 5, 6, 7, 8, 9, 31, 32, 33, 64, 65, 127, 128, 129, 200, 201, 999, 1000, 1001, 1024, 1025
  };
  private static final String[] WORDS = {
    "",
    " ",
    "0",
    "1",
    "2",
    "3",
    "01",
    "1.0",
    "-0",
    "-1",
    "+1",
    "1e3",
    "1E400",
    "true",
    "false",
    "True",
    "null",
    "NaN",
    "male",
    "female",
    "unknown",
    "Male",
    "me",
    "Me",
    "Infinity",
    "9223372036854775807",
    "9223372036854775808",
    "-9223372036854775808",
    "-9223372036854775809",
    "1e308",
    "1e309",
    "-1.5",
    "0.1",
    "1.",
    ".5",
    "\ud83d",
    "{}",
    "[1",
    "1\n",
    "99999999999999999999999999999999999999999999",
    "１"
  };

  private final SplittableRandom random;

  RawValues(long seed) {
    random = new SplittableRandom(seed);
  }

  /** Values for some of the fields, or one, or all. */
  Map<String, Object> input() {
    Map<String, Object> values = new LinkedHashMap<>();
    int share = random.nextInt(1, 30);
    for (String field : ProfileValidator.fields()) {
      if (random.nextInt(30) < share) {
        values.put(field, random.nextInt(10) < 3 ? any(3) : near(field));
      }
    }
    return values;
  }

  private Object near(String field) {
    return switch (field) {
      case "birthday" -> day();
      case "email" -> email();
      case "ext_data" -> random.nextBoolean() ? json(3) : any(3);
      case "username" -> of("aZ9._-", random.nextInt(1, 70));
      case "avatar_url" -> url();
      case "gender", "serve_num", "work_num", "transaction_amount" -> number();
      case "refund_rate", "dispute_rate" -> random.nextBoolean() ? number() : decimal();
      case "real_name_verified" ->
          random.nextBoolean() ? (Object) random.nextBoolean() : pick(WORDS);
      default -> text();
    };
  }

  private Object any(int depth) {
    return switch (random.nextInt(depth > 0 ? 8 : 6)) {
      case 0 -> pick(WORDS);
      case 1 -> text();
      case 2 -> number();
      case 3 -> random.nextBoolean();
      case 4 -> random.nextDouble() * Math.pow(10, random.nextInt(-300, 300));
      case 5 -> decimal();
      case 6 -> {
        List<Object> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          list.add(any(depth - 1));
        }
        yield list;
      }
      default -> {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
          map.put(of("ab中", random.nextInt(3)), any(depth - 1));
        }
        yield map;
      }
    };
  }

  private String text() {
    int length =
        random.nextBoolean() ? LENGTHS[random.nextInt(LENGTHS.length)] : random.nextInt(40);
    StringBuilder text = new StringBuilder();
    String letter = LETTERS.get(random.nextInt(LETTERS.size()));
    boolean mixed = random.nextBoolean();
    for (int i = 0; i < length; i++) {
      text.append(mixed ? LETTERS.get(random.nextInt(LETTERS.size())) : letter);
    }
    return text.toString();
  }

  private String of(String letters, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }

  private Object number() {
    return switch (random.nextInt(6)) {
      case 0 -> random.nextInt(-2, 5);
      case 1 -> String.valueOf(random.nextInt(-2, 5));
      case 2 -> random.nextLong();
      case 3 -> String.valueOf(random.nextLong());
      case 4 ->
          BigInteger.ONE
              .shiftLeft(random.nextInt(62, 66))
              .negate()
              .add(BigInteger.valueOf(random.nextInt(-1, 2)));
      default -> BigInteger.valueOf(random.nextLong()).pow(random.nextInt(1, 8)).toString();
    };
  }

  private Object decimal() {
    String text =
        random.nextInt(-99, 99) + "." + random.nextInt(1000) + "e" + random.nextInt(-300, 320);
    return random.nextBoolean() ? text : new BigDecimal(text);
  }

  private String day() {
    String day =
        "%04d-%02d-%02d"
            .formatted(random.nextInt(998, 2100), random.nextInt(14), random.nextInt(27, 33));
    return random.nextInt(8) == 0
        ? pick(
            "1000-01-01",
            "0999-12-31",
            "9999-12-31",
            "10000-01-01",
            day + " ",
            day.replace('-', '/'))
        : day;
  }

  private String email() {
    String local =
        of("aZ9+", random.nextInt(5) == 0 ? random.nextInt(62, 67) : random.nextInt(0, 9));
    List<String> labels = new ArrayList<>();
    for (int i = random.nextInt(1, 4); i > 0; i--) {
      labels.add(of("aZ9", random.nextInt(12) == 0 ? 0 : random.nextInt(1, 9)));
    }
    String domain = String.join(".", labels);
    return local + pick("@", "@", "@", "@", "@", "", "@@", "@ ", "é@", "\0@", "@中.") + domain;
  }

  private String url() {
    String start =
        pick(
            "",
            "",
            "/",
            "//",
            "http://h/",
            "https://h.example/",
            "https:///",
            "ftp://h/",
            "javascript:",
            "http:",
            "a:");
    String path =
        pick(
            "a",
            "a/b",
            "../a",
            "a/../b",
            "a/..",
            "a..b",
            "",
            "中",
            "a b",
            "a\0",
            "a\\b",
            "a".repeat(1020),
            "a".repeat(1024));
    return start + path;
  }

  private String json(int depth) {
    String blank = pick("", "", "", " ", "\n\t", "\u00a0");
    String json =
        switch (random.nextInt(depth > 0 ? 9 : 6)) {
          case 0 ->
              pick(
                  "0",
                  "-0",
                  "1.50",
                  "1e999",
                  "-12.5E+3",
                  "01",
                  "1.",
                  "+1",
                  "--1",
                  "9".repeat(201),
                  "9".repeat(200));
          case 1 -> pick("true", "false", "null", "nul", "NaN", "Infinity", "undefined");
          case 2 ->
              '"'
                  + of(
                      "ab 中", random.nextInt(6) == 0 ? random.nextInt(196, 202) : random.nextInt(9))
                  + '"';
          case 3 ->
              '"'
                  + pick(
                      "\\u0041",
                      "\\ud83d\\ude00",
                      "\\ud83d",
                      "\\n",
                      "\\x",
                      "\\u12",
                      "\t",
                      "\\/",
                      "\\u0000",
                      "\u007f",
                      "\\\"")
                  + '"';
          case 4 ->
              pick(
                  "",
                  "'a'",
                  "/*c*/1",
                  "\ufeff1",
                  "1 2",
                  "[1,]",
                  "{\"a\":1,\"a\":2}",
                  "{a:1}",
                  "[",
                  "]");
          case 5 -> pick("[]", "{}", "\"\"", "[[]]");
          case 6 -> "[" + json(depth - 1) + "," + json(depth - 1) + "]";
          case 7 ->
              "{\"a\":"
                  + json(depth - 1)
                  + ","
                  + blank
                  + "\""
                  + of("ab", 1)
                  + "\":"
                  + json(depth - 1)
                  + "}";
          default -> "[".repeat(depth * 33) + "]".repeat(depth * 33 + random.nextInt(2));
        };
    return blank + json + blank;
  }

  private String pick(String... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
