package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A directory that tells what edits would do, from live values, and does none of them: it only ever
 * calls the reading methods of the one it wraps. Edits of one call see each other.
 */
public final class DryRun implements ProfileDirectory {
  private final ProfileDirectory directory;
  private final Clock clock;
  private final RandomGenerator random;

  /** Names that edits of any call would have taken. */
  private final Map<String, UserId> taken = new HashMap<>();

  /** Around a directory; the clock and the ids are those of what would be made. */
  public DryRun(ProfileDirectory directory, Clock clock, RandomGenerator random) {
    this.directory = directory;
    this.clock = clock;
    this.random = random;
  }

  @Override
  public String name() {
    return directory.name();
  }

  @Override
  public Set<Field> settable() {
    return directory.settable();
  }

  @Override
  public ProfilePatch kept(ProfilePatch patch) {
    return directory.kept(patch);
  }

  @Override
  public void refuse(Profile before, Edit.Update edit) {
    directory.refuse(before, edit);
  }

  @Override
  public Set<Feature> features() {
    return directory.features();
  }

  @Override
  public Optional<Profile> find(UserRef user) {
    return directory.find(user);
  }

  @Override
  public List<Lookup> findAll(List<UserRef> users, Set<Field> fields) {
    return directory.findAll(users, fields);
  }

  @Override
  public List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    return apply(edits, origin);
  }

  @Override
  public void list(Consumer<Profile> each) {
    directory.list(each);
  }

  @Override
  public Optional<History> history(UserRef user) {
    return directory.history(user);
  }

  @Override
  public Optional<Avatar> avatar(UserId user) {
    return directory.avatar(user);
  }

  @Override
  public List<AvatarVersion> avatarVersions(UserId user) {
    return directory.avatarVersions(user);
  }

  @Override
  public Optional<KeptAvatar> keptAvatar(UserId user, long version) {
    return directory.keptAvatar(user, version);
  }

  @Override
  public AvatarLimits avatarLimits() {
    return directory.avatarLimits();
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    Pretence pretence = new Pretence(clock.instant().truncatedTo(ChronoUnit.MILLIS));
    pretence.read(edits);
    List<Outcome> outcomes = new ArrayList<>();
    for (Edit edit : edits) {
      try {
        outcomes.add(pretence.apply(edit));
      } catch (Failure failure) {
        outcomes.add(new Outcome.Failed(failure));
      }
    }
    return outcomes;
  }

  @Override
  public void close() {
    directory.close();
  }

  /** The users as they would be by now. */
  private final class Pretence {
    private final Instant now;
    private final Map<UserId, Optional<Standing>> users = new HashMap<>();
    private final Map<String, UserId> names = new HashMap<>();
    private final Map<Place, Blob> pictures = new HashMap<>();

    Pretence(Instant now) {
      this.now = now;
    }

    /** Those whom more than one edit is about, in one go. */
    private void read(List<Edit> edits) {
      List<UserRef> refs = new ArrayList<>();
      for (Edit edit : edits) {
        if (edit instanceof Edit.Update update) {
          refs.add(new UserRef.ById(update.user().text()));
        }
      }
      if (refs.size() < 2) {
        return;
      }
      for (Lookup lookup : directory.findAll(refs, EnumSet.allOf(Field.class))) {
        if (lookup instanceof Lookup.Found found) {
          Profile user = found.user();
          users.put(user.id(), Optional.of(new Standing(user, false)));
          names.put(lower(user), user.id());
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
      if (!features().contains(Feature.HISTORY)) {
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
