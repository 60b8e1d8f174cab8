package dev.profilectl.seed;

import static dev.profilectl.seed.Draft.filled;

import dev.profilectl.profile.Field;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What is odd about a made-up user: legal values that programs get wrong. Each is the first of some
 * plain user's values replaced by others.
 *
 * <p>To add one: at the end of the list. That changes which users are odd, and so what every seed
 * makes: a decision of its own.
 */
public enum Trait {
  /** Nothing. */
  PLAIN(draft -> {}),
  /** Every text as long as it may be. */
  LONGEST(Trait::longest),
  /** Pictures of several code points each. */
  EMOJI(
      draft ->
          draft
              .set(Field.NICKNAME, "👩‍💻 Zoë 🏳️‍🌈 👍🏽")
              .set(Field.DESC, "👨‍👩‍👧‍👦🇨🇳🇺🇳❤️‍🔥#️⃣🫠")
              .set(Field.CITY, "🗽")
              .set(Field.EXT_DATA, "{\"mood\":\"🥳\"}")),
  /** Written from right to left, with numbers and Latin in between. */
  RIGHT_TO_LEFT(
      draft ->
          draft
              .set(Field.NICKNAME, "أحمد (Ahmed) 123")
              .set(Field.DESC, "שלום, world! 2026-01-02 مرحبا")
              .set(Field.CITY, "القدس/ירושלים")),
  /** Letters that are put together from several. */
  COMBINING(
      draft ->
          draft
              .set(Field.NICKNAME, "Zoe\u0308 Nguye\u0302\u0303n \u1112\u1161\u11ab")
              .set(Field.CITY, "A\u030angstro\u0308m")
              .set(Field.DESC, "Z\u0351\u036b\u0343a\u0322\u0328l\u0334g\u0335o\u0321 e\u0301 é")),
  /** Beyond the first 65 536 characters, as long as may be: twice as many UTF-16 units. */
  BEYOND_BMP(
      draft ->
          draft
              .set(Field.NICKNAME, filled("𠮷𝕬𐐷", 32))
              .set(Field.CITY, filled("𠀋", 32))
              .set(Field.LEVEL, filled("🂡", 128))),
  /** Nothing but a name. */
  BARE(Draft::bare),
  /** The first day there may be. */
  FIRST_DAY(draft -> draft.set(Field.BIRTHDAY, LocalDate.of(1000, 1, 1))),
  /** The last day there may be. */
  LAST_DAY(draft -> draft.set(Field.BIRTHDAY, LocalDate.of(9999, 12, 31))),
  /** A day that three years in four have not. */
  LEAP_DAY(draft -> draft.set(Field.BIRTHDAY, LocalDate.of(2000, 2, 29))),
  /** Free JSON at its limit. */
  EXT_DATA_LONGEST(draft -> draft.set(Field.EXT_DATA, "{\"k\":\"" + filled("数", 192) + "\"}")),
  /** Free JSON that is no flat object. */
  EXT_DATA_KINDS(draft -> draft.set(Field.EXT_DATA, draft.random().pick(json()))),
  /** What a page, a shell or a database must not obey. */
  MARKUP(
      draft ->
          draft
              .set(Field.NICKNAME, "<script>alert(1)</script>")
              .set(Field.CITY, "Robert'); DROP TABLE users;--")
              .set(Field.PROVINCE, "$(reboot) `id` %s {{7*7}}")
              .set(Field.DESC, "\"><img src=x onerror=alert(1)> &amp; ]]> ${jndi:ldap://x}")),
  /** What a spreadsheet must not work out. */
  FORMULA(
      draft ->
          draft
              .set(Field.NICKNAME, "=1+1")
              .set(Field.CITY, "@SUM(A1:A9)")
              .set(Field.PROVINCE, "+49 30")
              .set(Field.LEVEL, "-2")
              .set(Field.DESC, "a,b;c\td\"e\"")),
  /** Blanks at the ends, and of all kinds. */
  BLANKS(
      draft ->
          draft
              .set(Field.NICKNAME, "  two in front, one behind ")
              .set(Field.CITY, "\u3000\u00a0\u2003")
              .set(Field.LEVEL, " ")),
  /** Characters that nobody sees, some of which turn the text around. */
  INVISIBLE(
      draft ->
          draft
              .set(Field.NICKNAME, "\ufeffa\u200bb\u00adc \u202egpj.exe\u202c")
              .set(Field.CITY, "Ber\u2060lin\u200d")
              .set(Field.LEVEL, "\u2066gold\u2069")),
  /** Line ends and other control characters. */
  LINES(
      draft ->
          draft
              .set(Field.DESC, "first\nsecond\r\nthird\n\n\ttab \\n \\N end\n")
              .set(Field.NICKNAME, "bell\u0007 esc\u001b[31mred")
              .set(Field.LABEL, "next\u0085line\u2028para\u2029")),
  /** Letters whose upper and lower case surprise, and two spellings of one letter. */
  CASES(
      draft ->
          draft
              .set(Field.NICKNAME, "İıſßẞǅΣς ŉ")
              .set(Field.CITY, "K\u00c5 \u212a\u212b")
              .nameEnding(".A_b-C")),
  /** Looks like Latin and is not. */
  LOOKALIKE(draft -> draft.set(Field.NICKNAME, "Аdа Lоvеlасе").set(Field.CITY, "Раrіѕ")),
  /** Numbers at their ends. */
  NUMBERS(
      draft ->
          draft
              .set(Field.SERVE_NUM, Long.MAX_VALUE)
              .set(Field.WORK_NUM, Long.MIN_VALUE)
              .set(Field.TRANSACTION_PRAISE_CNT, 9_007_199_254_740_993L)
              .set(Field.TRANSACTION_AMOUNT, -1L)
              .set(Field.REFUND_RATE, new BigDecimal("0.1000000000000000055511151231257827"))
              .set(Field.DISPUTE_RATE, new BigDecimal("-1E+300"))),
  /** Every text of one character; words that are values elsewhere. */
  SHORTEST(
      draft ->
          draft
              .set(Field.NICKNAME, "0")
              .set(Field.CITY, "-")
              .set(Field.COUNTRY, "\\")
              .set(Field.PROVINCE, "\"")
              .set(Field.LEVEL, "null")
              .set(Field.LABEL, "true")
              .set(Field.DESC, "\\N")),
  /** A picture on somebody else's server. */
  LINKED_AVATAR(
      draft ->
          draft.set(
              Field.AVATAR_URL, "https://example.org/a%20b/" + draft.stem() + ".jpg?s=1&t=2"));

