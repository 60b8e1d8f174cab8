package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How the name of a file tells whose picture it is: {@code {username}}, {@code photo-{id}}, {@code
 * {email}.jpg}, or {@code #username#} as GAM writes it. The ending of a file does not matter unless
 * the pattern has one; its folder does not unless the pattern has a {@code /}.
 */
public final class FilePattern {
  private static final Pattern PLACE = Pattern.compile("\\{([^{}]*)\\}|#([a-z]+)#");
  private static final Map<String, RowKey> KEYS =
      Map.of(
          "username",
          RowKey.USERNAME,
          "id",
          RowKey.ID,
          "email",
          RowKey.EMAIL,
          "user",
          RowKey.EMAIL);
  private static final Set<String> ENDINGS =
      Set.of(
          "jpg", "jpeg", "jpe", "jfif", "png", "webp", "gif", "bmp", "dib", "tif", "tiff", "heic",
          "heif", "avif", "svg");

  private final RowKey key;
  private final String before;
  private final String after;
  private final boolean withFolder;
  private final boolean withEnding;

  private FilePattern(RowKey key, String before, String after) {
    this.key = key;
    this.before = before;
    this.after = after;
    this.withFolder = before.contains("/") || after.contains("/");
    this.withEnding = !stem(after).equals(after);
  }

  /**
   * Reads a pattern.
   *
   * @throws Usage where it has no place for a user, more than one, or one that nobody knows
   */
  public static FilePattern parse(String text) {
    Matcher place = PLACE.matcher(text);
    if (!place.find()) {
      throw new Usage(Message.of("pictures.no-place", text, "{username}, {id}, {email}"));
    }
    String word = place.group(1) == null ? place.group(2) : place.group(1);
    RowKey key = KEYS.get(word);
    if (key == null) {
      List<String> known = List.of("username", "id", "email");
      String near = Nearest.to(word, known).orElse("username");
      throw new Usage(Message.of("pictures.unknown-place", place.group(), "{" + near + "}"));
    }
    FilePattern pattern =
        new FilePattern(key, text.substring(0, place.start()), text.substring(place.end()));
    if (place.find()) {
      throw new Usage(Message.of("pictures.two-places", text));
    }
    return pattern;
  }

  /** What names the user. */
  public RowKey key() {
    return key;
  }

  /** Whether folders matter, so that those below have to be looked into. */
  public boolean withFolder() {
    return withFolder;
  }

  /** What a file's name says in the place of the user, as it is written there. */
  public Optional<String> read(String name) {
    String plain = withFolder ? name : name.substring(name.lastIndexOf('/') + 1);
    String told = withEnding ? plain : stem(plain);
    boolean fits =
        told.length() > before.length() + after.length()
            && lower(told).startsWith(lower(before))
            && lower(told).endsWith(lower(after));
    return fits
        ? Optional.of(told.substring(before.length(), told.length() - after.length()))
        : Optional.empty();
  }

  /** Without the ending of a picture; other dots may belong to a username. */
  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot >= 0 && ENDINGS.contains(lower(name.substring(dot + 1)))
        ? name.substring(0, dot)
        : name;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
