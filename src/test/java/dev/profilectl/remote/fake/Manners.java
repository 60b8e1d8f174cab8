package dev.profilectl.remote.fake;

import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a server treats what it is sent, before the system behind it sees any of it.
 *
 * @param address the loopback address to listen on
 * @param tls the keys to speak TLS with; null for plain text
 * @param frames what it makes of unusual framing
 * @param limit how much it takes
 */
public record Manners(String address, @Nullable SSLContext tls, Frames frames, Limit limit) {
  /**
   * Unusual framing.
   *
   * @param chunked whether chunked bodies are read; else they get 400 and the end
   * @param continues whether {@code Expect: 100-continue} is answered; else both sides wait
   */
  public record Frames(boolean chunked, boolean continues) {}

  /**
   * How much is taken. What is over it is answered and cut off before the body is read, so that the
   * client may well see a broken connection in place of the answer.
   *
   * @param bytes the most
   * @param withHead whether the head counts too
   * @param answer what is said to more
   */
  public record Limit(long bytes, boolean withHead, Response answer) {}

  /** What a server that closes sends to a head it cannot read. */
  static final Response BAD_HEAD = Response.raw("HTTP/1.1 400 Bad Request\r\n\r\n");

  /** A status line and nothing more. */
  static final Response BARE_413 = Response.raw("HTTP/1.1 413 Request Entity Too Large\r\n\r\n");

  /** 127.0.0.1, no TLS, takes everything. */
  public static Manners plain() {
    return new Manners(
        "127.0.0.1", null, new Frames(true, true), new Limit(Long.MAX_VALUE, false, BARE_413));
  }

  /** On ::1. */
  public Manners ipv6() {
    return new Manners("::1", tls, frames, limit);
  }

  /** With TLS. */
  public Manners over(SSLContext context) {
    return new Manners(address, context, frames, limit);
  }

  /** With other frames. */
  public Manners framed(boolean chunked, boolean continues) {
    return new Manners(address, tls, new Frames(chunked, continues), limit);
  }

  /** With another limit. */
  public Manners limited(Limit other) {
    return new Manners(address, tls, frames, other);
  }
}
