package dev.profilectl.image.fetch;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageInspector;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;

/**
 * Fetches a picture by its URL.
 *
 * <p>Whoever wrote the URL need not be who runs the program, so it is followed with care: to
 * addresses of the public Internet only, unless private ones are allowed, with at most {@value
 * #MOST_REDIRECTS} redirects, each held against the same rules; never from https back to http; for
 * so many bytes and so long a time at most. No proxy is ever used, {@code HTTPS_PROXY} or not: it
 * would look up the name itself, and the guard would see the address of the proxy.
 */
public final class PictureFetcher {
  /** How long it may take, in all. */
  static final Duration LIMIT = Duration.ofSeconds(15);

  private static final int MOST_REDIRECTS = 3;

  private final Network network;
  private final String userAgent;
  private final Duration limit;

  /** With the name the program goes by; with leave to connect to private addresses, or without. */
  public PictureFetcher(String userAgent, boolean allowPrivate) {
    this(Network.ofSystem(allowPrivate), userAgent, LIMIT);
  }

  PictureFetcher(Network network, String userAgent, Duration limit) {
    this.network = network;
    this.userAgent = userAgent;
    this.limit = limit;
  }

  /**
   * The bytes found there, whatever they are.
   *
   * @throws Invalid with {@code image-too-large}
   * @throws Denied where the guard or the server refuses, or the certificate is not believed
   * @throws Failure.NotFound where there is no such picture
   * @throws Unavailable where the server cannot be reached, breaks off, errs, or takes too long
   */
  public byte[] fetch(PictureUrl url) {
    try {
      return Deadline.within(limit, Thread.ofVirtual(), () -> follow(url));
    } catch (TimeoutException late) {
      throw new Unavailable(Message.of("fetch.timeout", url.shown(), limit.toSeconds()));
    }
  }

  private byte[] follow(PictureUrl first) {
    PictureUrl url = first;
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      try (Hop hop = new Hop(url, network, userAgent, limit)) {
        ClassicHttpResponse answer = hop.get();
        Header location = answer.getFirstHeader(HttpHeaders.LOCATION);
        if (!Answers.isRedirect(answer.getCode()) || location == null) {
          return picture(answer, url);
        }
        url = next(url, location.getValue());
      } catch (IOException broken) {
        throw Answers.failure(broken, url);
      }
    }
    throw new Denied(Message.of("fetch.redirects", first.shown(), MOST_REDIRECTS));
  }

  private static PictureUrl next(PictureUrl from, String location) {
    PictureUrl to = from.redirected(location);
    if (from.isSecure() && !to.isSecure()) {
      throw new Denied(Message.of("fetch.downgrade", from.shown(), to.shown()));
    }
    return to;
  }

  private static byte[] picture(ClassicHttpResponse answer, PictureUrl url) throws IOException {
    if (answer.getCode() != 200) {
      throw Answers.failure(answer.getCode(), url);
    }
    for (Header coding : answer.getHeaders(HttpHeaders.CONTENT_ENCODING)) {
      String word = String.valueOf(coding.getValue()).strip().toLowerCase(Locale.ROOT);
      if (!word.isEmpty() && !word.equals("identity")) {
        throw new Denied(Message.of("fetch.encoding", url.shown(), word));
      }
    }
    HttpEntity body = answer.getEntity();
    if (body == null) {
      return new byte[0];
    }
    int most = ImageInspector.MAX_BYTES;
    long announced = body.getContentLength();
    byte[] bytes = announced > most ? new byte[0] : body.getContent().readNBytes(most + 1);
    long size = Math.max(announced, bytes.length);
    if (size > most) {
      throw Invalid.of("avatar", "image-too-large", Map.of("bytes", size, "max", most));
    }
    return bytes;
  }
}
