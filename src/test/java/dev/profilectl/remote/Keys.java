package dev.profilectl.remote;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * Keys of a server, signed by an authority that nobody knows.
 *
 * @param context what it speaks TLS with
 * @param certificate of the authority in PEM, for whoever is to believe it
 */
public record Keys(SSLContext context, Path certificate) {
  private static final String PASSWORD = "changeit";

  /**
   * Made anew.
   *
   * @param names as keytool takes them, {@code ip:127.0.0.1} for example
   * @param more words for keytool
   */
  public static Keys of(Path folder, String names, String... more) {
    try {
      Path store = folder.resolve(names.replaceAll("[^a-z]", "") + more.length + ".p12");
      Path pem = folder.resolve(store.getFileName() + ".pem");
      keytool(store, "-genkeypair -alias ca -keyalg EC -dname CN=authority -ext bc:c");
      keytool(store, "-exportcert -rfc -alias ca -file " + pem);
      String leaf = "-genkeypair -alias s -signer ca -keyalg EC -dname CN=fake -ext SAN=" + names;
      keytool(store, leaf + " " + String.join(" ", more));
      keytool(store, "-delete -alias ca");
      return new Keys(context(store), pem);
    } catch (IOException | GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private static void keytool(Path store, String words) throws IOException {
    List<String> all = new ArrayList<>();
    all.add(Path.of(requireNonNull(System.getProperty("java.home")), "bin/keytool").toString());
    all.addAll(Arrays.asList(words.strip().split(" +", -1)));
    all.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
    all.addAll(List.of("-keystore", store.toString()));
    Process process = new ProcessBuilder(all).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.onExit().join().exitValue()).as(said).isZero();
  }

  private static SSLContext context(Path store) throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory identity =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    identity.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(identity.getKeyManagers(), null, null);
    return context;
  }
}
