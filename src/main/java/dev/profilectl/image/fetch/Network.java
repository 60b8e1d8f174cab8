package dev.profilectl.image.fetch;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.NoSuchAlgorithmException;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;

/**
 * What the network is for a fetch; a test has another.
 *
 * @param names finds the addresses of a host
 * @param allowed which addresses may be connected to
 * @param trust which certificates are believed
 */
record Network(Names names, Predicate<InetAddress> allowed, Trust trust) {
  /** Finds addresses. */
  interface Names {
    InetAddress[] addressesOf(String host) throws UnknownHostException;
  }

  /** Made when the first certificate is to be judged. */
  interface Trust {
    SSLContext context() throws NoSuchAlgorithmException;
  }

  /** The public Internet, or everything that can be reached. */
  static Network ofSystem(boolean allowPrivate) {
    return new Network(
        InetAddress::getAllByName,
        allowPrivate ? _ -> true : PublicAddresses::contain,
        dev.profilectl.trust.Trust::system);
  }
}
