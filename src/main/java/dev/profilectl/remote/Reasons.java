package dev.profilectl.remote;

import dev.profilectl.failure.Message;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why there was no answer, as a person would say it. */
final class Reasons {
  private Reasons() {}

  static Message of(Throwable cause) {
    Message certificate = null;
    boolean refused = false;
    for (Throwable next = cause; next != null; next = next.getCause()) {
      Throwable at = next;
      Message reason =
          switch (at) {
            case HttpConnectTimeoutException _ -> Message.of("network.connect-timeout");
            case HttpTimeoutException _, TimeoutException _ -> Message.of("network.timeout");
            case UnknownHostException _, UnresolvedAddressException _ ->
                Message.of("network.no-such-host");
            case CertificateExpiredException _ -> Message.of("network.certificate-expired");
            default -> null;
          };
      if (reason != null) {
        return reason;
      }
      refused |= at instanceof ConnectException;
      if (at instanceof CertificateException) {
        certificate =
            String.valueOf(at.getMessage()).startsWith("No ")
                ? Message.of("network.certificate-name")
                : Message.of("network.certificate");
      } else if (at instanceof SSLException && certificate == null) {
        certificate = Message.of("network.certificate");
      }
    }
    if (certificate != null) {
      return certificate;
    }
    return Message.of(refused ? "network.refused" : "network.broken-off");
  }
}
