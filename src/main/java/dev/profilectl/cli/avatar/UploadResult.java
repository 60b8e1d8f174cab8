package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.user.UserColumns;
import dev.profilectl.failure.Message;
import dev.profilectl.image.ImageFacts;
import dev.profilectl.image.Picture;
import dev.profilectl.image.Step;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an upload did, and how it is shown.
 *
 * @param user the profile after it
 * @param picture what was made
 * @param stored what was read back; {@code null} in a dry run, or where there is nothing
 * @param file where it came from, as named
 */
record UploadResult(Profile user, Picture picture, @Nullable Avatar stored, String file) {
  /** Whether what was read back is what was made, byte for byte. */
  boolean verified() {
    return stored != null && stored.content().sha256().equals(picture.sha256());
  }

  void print(Session session, boolean changed, boolean dryRun) {
    Printer printer = session.printer();
    if (printer.structured()) {
      printer.object(object(dryRun));
    } else if (session.format() == OutputFormat.ID) {
      printer.line(user.id().text());
    } else {
      printer.line(line(session.locale()));
    }
    if (dryRun) {
      session.note(Message.of("note.dry-run"));
    } else if (!verified()) {
      session.note(Message.of("avatar.unverified"));
    } else if (!changed) {
      session.note(Message.of("avatar.unchanged", user.username()));
    }
  }

  /** {@code photo.jpg, JPEG 4000 × 3000, 3.2 MB → ada: JPEG 512 × 512, 41 kB (turned …)}. */
  private String line(Locale locale) {
    ImageFacts source = picture.source();
    String steps =
        picture.steps().stream()
            .map(step -> step.text().in(locale))
            .collect(Collectors.joining(", "));
    Message from =
        Message.of(
            "avatar.from",
            file + ", " + source.format().word().toUpperCase(Locale.ROOT),
            source.width(),
            source.height(),
            Sizes.of(source.bytes()));
    Message to =
        Message.of(
            "avatar.from",
            picture.format().word().toUpperCase(Locale.ROOT),
            picture.width(),
            picture.height(),
            Sizes.of(picture.bytes().length));
    return Message.of("avatar.line", from, user.username(), to).in(locale) + " (" + steps + ")";
  }

  private Map<String, @Nullable Object> object(boolean dryRun) {
    ImageFacts source = picture.source();
    Map<String, @Nullable Object> from = new LinkedHashMap<>();
    from.put("name", file);
    from.put("bytes", source.bytes());
    from.put("width", source.width());
    from.put("height", source.height());
    from.put("format", source.format().word());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("user", UserColumns.object(user));
    object.put("avatar", AvatarColumns.object(stored == null ? planned() : stored));
    object.put("source", from);
    object.put("steps", picture.steps().stream().map(Step::code).toList());
    object.put("verified", dryRun ? null : verified());
    object.put("dry_run", dryRun);
    return object;
  }

  /** The picture as it would be stored. */
  private Avatar planned() {
    return new Avatar(
        String.valueOf(user.get(Field.AVATAR_URL)),
        Blob.of(picture.bytes()),
        new Avatar.Shape(picture.format().word(), picture.width(), picture.height()),
        Instant.EPOCH);
  }
}
