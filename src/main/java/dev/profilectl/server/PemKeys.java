package dev.profilectl.server;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Makes what TLS needs of two PEM files. */
final class PemKeys {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");

  private PemKeys() {}

  /**
   * The context of a server that proves itself by these.
   *
   * @throws Usage where the files hold something else
   */
  static SSLContext context(ServerSettings.Tls files) {
    try {
      Certificate[] chain =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(
                  new ByteArrayInputStream(Files.readAllBytes(files.certificate())))
              .toArray(Certificate[]::new);
      if (chain.length == 0) {
        throw unusable(files, "no certificate");
      }
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("server", key(Files.readString(files.key())), new char[0], chain);
      KeyManagerFactory keys =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, new char[0]);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException | IllegalArgumentException cause) {
      throw unusable(files, String.valueOf(cause.getMessage()));
    }
  }

  private static Usage unusable(ServerSettings.Tls files, String why) {
    return new Usage(Message.of("serve.no-tls", files.certificate() + ", " + files.key(), why));
  }

  private static PrivateKey key(String pem) throws GeneralSecurityException {
    Matcher matcher = KEY.matcher(pem);
    if (!matcher.find()) {
      throw new InvalidKeySpecException("no PRIVATE KEY");
    }
    byte[] text = matcher.group(1).getBytes(StandardCharsets.US_ASCII);
    PKCS8EncodedKeySpec spec = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text));
    GeneralSecurityException last = new InvalidKeySpecException("unknown algorithm");
    for (String algorithm : new String[] {"RSA", "EC", "Ed25519"}) {
      try {
        return KeyFactory.getInstance(algorithm).generatePrivate(spec);
      } catch (InvalidKeySpecException another) {
        last = another;
      }
    }
    throw last;
  }
}
