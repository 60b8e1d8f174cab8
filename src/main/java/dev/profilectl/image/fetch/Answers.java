package dev.profilectl.image.fetch;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.util.Set;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.ParseException;
import org.jspecify.annotations.Nullable;

/** What it means when there is no picture in an answer, or no answer. */
final class Answers {
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);

  private Answers() {}

  static boolean isRedirect(int status) {
    return REDIRECTS.contains(status);
  }

  /** For a status that is not 200. */
  static Failure failure(int status, PictureUrl url) {
    return switch (status) {
      case 404, 410 -> new NotFound(Message.of("fetch.not-found", url.shown(), status));
      case 408, 425, 429 -> new Unavailable(Message.of("fetch.busy", url.shown(), status));
      default ->
          switch (status / 100) {
            case 4 -> new Denied(Message.of("fetch.refused", url.shown(), status));
            case 5 -> new Unavailable(Message.of("fetch.busy", url.shown(), status));
            default -> new Unavailable(Message.of("fetch.status", url.shown(), status));
          };
    };
  }

  /** For what went wrong on the way. */
  static Failure failure(IOException broken, PictureUrl url) {
    return switch (broken) {
      case UnknownHostException _ -> new Unavailable(Message.of("fetch.no-host", url.host()));
      case SSLException refused when isAboutCertificate(refused) ->
          new Denied(Message.of("fetch.certificate", url.shown()));
      case SSLException _ -> new Unavailable(Message.of("fetch.tls", url.shown()));
      case ConnectException _ -> new Unavailable(Message.of("fetch.no-connection", url.shown()));
      case NoRouteToHostException _ ->
          new Unavailable(Message.of("fetch.no-connection", url.shown()));
      case SocketTimeoutException _ -> new Unavailable(Message.of("fetch.silent", url.shown()));
      case MessageConstraintException _ ->
          new Unavailable(Message.of("fetch.garbled", url.shown()));
      default ->
          new Unavailable(
              Message.of(
                  isGarbled(broken.getCause()) ? "fetch.garbled" : "fetch.broken-off",
                  url.shown()));
    };
  }

  private static boolean isAboutCertificate(SSLException refused) {
    boolean about = refused instanceof SSLPeerUnverifiedException;
    for (Throwable why = refused.getCause(); why != null; why = why.getCause()) {
      about |= why instanceof CertificateException || why instanceof CertPathValidatorException;
    }
    return about;
  }

  private static boolean isGarbled(@Nullable Throwable cause) {
    return cause instanceof HttpException || cause instanceof ParseException;
  }
}
