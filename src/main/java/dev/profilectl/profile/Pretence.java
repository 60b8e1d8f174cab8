package dev.profilectl.profile;

import java.time.Instant;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** The users of a directory as they would be after edits that are never made. */
final class Pretence {
  private final ProfileDirectory directory;
  private final RandomGenerator random;
  private final Instant now;
  private Map<String, UserId> taken = new HashMap<>();
  private final Map<UserId, Optional<Standing>> users = new HashMap<>();
  private final Map<String, UserId> names = new HashMap<>();
  private final Map<Place, Blob> pictures = new HashMap<>();

  /**
   * Over a directory, which is only read.
   *
   * @param random makes the ids of new users
   * @param now when it would be
   */
  Pretence(ProfileDirectory directory, RandomGenerator random, Instant now) {
    this.directory = directory;
    this.random = random;
    this.now = now;
  }

  /**
   * Reads those whom edits are about, in one go.
   *
   * @param takenBefore names that other edits would have taken; more are added
   */
  void read(List<Edit> edits, Map<String, UserId> takenBefore) {
    taken = takenBefore;
    Set<UserId> named = new LinkedHashSet<>();
    for (Edit edit : edits) {
      if (edit instanceof Edit.Update update) {
        named.add(update.user());
      }
    }
    if (named.size() < 2) {
      return;
    }
    List<UserId> ids = List.copyOf(named);
    List<Lookup> found =
        directory.findAll(
            ids.stream().map(id -> (UserRef) new UserRef.ById(id.text())).toList(),
            EnumSet.allOf(Field.class));
    boolean deletedCanBeTold = directory.features().contains(Feature.HISTORY);
    for (int i = 0; i < found.size(); i++) {
      if (found.get(i) instanceof Lookup.Found there) {
        Profile user = there.user();
        users.put(user.id(), Optional.of(new Standing(user, false)));
        names.put(lower(user), user.id());
      } else if (found.get(i) instanceof Lookup.Nobody && !deletedCanBeTold) {
        users.put(ids.get(i), Optional.empty());
      }
    }
  }

  Outcome apply(Edit edit) {
    return switch (edit) {
      case Edit.Create create -> create(create);
      case Edit.Update update -> update(update);
      case Edit.Delete delete -> delete(delete);
      case Edit.Undelete undelete -> undelete(undelete);
      case Edit.SetAvatar set -> setAvatar(set);
      case Edit.AdoptAvatar adopt -> {
        Profile before = living(adopt.user());
        yield changed(before, url(before, adopt.file()));
      }
      case Edit.RemoveAvatar remove -> {
        Profile before = living(remove.user());
        yield before.get(Field.AVATAR_URL) == null
            ? new Outcome.Unchanged(before)
            : changed(before, url(before, null));
      }
    };
  }

  private Outcome create(Edit.Create edit) {
    Outcome.Created created = edit.make(UserId.random(random), now);
    Profile user = created.user();
    if (standing(user.id()).isPresent()) {
      throw Refusals.idTaken(user.id());
    }
    refuseTaken(user);
    put(user);
    taken.put(lower(user), user.id());
    return created;
  }

  private Outcome update(Edit.Update edit) {
    Profile before = living(edit.user());
    Refusals.ifStale(before, edit.ifVersion());
    directory.refuse(before, edit);
    List<FieldChange> changes = directory.kept(edit.patch()).changesOn(before);
    return changes.isEmpty() ? new Outcome.Unchanged(before) : changed(before, changes);
  }

  private Outcome delete(Edit.Delete edit) {
    Standing standing =
        standing(edit.user())
            .filter(user -> edit.purge() || !user.deleted())
            .orElseThrow(() -> Refusals.noSuchUser(edit.user()));
    Profile before = standing.profile();
    names.remove(lower(before), before.id());
    if (edit.purge()) {
      users.put(edit.user(), Optional.empty());
      return new Outcome.Deleted(before);
    }
    Profile after = ProfilePatch.apply(before, List.of(), now);
    users.put(after.id(), Optional.of(new Standing(after, true)));
    return new Outcome.Deleted(after);
  }

