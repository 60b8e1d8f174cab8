package dev.profilectl.server;

import dev.profilectl.validation.DocumentedSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a server is to be.
 *
 * @param place where it listens
 * @param systems whose calls it answers
 * @param quirks of which of them it has the side effects that real servers were seen to have
 * @param testAuth whether an id that a request names is believed, as in the documents' test
 *     environment
 * @param limits what a body may be
 * @param locale the language of texts that the documents do not fix
 */
public record ServerSettings(
    Place place,
    Set<DocumentedSystem> systems,
    Set<DocumentedSystem> quirks,
    boolean testAuth,
    Limits limits,
    Locale locale) {
  /** Copies the sets. */
  public ServerSettings {
    systems = Set.copyOf(systems);
    quirks = Set.copyOf(quirks);
  }

  /**
   * What a body may be.
   *
   * @param maxUpload the most bytes of a file
   * @param patience the longest that a body may take, and that a connection may be silent
   */
  public record Limits(long maxUpload, Duration patience) {}

  /**
   * Where a server listens.
   *
   * @param host the address
   * @param port the port; 0 for a free one
   * @param publicUrl what pictures are called after; {@code null} for the address itself
   * @param tls what it proves itself by; {@code null} for no encryption
   */
  public record Place(String host, int port, @Nullable String publicUrl, @Nullable Tls tls) {}

  /**
   * PEM files.
   *
   * @param certificate the certificate and those that vouch for it
   * @param key its private key, PKCS #8 without a password
   */
  public record Tls(Path certificate, Path key) {}
}
