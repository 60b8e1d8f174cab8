package dev.profilectl.trust;

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
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Which servers are believed to be who they say. A Java of its own that is shipped with the program
 * knows nothing of the machine it runs on, so the launcher names the machine's bundle; without it,
 * Java is asked.
 */
public final class Trust {
  private static volatile @Nullable Path bundle;

  private Trust() {}

  /**
   * From now on, for the whole process, the machine trusts whom a file names.
   *
   * @param file certificates in PEM; where it cannot be read, Java's own are better than none
   */
  public static void name(Path file) {
    bundle = file;
  }

  /**
   * Whoever the machine trusts.
   *
   * @throws IllegalStateException where Java has no TLS
   */
  public static SSLContext system() {
    try {
      KeyStore named = named();
      return named == null ? SSLContext.getDefault() : context(managers(named));
    } catch (GeneralSecurityException everyJvmCan) {
      throw new IllegalStateException(everyJvmCan);
    }
  }

  /**
   * Whoever the machine trusts, and whoever the certificates of a file vouch for.
   *
   * @param file PEM or DER
   * @throws Usage where it holds no certificates
   */
  public static SSLContext with(Path file) {
    try {
      KeyStore store = store(file);
      if (store.size() == 0) {
        throw new Usage(Message.of("remote.ca-file", file));
      }
      add(store, "system", List.of(authorities()));
      return context(managers(store));
    } catch (IOException | GeneralSecurityException unreadable) {
      throw new Usage(Message.of("remote.ca-file", file));
    }
  }

  /** Anybody; for {@code --insecure}. */
  public static SSLContext anybody() {
    try {
      return context(new TrustManager[] {new Anybody()});
    } catch (GeneralSecurityException everyJvmCan) {
      throw new IllegalStateException(everyJvmCan);
    }
  }

  private static X509Certificate[] authorities() throws GeneralSecurityException {
    for (TrustManager manager : managers(named())) {
      if (manager instanceof X509TrustManager known) {
        return known.getAcceptedIssuers();
      }
    }
    return new X509Certificate[0];
  }

  private static @Nullable KeyStore named() {
    Path file = bundle;
    if (file == null) {
      return null;
    }
    try {
      KeyStore store = store(file);
      return store.size() == 0 ? null : store;
    } catch (IOException | GeneralSecurityException unreadable) {
      return null;
    }
  }

  private static KeyStore store(Path file) throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(file)) {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      add(store, "own", CertificateFactory.getInstance("X.509").generateCertificates(in));
      return store;
    }
  }

  private static void add(KeyStore store, String name, Collection<? extends Certificate> all)
      throws GeneralSecurityException {
    for (Certificate certificate : all) {
      store.setCertificateEntry(name + store.size(), certificate);
    }
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