  private Outcome undelete(Edit.Undelete edit) {
    Standing standing = standing(edit.user()).orElseThrow(() -> Refusals.noSuchUser(edit.user()));
    if (!standing.deleted()) {
      return new Outcome.Unchanged(standing.profile());
    }
    refuseTaken(standing.profile());
    Profile after = ProfilePatch.apply(standing.profile(), List.of(), now);
    put(after);
    return new Outcome.Created(after, List.of());
  }

  private Outcome setAvatar(Edit.SetAvatar edit) {
    Profile before = living(edit.user());
    Blob content = edit.avatar().content();
    if (picture(before).filter(content::equals).isPresent()) {
      return new Outcome.Unchanged(before);
    }
    String url = edit.avatar().fileName();
    pictures.put(new Place(before.id(), url), content);
    return changed(before, url(before, url));
  }

  private Optional<Blob> picture(Profile user) {
    if (!(user.get(Field.AVATAR_URL) instanceof String url)) {
      return Optional.empty();
    }
    Blob pretended = pictures.get(new Place(user.id(), url));
    return pretended != null
        ? Optional.of(pretended)
        : directory.avatar(user.id()).filter(a -> a.url().equals(url)).map(Avatar::content);
  }

  private static List<FieldChange> url(Profile before, @Nullable String url) {
    return List.of(new FieldChange(Field.AVATAR_URL, before.get(Field.AVATAR_URL), url));
  }

  private Outcome changed(Profile before, List<FieldChange> changes) {
    Profile after = ProfilePatch.apply(before, changes, now);
    if (!after.username().equals(before.username())) {
      refuseTaken(after);
      names.remove(lower(before), before.id());
      taken.remove(lower(before), before.id());
      taken.put(lower(after), after.id());
    }
    put(after);
    return new Outcome.Updated(after, changes);
  }

  private void put(Profile user) {
    users.put(user.id(), Optional.of(new Standing(user, false)));
    names.put(lower(user), user.id());
  }

  private Optional<Standing> standing(UserId user) {
    return users.computeIfAbsent(user, this::read);
  }

  private Optional<Standing> read(UserId user) {
    UserRef.ById ref = new UserRef.ById(user.text());
    Optional<Profile> there = directory.find(ref);
    if (there.isPresent()) {
      names.put(lower(there.get()), user);
      return there.map(found -> new Standing(found, false));
    }
    if (!directory.features().contains(Feature.HISTORY)) {
      return Optional.empty();
    }
    return directory.history(ref).map(history -> new Standing(asItLastWas(history), true));
  }

  private Profile living(UserId user) {
    return standing(user)
        .filter(found -> !found.deleted())
        .map(Standing::profile)
        .orElseThrow(() -> Refusals.noSuchUser(user));
  }

  private void refuseTaken(Profile user) {
    UserId owner = names.getOrDefault(lower(user), taken.get(lower(user)));
    boolean pretended = owner != null && !owner.equals(user.id());
    boolean live =
        directory.features().contains(Feature.FIND_ANYBODY)
            && directory
                .find(new UserRef.ByUsername(user.username()))
                .filter(other -> !other.id().equals(user.id()) && !users.containsKey(other.id()))
                .isPresent();
    if (pretended || live) {
      throw Refusals.usernameTaken(user.username());
    }
  }

  /** A user as edits find it, one deleted softly included. */
  private record Standing(Profile profile, boolean deleted) {}

  private record Place(UserId user, String url) {}

  private static String lower(Profile user) {
    return user.username().toLowerCase(Locale.ROOT);
  }

  /** Whoever was deleted softly is not found any more, but the history leads there. */
  private static Profile asItLastWas(History history) {
    Profile user = Profile.blank(history.user());
    for (HistoryEntry entry : history.entries().reversed()) {
      user = ProfilePatch.apply(user, entry.changes(), entry.at());
    }
    Map<Field, Object> values = new EnumMap<>(user.values());
    values.put(Field.CREATE_AT, history.entries().getLast().at());
    return new Profile(user.id(), user.version(), values, user.secrets(), user.extra());
  }
}
