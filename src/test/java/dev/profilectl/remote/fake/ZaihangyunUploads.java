package dev.profilectl.remote.fake;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Zaihangyun's pictures: how one is taken in, and how it is given out. */
final class ZaihangyunUploads {
  static final String FOLDER = "/storage/mch/avatar/" + ZaihangyunUsers.APP_KEY + "/";

  private static final int MOST_BYTES = 2 * 1024 * 1024;
  private static final int SIDE = 300;

  /** A file as it is given out, and the time that its header tells. */
  private record Stored(Response answer, String modified) {}

  private final Map<String, Stored> files = new ConcurrentHashMap<>();
  private final Set<Long> busy = ConcurrentHashMap.newKeySet();
  private final Later clock;

  ZaihangyunUploads(Later clock) {
    this.clock = clock;
  }

  /** The rule that a request breaks before the user is even looked for. */
  Optional<ZaihangyunRules.Broken> check(List<Part> parts) {
    Optional<Part> part = avatar(parts);
    if (part.isEmpty()) {
      return broken("400101", "avatar is required");
    } else if (part.get().content().length > MOST_BYTES) {
      return broken("400102", "avatar size must be less than 2MB");
    } else if (!Set.of("jpg", "png", "jpeg").contains(part.get().extension())) {
      return broken("400103", "avatar must be jpg, png or jpeg");
    }
    return Optional.empty();
  }

  private static Optional<ZaihangyunRules.Broken> broken(String code, String message) {
    return Optional.of(new ZaihangyunRules.Broken(code, message));
  }

  /** The last file of the name; a name with brackets makes a list, which PHP then trips over. */
  private static Optional<Part> avatar(List<Part> parts) {
    if (parts.stream().anyMatch(part -> part.name().startsWith("avatar["))) {
      throw new ZaihangyunRules.PhpTypeError("Call to a member function getSize() on array");
    }
    return parts.stream().filter(part -> part.name().equals("avatar")).reduce((_, next) -> next);
  }

  /** Stores the picture and says its path; none when it could not, the old one gone for good. */
  Optional<String> store(long uid, List<Part> parts) {
    if (!busy.add(uid)) {
      return Optional.empty();
    }
    try {
      Part part = avatar(parts).orElseThrow();
      String folder = FOLDER + uid + "/";
      // The folder goes first; whether the new bytes are a picture shows only afterwards.
      files.keySet().removeIf(path -> path.startsWith(folder));
      return Pictures.decode(part.content())
          .filter(picture -> !picture.format().startsWith("tif"))
          .map(
              picture -> {
                byte[] bytes =
                    Pictures.encode(Pictures.fit(picture.image(), SIDE), picture.format());
                String name = ZaihangyunUsers.md5(String.valueOf(uid)) + "." + part.extension();
                files.put(folder + name, stored(name, bytes));
                return folder + name;
              });
    } finally {
      busy.remove(uid);
    }
  }

  /** The stored bytes; none where no file is. */
  Optional<byte[]> bytes(String path) {
    return Optional.ofNullable(files.get(path)).map(stored -> stored.answer().body());
  }

  /** The file with its time; type by its name, no tag, ranges ignored. */
  Optional<Response> serve(Request request) {
    Stored stored = files.get(request.path());
    if (stored == null) {
      return Optional.empty();
    }
    if (request.headerOrEmpty("If-Modified-Since").equals(stored.modified())) {
      return Optional.of(Response.empty(304));
    }
    return Optional.of(stored.answer());
  }

  private Stored stored(String name, byte[] bytes) {
    String modified =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(clock.now().atOffset(ZoneOffset.UTC));
    String type = name.endsWith(".png") ? "image/png" : "image/jpeg";
    return new Stored(Response.of(200, type, bytes).with("Last-Modified", modified), modified);
  }
}
