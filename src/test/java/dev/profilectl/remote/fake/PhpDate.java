package dev.profilectl.remote.fake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as PHP guesses them and as the database reads them: two opinions that often differ. */
final class PhpDate {
  private static final String MONTH = "(0?[0-9]|1[0-2])";
  private static final String DAY = "([0-2]?[0-9]|3[01])";
  private static final String TIME =
      "([ t]+\\d{1,2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(z|[+-]\\d{2}:?\\d{2})?)?";
  private static final String MONTH_NAME =
      "(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|january|february|march|april|june|july"
          + "|august|september|october|november|december)";
  private static final String UNIT =
      "(sec|second|min|minute|hour|day|week|fortnight|month|year|mon|tue|wed|thu|fri|sat|sun"
          + "|monday|tuesday|wednesday|thursday|friday|saturday|sunday)s?";

  private static final Pattern GUESSED =
      Pattern.compile(
          String.join(
              "|",
              "(\\d{4}|\\d{2})-" + MONTH + "-" + DAY + TIME,
              "\\d{4}/" + MONTH + "/" + DAY + TIME,
              "\\d{4}\\." + MONTH + "\\." + DAY,
              "\\d{4}(0[0-9]|1[0-2])([0-2][0-9]|3[01])" + TIME,
              MONTH + "/" + DAY + "(/(\\d{4}|\\d{2}))?" + TIME,
              DAY + "[-.]" + MONTH + "[-.]\\d{4}" + TIME,
              DAY + "[ -]?" + MONTH_NAME + "[ -]?(\\d{4})?",
              MONTH_NAME + "( \\d{1,2}(st|nd|rd|th)?)?,?( \\d{4})?",
              "\\d{4}|@-?\\d+|\\d{1,2}:\\d{2}(:\\d{2})?",
              "now|today|midnight|noon|tomorrow|yesterday|" + UNIT,
              "([+-]?\\d+|next|last|previous|this) ?" + UNIT + "( ago)?",
              "[a-ik-z]|utc|gmt|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest"),
          Pattern.CASE_INSENSITIVE);

  private static final Pattern STORED =
      Pattern.compile("(\\d{4}|\\d{2})[^\\w\\s](\\d{1,2})[^\\w\\s](\\d{1,2})([ T].*)?");
  private static final Pattern DIGITS = Pattern.compile("(\\d{4}|\\d{2})(\\d{2})(\\d{2})");

  private PhpDate() {}

  /** Whether PHP makes a time of it; 30 February is fine, and so is a single letter. */
  static boolean isGuessed(String text) {
    return GUESSED.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** The day that a strict database stores for it; none where it refuses. */
  static Optional<String> stored(String text) {
    Matcher parts = STORED.matcher(text.strip());
    if (!parts.matches()) {
      parts = DIGITS.matcher(text.strip());
      if (!parts.matches()) {
        return Optional.empty();
      }
    }
    int year = Integer.parseInt(parts.group(1));
    if (parts.group(1).length() == 2) {
      year += year < 70 ? 2000 : 1900;
    }
    try {
      return Optional.of(
          LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)))
              .toString());
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
