package dev.profilectl.cli.user;

import dev.profilectl.cli.FieldChanges;
import dev.profilectl.cli.Session;
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
final class Foreseen {
  /** What tells people who it is. */
  private static final List<Field> TELLING =
      List.of(Field.USERNAME, Field.NICKNAME, Field.EMAIL, Field.CITY);

  private Foreseen() {}

  /** A line for each field of each user: the value now, and the new one. */
  static List<String> changes(Session session, ProfileDirectory directory, List<Edit> edits) {
    List<String> lines = new ArrayList<>();
    if (!edits.stream().allMatch(Edit.Update.class::isInstance)) {
      return lines;
    }
    DryRun dry = new DryRun(directory, session.workspace().clock(), session.workspace().random());
    for (Outcome outcome : dry.apply(edits, new Origin("", "", null))) {
      if (outcome instanceof Outcome.Updated updated) {
        for (FieldChange change : updated.changes()) {
          lines.add(
              Message.of(
                      "ask.change",
                      updated.user().username(),
                      change.field().key(),
                      shown(change, change.before()),
                      shown(change, change.after()))
                  .in(session.locale()));
        }
      }
    }
    return lines;
  }

  private static Object shown(FieldChange change, @Nullable Object value) {
    Object shown = FieldChanges.shown(change.field(), value);
    return shown == null ? Message.of("edit.empty") : String.valueOf(value);
  }

  /** Who is gone for good, and what with them. */
  static String loss(Session session, ProfileDirectory directory, String word) {
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
