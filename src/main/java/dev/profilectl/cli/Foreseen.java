package dev.profilectl.cli;

import dev.profilectl.failure.Message;
import dev.profilectl.profile.DryRun;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What would come of something, for who is asked whether to do it. */
public final class Foreseen {
  /** What tells people who it is. */
  private static final List<Field> TELLING =
      List.of(Field.USERNAME, Field.NICKNAME, Field.EMAIL, Field.CITY);

  private Foreseen() {}

  /** A line for each field of each user: the value now, and the new one. */
  public static List<String> changes(
      Session session, ProfileDirectory directory, List<Edit> edits) {
    List<String> lines = new ArrayList<>();
    DryRun dry = new DryRun(directory, session.workspace().clock(), session.workspace().random());
    for (Outcome outcome : dry.apply(edits, new Origin("", "", null))) {
      if (outcome instanceof Outcome.Updated updated) {
        for (FieldChange change : updated.changes()) {
          lines.add(
              line(
                  session,
                  updated.user().username(),
                  change.field(),
                  new Was(change.before(), change.after())));
        }
      }
    }
    return lines;
  }

  /** A picture that is to be set: the one that is there, and what the new one is made from. */
  public static String picture(Session session, Profile user, String source) {
    return line(
        session, user.username(), Field.AVATAR_URL, new Was(user.get(Field.AVATAR_URL), source));
  }

  private record Was(@Nullable Object now, @Nullable Object then) {}

  private static String line(Session session, String username, Field field, Was value) {
    return Message.of("ask.change", username, field.key(), shown(value.now), shown(value.then))
        .in(session.locale());
  }

  private static Object shown(@Nullable Object value) {
    return value == null ? Message.of("edit.empty") : value.toString();
  }

  /** Who is gone for good, and what with them. */
  public static String loss(Session session, ProfileDirectory directory, String word) {
    Locale locale = session.locale();
    UserRef ref = UserRef.parse(word);
    int changes = directory.history(ref).map(history -> history.entries().size()).orElse(0);
    Optional<Profile> user = directory.find(ref);
    if (user.isEmpty()) {
      return Message.of("ask.loss-deleted", word, changes).in(locale);
    }
    String told =
        TELLING.stream()
            .map(user.get()::get)
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(", "));
    int pictures = directory.avatarVersions(user.get().id()).size();
    return Message.of("ask.loss", told, changes, pictures).in(locale);
  }
}
