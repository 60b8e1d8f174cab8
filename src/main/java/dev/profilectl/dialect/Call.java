package dev.profilectl.dialect;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, without the server's address and without tokens.
 *
 * @param purpose what it is for, which decides what the codes of its answer mean
 * @param method {@code GET}, {@code POST} or {@code PUT}
 * @param path from the base of the target, with a slash in front
 * @param query what stands behind the question mark, not encoded
 * @param body what is sent
 */
public record Call(
    Purpose purpose, String method, String path, Map<String, String> query, Body body) {
  /** What a request is for. */
  public enum Purpose {
    /** Reads a profile; may be repeated. */
    READ(true),
    /** Changes fields. */
    UPDATE(false),
    /** Sends a picture that becomes the avatar, or a file that may. */
    UPLOAD(false),
    /** Makes an uploaded file the avatar. */
    ADOPT(false),
    /** Gets a token; a wrong password may be counted, so it is not repeated. */
    LOGIN(false);

    private final boolean repeatable;

    Purpose(boolean repeatable) {
      this.repeatable = repeatable;
    }

    /** Whether sending it twice does what sending it once does. */
    public boolean repeatable() {
      return repeatable;
    }
  }

  /** Copies the query, in its order. */
  public Call {
    query = new LinkedHashMap<>(query);
  }

  /** Reads, without a query. */
  static Call get(String path) {
    return get(path, Map.of());
  }

  /** Reads. */
  static Call get(String path, Map<String, String> query) {
    return new Call(Purpose.READ, "GET", path, query, new Body.None());
  }
}