  private final Consumer<Draft> change;

  Trait(Consumer<Draft> change) {
    this.change = change;
  }

  /** The word for it, {@code right-to-left} for example. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it has a picture, where users have them. */
  boolean canBePictured() {
    return this != BARE && this != LINKED_AVATAR;
  }

  void apply(Draft draft) {
    change.accept(draft);
  }

  private static List<String> json() {
    return List.of(
        "true",
        "\"text, \\\" and \\\\ and \\n\"",
        "[]",
        "{}",
        "-0.10e+2",
        "12345678901234567890123",
        "[[[[[[[[]]]]]]]]",
        "[null,1.50,\"é\",{\"a\":{\"b\":[false]}}]",
        "\"null\"",
        "{\"\":\"\",\"a b\":[0]}");
  }

  private static void longest(Draft draft) {
    String stem = draft.stem();
    String name = stem + "-" + filled("x", Draft.LONGEST_NAME - stem.length() - 1);
    String host = filled("h", 63) + "." + filled("o", 63) + "." + filled("s", 63) + ".";
    draft
        .set(Field.USERNAME, name)
        .set(Field.EMAIL, name + "@" + host + filled("t", 49) + ".example.org")
        .set(Field.NICKNAME, filled("Wolfeschlegelstein ", 32))
        .set(Field.COUNTRY, filled("Llanfairpwll", 32))
        .set(Field.PROVINCE, filled("Taumata", 32))
        .set(Field.CITY, filled("กรุงเทพ", 32))
        .set(Field.OAID, filled("0123456789abcdef", 128))
        .set(Field.DEVICE_ID, filled("fedcba9876543210", 128))
        .set(Field.DESC, filled("Lorem ipsum dolor sit amet. ", 1000))
        .set(Field.LEVEL, filled("platinum ", 128))
        .set(Field.MAJOR, filled("专业", 128))
        .set(Field.LABEL, filled("a,", 128))
        .set(Field.SKILL, filled("Java ", 128))
        .set(Field.AWARD_INFO, filled("🏆", 128))
        .set(Field.ROLES, filled("general_user ", 128))
        .set(Field.MOBILE, filled("+999 ", 32))
        .set(Field.EXT_DATA, "\"" + filled("z", 198) + "\"");
  }
}
