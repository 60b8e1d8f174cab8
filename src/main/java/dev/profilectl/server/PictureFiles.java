package dev.profilectl.server;

import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageFormat;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pictures themselves, under the addresses that answers name. */
final class PictureFiles {
  private static final Pattern OWN = Pattern.compile("/[0-9]{8}/users/([a-z0-9]{26})/[^/]+/[^/]+");
  private static final Pattern NUMBERED =
      Pattern.compile("/uploads/user/([0-9]{1,18})\\.[a-z]{3,4}");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT);

  private final Backing backing;
  private final String publicUrl;
  private final Shelf shelf;

  /** So many pictures are in memory on their way to a client or to the shelf. */
  private final Semaphore turns = new Semaphore(2, true);

  /** With what the addresses begin with. */
  PictureFiles(Backing backing, String publicUrl, Shelf shelf) {
    this.backing = backing;
    this.publicUrl = publicUrl;
    this.shelf = shelf;
  }

  /** Whether it could be the path of a picture. */
  static boolean owns(String path) {
    return OWN.matcher(path).matches() || NUMBERED.matcher(path).matches();
  }

  /** The whole address of a user's picture; empty where there is none. */
  String address(Profile user) {
    String url = Members.text(user, Field.AVATAR_URL);
    return url.isEmpty() || url.matches("(?i)https?://.*") ? url : publicUrl + "/" + url;
  }

  /** The path under which AnQiCMS keeps a picture; empty where there is none. */
  String numberedPath(Profile user, long number) {
    String url = Members.text(user, Field.AVATAR_URL);
    if (url.isEmpty() || !OWN.matcher("/" + url).matches()) {
      return url;
    }
    return "uploads/user/" + number + url.substring(url.lastIndexOf('.'));
  }

  /** The same as a whole address. */
  String numberedAddress(Profile user, long number) {
    String path = numberedPath(user, number);
    return path.isEmpty() || path.matches("(?i)https?://.*") ? path : publicUrl + "/" + path;
  }

  /** The picture of a path, or that it is the one the client has. */
  Reply answer(Exchange exchange) {
    Optional<Profile> owner = owner(exchange.path());
    turns.acquireUninterruptibly();
    try {
      return owner
          .flatMap(user -> backing.directory().avatar(user.id()))
          .map(avatar -> answer(exchange, avatar))
          .orElseThrow(() -> new Refused(404, Message.of("serve.no-path")));
    } finally {
      turns.release();
    }
  }

  private Reply answer(Exchange exchange, Avatar avatar) {
    String tag = '"' + avatar.content().sha256() + '"';
    Instant at =
        (avatar.at() == null ? Instant.EPOCH : avatar.at()).truncatedTo(ChronoUnit.SECONDS);
    boolean same =
        exchange
            .header("If-None-Match")
            .map(given -> given.equals("*") || given.contains(tag))
            .orElseGet(
                () ->
                    exchange.header("If-Modified-Since").filter(t -> !isBefore(t, at)).isPresent());
    Map<String, String> headers =
        Map.of(
            // said of a 304 too, which would otherwise claim that there are none
            "Content-Length",
            String.valueOf(avatar.content().size()),
            "ETag",
            tag,
            "Last-Modified",
            DATE.format(at.atOffset(ZoneOffset.UTC)),
            "Cache-Control",
            "no-cache");
    String type = ImageFormat.valueOf(avatar.shape().format().toUpperCase(Locale.ROOT)).mediaType();
    if (same) {
      return new Reply(304, headers, type, new byte[0], null);
    }
    Blob picture = avatar.content();
    return picture.size() <= Shelf.SMALL
        ? new Reply(200, headers, type, picture.bytes(), null)
        : new Reply(200, headers, type, new byte[0], shelf.open(picture));
  }

  private static boolean isBefore(String date, Instant at) {
    try {
      return Instant.from(DATE.parse(date)).isBefore(at);
    } catch (DateTimeParseException noDate) {
      return true;
    }
  }

  private Optional<Profile> owner(String path) {
    Matcher own = OWN.matcher(path);
    if (own.matches()) {
      return find(new UserId(own.group(1)))
          .filter(user -> path.equals("/" + Members.text(user, Field.AVATAR_URL)));
    }
    Matcher numbered = NUMBERED.matcher(path);
    if (!numbered.matches()) {
      return Optional.empty();
    }
    long number = Long.parseLong(numbered.group(1));
    return backing
        .numbers()
        .user(number)
        .flatMap(this::find)
        .filter(user -> path.equals("/" + numberedPath(user, number)));
  }

  private Optional<Profile> find(UserId user) {
    return backing.directory().find(new UserRef.ById(user.text()));
  }
}
