package dev.profilectl.cli.bulk;

import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.JsonLine;
import dev.profilectl.profile.Wait;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells on standard error how far a run is. */
final class ProgressLine {
  private static final int CELLS = 24;
  private static final Duration OFTEN = Duration.ofMillis(100);
  private static final Duration SELDOM = Duration.ofSeconds(10);

  /** Who waits for so long wonders why. */
  private static final Duration LONG = Duration.ofSeconds(1);

  /** How it is told. */
  enum Style {
    /** A bar on a terminal, else a line now and then. */
    AUTO,
    /** A bar that is drawn over itself. */
    BAR,
    /** A line every ten seconds. */
    PLAIN,
    /** A JSON object a line. */
    JSON,
    /** Not at all. */
    NONE;

    static Style of(@Nullable String word) {
      String wanted = word == null ? "auto" : word;
      return Arrays.stream(values())
          .filter(style -> style.word().equals(wanted))
          .findFirst()
          .orElseThrow(
              () ->
                  new Usage(
                      Message.of(
                          "usage.option",
                          "--progress",
                          wanted,
                          Arrays.stream(values())
                              .map(Style::word)
                              .collect(Collectors.joining(", ")))));
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What there is to tell.
   *
   * @param done rows that came to an end
   * @param all rows there are
   * @param failed rows that failed
   * @param unchanged rows for which nothing had to be done
   */
  record Standing(long done, long all, long failed, long unchanged) {}

  private final PrintWriter err;
  private final Locale locale;
  private final Clock clock;
  private final Style style;
  private final Instant started;
  private Instant told;
  private long doneAtStart = -1;
  private boolean drawn;
  private Standing standing = new Standing(0, 0, 0, 0);
  private @Nullable Wait wait;
  private Instant waitsUntil = Instant.MIN;
  private Instant toldWait = Instant.MIN;

  ProgressLine(Session session, @Nullable String word) {
    this.err = session.workspace().channels().err();
    this.locale = session.locale();
    this.clock = session.workspace().clock();
    Style chosen = Style.of(word);
    boolean bar = session.screen().errMoves();
    this.style =
        session.quiet() && chosen == Style.AUTO
            ? Style.NONE
            : chosen == Style.AUTO ? (bar ? Style.BAR : Style.PLAIN) : chosen;
    this.started = clock.instant();
    this.told = started;
  }

  /** Tells it, unless that was done a moment ago. */
  synchronized void tell(Standing now) {
    standing = now;
    doneAtStart = doneAtStart < 0 ? now.done() : doneAtStart;
    Instant time = clock.instant();
    Duration pause = style == Style.BAR ? OFTEN : SELDOM;
    boolean last = now.done() == now.all();
    boolean due = Duration.between(told, time).compareTo(pause) >= 0;
    if (style == Style.NONE || !(due || (last && style != Style.PLAIN))) {
      return;
    }
    told = time;
    show(now, time);
  }

  private void show(Standing now, Instant time) {
    switch (style) {
      case BAR -> {
        err.print("\r\u001b[K" + bar(now) + " " + sentence(now, time));
        err.flush();
        drawn = true;
      }
      case JSON -> err.println(JsonLine.of(Map.of("progress", event(now, time))));
      default -> err.println(sentence(now, time));
    }
  }

  /**
   * Nothing happens for a while: tells why, where it is long enough to wonder. The reason stands in
   * whatever is told meanwhile. Any thread may call it.
   */
  synchronized void waiting(Wait now) {
    Instant time = clock.instant();
    Instant until = time.plus(now.time());
    boolean hidden = now.why() == Wait.Why.RATE && isOther(time);
    if (hidden || (wait != null && wait.why() == now.why() && !until.isAfter(waitsUntil))) {
      return;
    }
    wait = now;
    waitsUntil = until;
    boolean wonders = now.time().compareTo(LONG) >= 0 && now.why() != Wait.Why.RATE;
    Duration pause = style == Style.BAR ? OFTEN : style == Style.JSON ? LONG : SELDOM;
    boolean due = toldWait.equals(Instant.MIN) || !toldWait.plus(pause).isAfter(time);
    if (style != Style.NONE && wonders && due) {
      toldWait = time;
      show(standing, time);
    }
  }

  private boolean isOther(Instant time) {
    return wait != null && wait.why() != Wait.Why.RATE && waitsUntil.isAfter(time);
  }

  /** Seconds, rounded up; 0 where nothing is waited for. */
  private long secondsToWait(Instant time) {
    if (wait == null || !waitsUntil.isAfter(time)) {
      return 0;
    }
    return Math.ceilDiv(Duration.between(time, waitsUntil).toMillis(), 1000L);
  }

  private String reason(Instant time) {
    long seconds = secondsToWait(time);
    if (wait == null || seconds == 0) {
      return "";
    }
    String status = String.valueOf(wait.status());
    return "; " + Message.of("bulk.waiting-" + word(wait), seconds, status).in(locale);
  }

  private static String word(Wait wait) {
    return wait.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Makes place for a sentence, or the shell's prompt. */
  synchronized void clear() {
    if (drawn) {
      err.print("\r\u001b[K");
      err.flush();
      drawn = false;
    }
  }

  private static String bar(Standing now) {
    int full = now.all() == 0 ? CELLS : (int) (CELLS * now.done() / now.all());
    return "█".repeat(full) + "░".repeat(CELLS - full);
  }

  private String sentence(Standing now, Instant time) {
    return Message.of(
                "bulk.progress",
                now.done(),
                now.all(),
                now.failed(),
                now.unchanged(),
                rate(now, time),
                left(now, time))
            .in(locale)
        + reason(time);
  }

  private long rate(Standing now, Instant time) {
    long millis = Math.max(1, Duration.between(started, time).toMillis());
    return Math.round((now.done() - doneAtStart) * 1000.0 / millis);
  }

  private String left(Standing now, Instant time) {
    long seconds = secondsLeft(now, time);
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }

  private long secondsLeft(Standing now, Instant time) {
    long rate = rate(now, time);
    return rate == 0 ? 0 : (now.all() - now.done()) / rate;
  }

  private Map<String, @Nullable Object> event(Standing now, Instant time) {
    Map<String, @Nullable Object> event = new LinkedHashMap<>();
    event.put("done", now.done());
    event.put("all", now.all());
    event.put("failed", now.failed());
    event.put("unchanged", now.unchanged());
    event.put("rate", rate(now, time));
    event.put("seconds_left", secondsLeft(now, time));
    long seconds = secondsToWait(time);
    if (wait != null && seconds > 0) {
      Map<String, @Nullable Object> why = new LinkedHashMap<>();
      why.put("reason", word(wait));
      why.put("seconds", seconds);
      why.put("status", wait.status() == 0 ? null : wait.status());
      event.put("waiting", why);
    }
    return event;
  }
}
