package dev.profilectl.trust;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Whom this machine trusts. A Java of its own that is shipped with the program knows nothing of the
 * machine it runs on, so the launcher names the machine's bundle; without it, Java is asked.
 */
public final class SystemTrust {
  private static volatile @Nullable Path named;

  private SystemTrust() {}

  /**
   * From now on, for the whole process, the machine trusts whom a file names.
   *
   * @param bundle certificates in PEM
   */
  public static void name(Path bundle) {
    named = bundle;
  }

  /** To connect to servers that the machine trusts. */
  public static SSLContext context() throws NoSuchAlgorithmException {
    KeyStore bundle = bundle();
    if (bundle == null) {
      return SSLContext.getDefault();
    }
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, managers(bundle), null);
      return context;
    } catch (GeneralSecurityException unusable) {
      return SSLContext.getDefault();
    }
  }

  /** The authorities that the machine trusts. */
  public static X509Certificate[] authorities() throws GeneralSecurityException {
    for (TrustManager manager : managers(bundle())) {
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

  /**
   * {@code null} where none is named, or it cannot be read: then Java's own are better than none.
   */
  private static @Nullable KeyStore bundle() {
    Path file = named;
    if (file == null) {
      return null;
    }
    try (InputStream in = Files.newInputStream(file)) {
      Collection<? extends Certificate> all =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int number = 0;
      for (Certificate certificate : all) {
        store.setCertificateEntry("system" + number++, certificate);
      }
      return number == 0 ? null : store;
    } catch (IOException | GeneralSecurityException unreadable) {
      return null;
    }
  }
}
