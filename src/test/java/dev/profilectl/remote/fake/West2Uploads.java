package dev.profilectl.remote.fake;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the variants check of a picture, and where they say it is afterwards. */
final class West2Uploads {
  private static final int MOST_BYTES_OF_C = 5 * 1024 * 1024;

  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final Map<String, byte[]> latest = new ConcurrentHashMap<>();
  private final West2Variant variant;
  private final UnaryOperator<String> address;

  West2Uploads(West2Variant variant, UnaryOperator<String> address) {
    this.variant = variant;
    this.address = address;
  }

  /** What is wrong with it; empty when nothing is. A and C believe what the client says. */
  String problem(Part part) {
    String type = part.type().toLowerCase(Locale.ROOT);
    return switch (variant) {
      case SPEC, B -> Pictures.decode(part.content()).isPresent() ? "" : "not a picture";
      case A -> type.startsWith("image/") ? "" : "not a picture";
      case C ->
          !type.equals("image/jpeg") && !type.equals("image/png")
              ? "only jpeg and png"
              : part.content().length > MOST_BYTES_OF_C ? "more than 5 MB" : "";
    };
  }

  /** Keeps the bytes as they are; the address that is shown for them. */
  String store(String user, Part part) {
    latest.put(user, part.content());
    String extension = part.extension().isEmpty() ? "jpg" : part.extension();
    String path =
        switch (variant) {
          case SPEC -> "/static/avatar/" + user + "." + extension;
          case A -> "/srv/platform/upload/avatar/" + user + "." + extension;
          case B -> "/avatars/" + part.fileName();
          case C -> "/avatars/" + UUID.randomUUID() + "." + extension;
        };
    files.put(path, part.content());
    // A shows where the file lies on its own disk, which is of no use to anybody.
    return variant == West2Variant.A ? path : address.apply(path);
  }

  Optional<byte[]> latest(String user) {
    return Optional.ofNullable(latest.get(user)).map(byte[]::clone);
  }

  Optional<Response> serve(String path) {
    byte[] file = variant == West2Variant.A ? null : files.get(path);
    return Optional.ofNullable(file).map(bytes -> Response.of(200, "image/jpeg", bytes));
  }
}
