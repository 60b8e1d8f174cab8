package dev.profilectl.image.fetch;

import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.function.Predicate;

/**
 * Connects to allowed addresses alone. This is the last moment before the connection, when the
 * address is known and no name is looked up any more, so that a name server which changes its
 * answer gains nothing. It uses no proxy, not even the JVM's SOCKS proxy: behind one nobody could
 * tell what is connected to.
 */
final class GuardedSocket extends Socket {
  private final Predicate<InetAddress> allowed;
  private final String url;

  /** For a URL, named in the refusal. */
  GuardedSocket(Predicate<InetAddress> allowed, String url) {
    super(Proxy.NO_PROXY);
    this.allowed = allowed;
    this.url = url;
  }

  @Override
  public void connect(SocketAddress endpoint) throws IOException {
    connect(endpoint, 0);
  }

  @Override
  public void connect(SocketAddress endpoint, int timeout) throws IOException {
    if (!(endpoint instanceof InetSocketAddress to) || to.isUnresolved()) {
      throw new IllegalArgumentException(endpoint.toString());
    }
    if (!allowed.test(to.getAddress())) {
      throw new Denied(Message.of("fetch.address", url, to.getAddress().getHostAddress()));
    }
    super.connect(endpoint, timeout);
  }
}
