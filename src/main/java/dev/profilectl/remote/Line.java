package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Call;
import dev.profilectl.dialect.Tokens;
import dev.profilectl.dialect.Translator;
import dev.profilectl.dialect.Verdict;
import dev.profilectl.dialect.Verdict.Reason;
import dev.profilectl.dialect.Verdict.Refused;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.Wait;
import dev.profilectl.remote.Wire.NoAnswer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/**
 * The connection of one person: sends with their tokens, keeps renewed ones before anything else,
 * tries again what may be tried again, and turns refusals into failures.
 */
final class Line {
  private final Hub hub;
  private final Access access;

  Line(Hub hub, Access access) {
    this.hub = hub;
    this.access = access;
  }

  /** Whose the tokens are, where that is known without asking. */
  @Nullable UserId knownOwner() {
    return access.owner();
  }

  /**
   * Whoever the tokens belong to, read now.
   *
   * @throws Failure.Denied where the system cannot tell
   */
  Account owner() {
    Call call =
        hub.translator()
            .readOwner(access.owner())
            .orElseThrow(
                () -> new Failure.Denied(Message.of("remote.owner-unknown", hub.target())));
    return read(call)
        .orElseThrow(() -> new Failure.Unavailable(Message.of("remote.no-profile", hub.target())));
  }

  /** Whoever a call reads; empty where there is nobody. */
  Optional<Account> read(Call call) {
    try {
      return hub.translator().account(send(call));
    } catch (Failure.NotFound nobody) {
      return Optional.empty();
    } catch (Unsettled never) {
      throw never.told();
    }
  }

  /**
   * The HTTP status of whatever answers at the target's address.
   *
   * @throws Failure.Unavailable where nothing does
   */
  int status() {
    UserId anybody = new UserId("0");
    Call call = hub.translator().readOwner(anybody).orElseThrow(IllegalStateException::new);
    try {
      return hub.wire().send(call, Map.of()).status();
    } catch (NoAnswer none) {
      Throwable cause = none.getCause() == null ? none : none.getCause();
      throw hub.replies().notReached(cause);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("remote.interrupted"));
    }
  }

  /**
   * The answer to a request that was done.
   *
   * @throws Unsettled where a change may have been made
   */
  Answer send(Call call) throws Unsettled {
    try {
      return attempts(call);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("remote.interrupted"));
    }
  }

  private Answer attempts(Call call) throws Unsettled, InterruptedException {
    boolean renewed = false;
    int failed = 0;
    while (true) {
      hub.pace().await();
      Tokens sent = access.tokens();
      Attempt attempt = attempt(call, sent);
      if (attempt.done != null) {
        return attempt.done;
      }
      if (attempt.refused() && !renewed && renew(sent)) {
        renewed = true;
        continue;
      }
      failed++;
      if (!attempt.again || failed > hub.patience().retries()) {
        if (attempt.unsettled) {
          throw new Unsettled(attempt.failure(), attempt.wait(hub, failed));
        }
        throw attempt.failure();
      }
      if (attempt.everybody) {
        hub.pace().hold(attempt.told(hub, failed));
      } else {
        hub.pace().pause(attempt.told(hub, failed));
      }
    }
  }

  /** Whether there are other tokens than those refused, or can be had. */
  private boolean renew(@Nullable Tokens refused) {
    Tokens now = access.tokens();
    if (refused == null || now == null) {
      return false;
    }
    return !now.same(refused) || access.renew(refused).isPresent();
  }

  /**
   * What came of one attempt.
   *
   * @param done the answer, where it says it was done
   * @param told why not, else
   * @param asked how long the server asks to wait; {@code null} where it does not
   * @param again whether another attempt may be made
   * @param unsettled whether it may have been done all the same
   * @param everybody whether the server has enough of all of us
   * @param status the HTTP status of the answer; 0 where there was none
   */
  private record Attempt(
      @Nullable Answer done,
      @Nullable Failure told,
      @Nullable Duration asked,
      boolean again,
      boolean unsettled,
      boolean everybody,
      int status) {
    Failure failure() {
      return Objects.requireNonNull(told);
    }

    boolean refused() {
      return told instanceof Failure.Denied;
    }

    Duration wait(Hub hub, int failed) {
      return asked == null ? hub.backoff().after(failed) : asked;
    }

    Wait told(Hub hub, int failed) {
      Wait.Why why =
          asked != null
              ? Wait.Why.ASKED
              : everybody ? Wait.Why.BUSY : status == 0 ? Wait.Why.NO_ANSWER : Wait.Why.FAILED;
      return new Wait(why, wait(hub, failed), status);
    }
  }

  private Attempt attempt(Call call, @Nullable Tokens sent) throws InterruptedException {
    Translator translator = hub.translator();
    try {
      Answer answer = hub.wire().send(call, translator.authorization(sent, access.owner()));
      if (sent != null) {
        translator.renewed(answer, sent).ifPresent(access::keep);
      }
      return switch (translator.judge(call, answer)) {
        case Verdict.Done _ ->
            new Attempt(answer, null, null, false, false, false, answer.status());
        case Refused refused -> refusal(call, answer, refused);
      };
    } catch (NoAnswer none) {
      Throwable cause = none.getCause() == null ? none : none.getCause();
      boolean unsettled = none.sent() && !call.purpose().repeatable();
      Failure told = none.sent() ? hub.replies().unknown(cause) : hub.replies().notReached(cause);
      boolean hopeless = cause instanceof SSLHandshakeException;
      return new Attempt(null, told, null, !unsettled && !hopeless, unsettled, false, 0);
    }
  }

  private Attempt refusal(Call call, Answer answer, Refused refused) {
    Failure told = hub.replies().failure(call, answer, refused);
    boolean unknown = refused.why() == Reason.UNKNOWN;
    // A page that says 200 may have been put in the place of an answer that said it was done.
    boolean unclear =
        unknown || (refused.why() == Reason.NOT_THE_API && answer.status() / 100 == 2);
    boolean unsettled = unclear && !call.purpose().repeatable();
    Duration asked = hub.backoff().asked(answer).orElse(null);
    if (asked != null && asked.compareTo(hub.patience().longestWait()) > 0) {
      Failure later =
          new Failure.Unavailable(Message.of("remote.too-long", hub.target(), asked.toSeconds()));
      return new Attempt(null, later, Duration.ZERO, false, unsettled, false, answer.status());
    }
    boolean later = refused.why() == Reason.LATER && call.purpose() != Call.Purpose.LOGIN;
    boolean again = later || (unknown && call.purpose().repeatable());
    return new Attempt(null, told, asked, again, unsettled, later, answer.status());
  }
}
