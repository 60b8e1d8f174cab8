package dev.profilectl.remote;

import dev.profilectl.dialect.Answer;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Wait;
import dev.profilectl.profile.Wait.Why;
import dev.profilectl.remote.Wire.NoAnswer;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Finds and fetches the picture that a profile names. */
final class AvatarPlace {
  private static final long MOST_BYTES = 20L << 20;
  private static final int TOO_MANY = 429;

  private final Hub hub;
  private final URI base;
  private final @Nullable URI fileBase;
  private final Surroundings surroundings;

  AvatarPlace(Hub hub, URI base, @Nullable URI fileBase, Surroundings surroundings) {
    this.hub = hub;
    this.base = base;
    this.fileBase = fileBase;
    this.surroundings = surroundings;
  }

  /**
   * The bytes; empty where the address leads nowhere.
   *
   * @throws Failure.Unavailable where the server cannot be reached or does not answer it now
   */
  Optional<byte[]> fetch(String avatarUrl) {
    Optional<URI> address = locate(avatarUrl);
    if (address.isEmpty()) {
      return Optional.empty();
    }
    String origin = Origin.of(address.get());
    boolean ours =
        origin.equals(Origin.of(base)) || (fileBase != null && origin.equals(Origin.of(fileBase)));
    return ours ? own(address.get()) : Optional.of(surroundings.pictures().fetch(address.get()));
  }

  private Optional<byte[]> own(URI address) {
    URI asked =
        hub.translator().keepsAvatarUrl() ? pastCaches(address, hub.backoff().random()) : address;
    try {
      for (int failed = 1; ; failed++) {
        hub.pace().await();
        Got got = got(asked, failed);
        if (got.failure == null) {
          return Optional.ofNullable(got.bytes);
        }
        if (failed > hub.patience().retries()
            || got.pause.compareTo(hub.patience().longestWait()) > 0) {
          throw got.failure;
        }
        if (got.status == TOO_MANY) {
          hub.pace().hold(got.told());
        } else {
          hub.pace().pause(got.told());
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("remote.interrupted"));
    }
  }

  /** What one attempt brought: bytes, nothing, or a failure that may pass. */
  @SuppressWarnings("ArrayRecordComponent") // a picture is not copied, and never compared
  private record Got(
      byte @Nullable [] bytes, @Nullable Failure failure, Duration pause, int status) {
    Wait told() {
      Why why = status == 0 ? Why.NO_ANSWER : status == TOO_MANY ? Why.BUSY : Why.FAILED;
      return new Wait(why, pause, status);
    }
  }

  private Got got(URI address, int failed) throws InterruptedException {
    Duration wait = hub.backoff().after(failed);
    try {
      Answer answer = hub.wire().fetch(address, MOST_BYTES);
      if (answer.status() / 100 == 5 || answer.status() == TOO_MANY) {
        Message later = Message.of("remote.later", hub.target(), "HTTP " + answer.status());
        return new Got(
            null,
            new Failure.Unavailable(later),
            hub.backoff().asked(answer).orElse(wait),
            answer.status());
      }
      boolean there = answer.status() == 200 && answer.body().length > 0;
      return new Got(there ? answer.body() : null, null, wait, answer.status());
    } catch (NoAnswer none) {
      Throwable cause = none.getCause() == null ? none : none.getCause();
      return new Got(null, hub.replies().notReached(cause), wait, 0);
    }
  }

  /** The same address for every server, and another one for every cache. */
  private static URI pastCaches(URI address, RandomGenerator random) {
    String mark = address.getRawQuery() == null ? "?" : "&";
    String text = address.toString();
    int fragment = text.indexOf('#');
    String whole = fragment < 0 ? text : text.substring(0, fragment);
    return URI.create(whole + mark + "v=" + Long.toUnsignedString(random.nextLong(), 36));
  }

  /** A relative one lies below the file base where there is one, else on the target. */
  private Optional<URI> locate(String avatarUrl) {
    try {
      URI written = encoded(avatarUrl);
      URI below = fileBase == null ? base : fileBase;
      URI address = URI.create(below + "/").resolve(written);
      String scheme = String.valueOf(address.getScheme());
      return address.getHost() != null && (scheme.equals("http") || scheme.equals("https"))
          ? Optional.of(address)
          : Optional.empty();
    } catch (URISyntaxException | IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }

  /** File names come as people named their files, blanks and all. */
  private static URI encoded(String text) throws URISyntaxException {
    try {
      return new URI(text);
    } catch (URISyntaxException notEncoded) {
      int scheme = text.indexOf("://");
      if (scheme < 0) {
        return new URI(null, null, text, null);
      }
      int path = text.indexOf('/', scheme + 3);
      return path < 0
          ? new URI(text)
          : new URI(text.substring(0, path) + new URI(null, null, text.substring(path), null));
    }
  }
}
