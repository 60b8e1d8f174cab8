package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Times as the systems write them: seconds or milliseconds, although each document names one of
 * them; {@code yyyy-MM-dd HH:mm:ss} on Beijing's clock; RFC 3339 and what looks like it.
 */
final class WireTime {
  /** Seconds reach this in the year 5138, milliseconds did in 1973. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");

  private static final DateTimeFormatter WRITTEN =
      new DateTimeFormatterBuilder()
          .appendPattern("uuuu-MM-dd['T'][' ']HH:mm:ss")
          .optionalStart()
          .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private static final DateTimeFormatter TEXT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private WireTime() {}

  /** The time; empty for never, which is written as nothing, 0 and the epoch, and for no time. */
  static Optional<Instant> read(JsonNode value) {
    if (value.isNumber()) {
      return ofNumber(value.asLong());
    }
    String text = value.isTextual() ? value.asText().strip() : "";
    return NUMBER.matcher(text).matches() ? ofNumber(Long.parseLong(text)) : ofText(text);
  }

  private static Optional<Instant> ofNumber(long number) {
    if (number <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number));
  }

  private static Optional<Instant> ofText(String text) {
    try {
      TemporalAccessor written = WRITTEN.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
      Instant time =
          written instanceof OffsetDateTime exact
              ? exact.toInstant()
              : LocalDateTime.from(written).toInstant(BEIJING);
      return time.isAfter(Instant.EPOCH)
          ? Optional.of(time.truncatedTo(ChronoUnit.MILLIS))
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** A time as the systems with texts write it. */
  static String written(Instant time) {
    return TEXT.format(time.atOffset(BEIJING));
  }

  /** Whole seconds as the day they lie in, on Beijing's calendar. */
  static Optional<LocalDate> day(JsonNode seconds) {
    return read(seconds).map(time -> time.atOffset(BEIJING).toLocalDate());
  }
}
