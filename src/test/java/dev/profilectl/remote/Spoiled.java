package dev.profilectl.remote;

import dev.profilectl.remote.fake.Fault;
import dev.profilectl.remote.fake.Response;
import java.time.Duration;

/** What can become of a change on its way, and whether it is made all the same. */
enum Spoiled {
  RESET_BEFORE_READ(Fault.RESET_BEFORE_READ, false),
  RESET_BEFORE_HANDLING(Fault.RESET_AFTER_READ_BEFORE_HANDLING, false),
  RESET_AFTER_HANDLING(Fault.RESET_AFTER_HANDLING, true),
  HALF_ANSWER(Fault.HALF_ANSWER, true),
  DRIPPING(Fault.drip(Duration.ofMillis(50)), true),
  LATE(Fault.delay(Duration.ofSeconds(2)), true),
  TWICE(Fault.DUPLICATE, true),
  GARBAGE(Fault.GARBAGE, false),
  PAGE(Fault.NOT_JSON, false),
  PAGE_AFTERWARDS(Fault.afterwards(Response.html(200, "<html>thanks</html>")), true),
  ERROR_500(Fault.status(500), false),
  ERROR_500_AFTERWARDS(Fault.afterwards(Response.html(500, "<html>oops</html>")), true),
  ERROR_502(Fault.status(502), false),
  ERROR_503(Fault.status(503), false),
  ERROR_504_AFTERWARDS(Fault.afterwards(Response.html(504, "<html>late</html>")), true),
  LATER_429(Fault.retryAfter(429, "2"), false),
  LATER_503(Fault.retryAfter(503, "2"), false),
  BARE_429(Fault.instead(Response.empty(429)), false);

  final Fault fault;
  final boolean done;

  Spoiled(Fault fault, boolean done) {
    this.fault = fault;
    this.done = done;
  }

  /**
   * Whether the answer after this one may be the one that came too much, so that nothing can be
   * read back; which of them the JDK's client gives is a matter of time.
   */
  boolean leavesAnAnswerBehind() {
    return this == TWICE;
  }

  /** Whether the server says itself that nothing was done. */
  boolean isRefusal() {
    return this == LATER_429 || this == BARE_429;
  }
}
