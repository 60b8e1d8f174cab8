package dev.profilectl.remote;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.trust.SystemTrust;
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
      for (X509Certificate certificate : SystemTrust.authorities()) {
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

  /**
   * Whoever the system trusts.
   *
   * @throws IllegalStateException where Java has no TLS
   */
  static SSLContext system() {
    try {
      return SystemTrust.context();
    } catch (GeneralSecurityException everyJvmCan) {
      throw new IllegalStateException(everyJvmCan);
    }
  }

  private static TrustManager[] managers(KeyStore store) throws GeneralSecurityException {
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
