package dev.profilectl.remote;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Which servers are believed to be who they say. */
final class Trust {
  private Trust() {}

  /**
   * Whoever the system trusts, and whoever the certificates of a file vouch for.
   *
   * @param file PEM or DER
   * @throws Usage where it holds no certificates
   */
  static SSLContext with(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> ours =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (ours.isEmpty()) {
        throw new Usage(Message.of("remote.ca-file", file));
      }
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : ours) {
        store.setCertificateEntry("own" + number++, certificate);
      }
      for (X509Certificate certificate : systems()) {
        store.setCertificateEntry("system" + number++, certificate);
      }
      return context(managers(store));
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new Usage(Message.of("remote.ca-file", file));
    }
  }

  /** Anybody; for {@code --insecure}. */
  static SSLContext anybody() {
    try {
      return context(new TrustManager[] {new Anybody()});
    } catch (GeneralSecurityException everyJvmCan) {
      throw new IllegalStateException(everyJvmCan);
    }
  }

  private static X509Certificate[] systems() throws GeneralSecurityException {
    for (TrustManager manager : managers(null)) {
      if (manager instanceof X509TrustManager known) {
        return known.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static TrustManager[] managers(@Nullable KeyStore store) throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }

  private static SSLContext context(TrustManager[] managers) throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    return context;
  }

  /** The extended kind, because the JVM checks the name of the host for the plain one itself. */
  private static final class Anybody extends X509ExtendedTrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
