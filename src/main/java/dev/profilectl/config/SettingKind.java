package dev.profilectl.config;

import dev.profilectl.failure.Failure.Usage;
import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What values a setting takes, and how they are written. */
sealed interface SettingKind {
  /** What may stand there, for the end of a sentence in any language. */
  String allowed();

  /**
   * The value as it is kept; empty where it is none of this kind.
   *
   * @throws Usage where there is more to say about it than what is allowed
   */
  Optional<String> canonical(String text);

  /** Whether a sentence may repeat a wrong value: not where a password could be in it. */
  default boolean mayBeRepeated() {
    return true;
  }

  /** On or off. */
  record Switch() implements SettingKind {
    @Override
    public String allowed() {
      return "true, false";
    }

    @Override
    public Optional<String> canonical(String text) {
      return Optional.of(text).filter(List.of("true", "false")::contains);
    }
  }

  /** A whole number. */
  record Count(int least, int most) implements SettingKind {
    @Override
    public String allowed() {
      return least + "-" + most;
    }

    @Override
    public Optional<String> canonical(String text) {
      return parse(text).filter(n -> n >= least && n <= most).map(String::valueOf);
    }

    static Optional<Integer> parse(String text) {
      return text.matches("[0-9]{1,10}")
          ? Optional.of(Long.parseLong(text))
              .filter(n -> n <= Integer.MAX_VALUE)
              .map(Long::intValue)
          : Optional.empty();
    }
  }

  /** A length of time of at most a day. */
  record Span(Duration least) implements SettingKind {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,8})(ms|s|m|h)");
    private static final Duration MOST = Duration.ofDays(1);

    @Override
    public String allowed() {
      return "500ms, 30s, 5m, 1h";
    }

    @Override
    public Optional<String> canonical(String text) {
      return parse(text)
          .filter(span -> span.compareTo(least) >= 0 && span.compareTo(MOST) <= 0)
          .map(_ -> text);
    }

    static Optional<Duration> parse(String text) {
      Matcher span = FORM.matcher(text);
      if (!span.matches()) {
        return Optional.empty();
      }
      long count = Long.parseLong(span.group(1));
      return Optional.of(
          switch (span.group(2)) {
            case "h" -> Duration.ofHours(count);
            case "m" -> Duration.ofMinutes(count);
            case "s" -> Duration.ofSeconds(count);
            default -> Duration.ofMillis(count);
          });
    }
  }

  /** A number of bytes, 1 KiB to 1 GiB. */
  record Size() implements SettingKind {
    private static final Pattern FORM = Pattern.compile("([0-9]{1,10})(KiB|MiB)?");
    private static final long LEAST = 1L << 10;
    private static final long MOST = 1L << 30;

    @Override
    public String allowed() {
      return "900000, 900KiB, 1MiB";
    }

    @Override
    public Optional<String> canonical(String text) {
      return parse(text).map(_ -> text);
    }

    static Optional<Integer> parse(String text) {
      Matcher size = FORM.matcher(text);
      if (!size.matches()) {
        return Optional.empty();
      }
      String unit = size.group(2);
      int shift = unit == null ? 0 : unit.equals("KiB") ? 10 : 20;
      long bytes = Long.parseLong(size.group(1)) << shift;
      return Optional.of(bytes).filter(b -> b >= LEAST && b <= MOST).map(Long::intValue);
    }
  }

  /** So many a time. */
  record Pace() implements SettingKind {
    @Override
    public String allowed() {
      return "20/s, 100/m";
    }

    @Override
    public Optional<String> canonical(String text) {
      return Rate.parse(text).map(_ -> text);
    }
  }

  /** One of some words. */
  record Choice(List<String> words) implements SettingKind {
    Choice(String... words) {
      this(Arrays.asList(words));
    }

    @Override
    public String allowed() {
      return String.join(", ", words);
    }

    @Override
    public Optional<String> canonical(String text) {
      return Optional.of(text).filter(words::contains);
    }
  }

  /** Whole numbers, with commas. */
  record Codes() implements SettingKind {
    private static final Pattern FORM = Pattern.compile("-?[0-9]{1,9}(,-?[0-9]{1,9}){0,49}");

    @Override
    public String allowed() {
      return "10000, 0";
    }

    @Override
    public Optional<String> canonical(String text) {
      return Optional.of(text.replace(" ", ""))
          .filter(codes -> FORM.matcher(codes).matches())
          .map(
              codes ->
                  Arrays.stream(codes.split(",", -1))
                      .map(code -> String.valueOf(Integer.parseInt(code)))
                      .collect(Collectors.joining(",")));
    }
  }

  /** An address of http or https. */
  record Url() implements SettingKind {
    @Override
    public String allowed() {
      return "https://…";
    }

    @Override
    public Optional<String> canonical(String text) {
      return Optional.of(TargetUrl.parse(text).toString());
    }

    @Override
    public boolean mayBeRepeated() {
      return false;
    }
  }

  /** A proxy: scheme, host and port, nothing else. */
  record Proxy() implements SettingKind {
    @Override
    public String allowed() {
      return "http://…:8080";
    }

    @Override
    public Optional<String> canonical(String text) {
      if (!text.contains("://")) {
        return Optional.empty();
      }
      URI uri = TargetUrl.parse(text);
      boolean whole = uri.getPort() != -1 && uri.getRawPath().isEmpty();
      return whole ? Optional.of(uri.toString()) : Optional.empty();
    }

    @Override
    public boolean mayBeRepeated() {
      return false;
    }
  }

  /** A file by its whole path, since a target is used from every folder. */
  record AbsolutePath() implements SettingKind {
    @Override
    public String allowed() {
      return "/…";
    }

    @Override
    public Optional<String> canonical(String text) {
      try {
        return Optional.of(text).filter(path -> Path.of(path).isAbsolute() && isOneLine(path));
      } catch (InvalidPathException noPath) {
        return Optional.empty();
      }
    }
  }

  /** A program and its words; {@code {username}} and {@code {id}} stand for those of a user. */
  record Program() implements SettingKind {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z_]+)}");

    @Override
    public String allowed() {
      return "CMD, {username}, {id}";
    }

    @Override
    public Optional<String> canonical(String text) {
      boolean known =
          PLACE
              .matcher(text)
              .results()
              .allMatch(place -> List.of("username", "id").contains(place.group(1)));
      return Optional.of(text).filter(_ -> known && !text.isBlank() && isOneLine(text));
    }

    @Override
    public boolean mayBeRepeated() {
      return false;
    }
  }

  /** A word for a server: printable ASCII without blanks, at most 128. */
  record Word() implements SettingKind {
    @Override
    public String allowed() {
      return "A-Z a-z 0-9 . _ - …";
    }

    @Override
    public Optional<String> canonical(String text) {
      return Optional.of(text).filter(word -> word.matches("[!-~]{1,128}"));
    }
  }

  private static boolean isOneLine(String text) {
    return text.codePoints().noneMatch(Character::isISOControl);
  }
}
