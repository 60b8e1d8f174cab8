package dev.profilectl.cli;

import dev.profilectl.validation.DocumentedSystem;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the local store is to be served, as the flags want it.
 *
 * @param place where
 * @param systems whose calls are answered
 * @param quirks of which of them with the side effects of real servers
 * @param testAuth whether an id that a request names is believed
 * @param maxUpload the most bytes of a file
 * @param faults what is to go wrong on purpose, as the flag writes it; empty for nothing
 * @param accessLog the file for a line a request; {@code null} for none
 * @param locale the language of texts that the documents do not fix
 */
public record ServeChoice(
    Place place,
    List<DocumentedSystem> systems,
    Set<DocumentedSystem> quirks,
    boolean testAuth,
    long maxUpload,
    String faults,
    @Nullable String accessLog,
    Locale locale) {
  /** Copies the collections. */
  public ServeChoice {
    systems = List.copyOf(systems);
    quirks = Set.copyOf(quirks);
  }

  /**
   * Where the store is served.
   *
   * @param host the address to listen on
   * @param port the port; 0 for a free one
   * @param publicUrl what pictures are called after; {@code null} for the address itself
   * @param certificate a PEM file, {@code null} for no encryption
   * @param key the PEM file of its key; there where the certificate is
   */
  public record Place(
      String host,
      int port,
      @Nullable String publicUrl,
      @Nullable String certificate,
      @Nullable String key) {}
}
