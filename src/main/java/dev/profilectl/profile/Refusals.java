package dev.profilectl.profile;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Why a directory does not make an edit; said alike by every implementation. */
public final class Refusals {
  /** Names to compare at most; a command that fails need not read a whole store. */
  private static final int MOST_NEAR = 500;

  private Refusals() {}

  /** Nobody has this id. */
  public static NotFound noSuchUser(UserId user) {
    return noSuchUser(user.text());
  }

  /** Nobody is named like this. */
  public static NotFound noSuchUser(String word) {
    return new NotFound(Message.of("user.not-found", word), Problem.of("username", "400199"));
  }

  /** The same, with the name that was probably meant, where the directory knows one. */
  public static NotFound noSuchUser(ProfileDirectory directory, String word) {
    String name = UserRef.parse(word).text();
    return near(directory, name)
        .map(
            near ->
                new NotFound(
                    Message.of("user.not-found-near", word, near),
                    Problem.of("username", "400199")))
        .orElseGet(() -> noSuchUser(word));
  }

  /** Most slips leave the first letter as it is, or make the second one of it. */
  private static Optional<String> near(ProfileDirectory directory, String name) {
    List<String> beginnings = new ArrayList<>();
    for (int length = Math.min(2, name.length()); length > 0; length--) {
      beginnings.add(name.substring(0, length));
    }
    if (name.length() > 1) {
      beginnings.add(name.substring(1, 2));
    }
    return beginnings.stream()
        .map(start -> directory.named(start, MOST_NEAR).stream().map(Profile::username).toList())
        .flatMap(names -> Nearest.to(name, names).stream())
        .findFirst();
  }

  /** Somebody else has the name. */
  public static Conflict usernameTaken(String username) {
    return new Conflict(
        Message.of("user.name-taken", username), Problem.of("username", "username-taken"));
  }

  /** Somebody has, or had, the id. */
  public static Conflict idTaken(UserId id) {
    return new Conflict(Message.of("user.id-taken", id), Problem.of("id", "id-taken"));
  }

  /** Refuses to ask a directory for what it cannot do. */
  public static void ifUnable(ProfileDirectory directory, Feature need) {
    if (!directory.features().contains(need)) {
      throw new Usage(
          Message.of("feature.unable", directory.name(), words(need), abilities(directory)));
    }
  }

  /** All that a directory can do, in words. */
  public static Message abilities(ProfileDirectory directory) {
    Set<Feature> can = directory.features();
    return Arrays.stream(Feature.values())
        .filter(can::contains)
        .map(Refusals::words)
        .reduce(Message.of("feature.show"), (all, next) -> Message.of("feature.and", all, next));
  }

  private static Message words(Feature feature) {
    return Message.of("feature." + feature.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  /** Refuses fields that a directory has not, with all it has. */
  public static void ifUnsupported(ProfileDirectory directory, ProfilePatch patch) {
    Set<Field> has = directory.settable();
    for (Field field : patch.fields()) {
      if (!has.contains(field)) {
        String known = has.stream().map(Field::key).collect(Collectors.joining(", "));
        throw new Usage(
            Message.of("field.unsupported", directory.name(), field.key(), known),
            Problem.of(field.key(), "unsupported-field"));
      }
    }
  }

  /**
   * Refuses an edit of a profile that has moved on.
   *
   * @param wanted the version it must have; {@code null} for any
   */
  public static void ifStale(Profile profile, @Nullable Long wanted) {
    if (wanted != null && wanted != profile.version()) {
      throw new Conflict(Message.of("user.stale", profile.username(), profile.version(), wanted));
    }
  }
}
