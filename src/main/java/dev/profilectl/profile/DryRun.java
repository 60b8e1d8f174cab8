package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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

  /** Around a directory; the clock and the ids are those of what would be made. */
  public DryRun(ProfileDirectory directory, Clock clock, RandomGenerator random) {
    this.directory = directory;
    this.clock = clock;
    this.random = random;
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

  /** The users as they would be by now; a user who would be gone is {@code null}. */
  private final class Pretence {
    private final Instant now;
    private final Map<UserId, @Nullable Profile> users = new HashMap<>();

    Pretence(Instant now) {
      this.now = now;
    }

    Outcome apply(Edit edit) {
      return switch (edit) {
        case Edit.Create create -> create(create);
        case Edit.Update update -> update(update);
        case Edit.Delete delete -> delete(delete);
        case Edit.SetAvatar set -> setAvatar(set);
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
      if (users.containsKey(user.id())
          || directory.history(new UserRef.ById(user.id().text())).isPresent()) {
        throw Refusals.idTaken(user.id());
      }
      refuseTaken(user);
      users.put(user.id(), user);
      return created;
    }

    private Outcome update(Edit.Update edit) {
      Profile before = living(edit.user());
      Refusals.ifStale(before, edit.ifVersion());
      List<FieldChange> changes = edit.patch().changesOn(before);
      return changes.isEmpty() ? new Outcome.Unchanged(before) : changed(before, changes);
    }

    private Outcome delete(Edit.Delete edit) {
      Optional<Profile> user = current(edit.user());
      users.put(edit.user(), null);
      if (user.isEmpty()) {
        boolean softly =
            edit.purge() && directory.history(new UserRef.ById(edit.user().text())).isPresent();
        if (!softly) {
          throw Refusals.noSuchUser(edit.user());
        }
      }
      return new Outcome.Deleted(user.orElseGet(() -> Profile.blank(edit.user())));
    }

    private Outcome setAvatar(Edit.SetAvatar edit) {
      Profile before = living(edit.user());
      Optional<Avatar> present = directory.avatar(edit.user());
      return present.map(Avatar::content).filter(edit.avatar().content()::equals).isPresent()
          ? new Outcome.Unchanged(before)
          : changed(before, url(before, edit.avatar().fileName()));
    }

    private static List<FieldChange> url(Profile before, @Nullable String url) {
      return List.of(new FieldChange(Field.AVATAR_URL, before.get(Field.AVATAR_URL), url));
    }

    private Outcome changed(Profile before, List<FieldChange> changes) {
      Profile after = ProfilePatch.apply(before, changes, now);
      if (!after.username().equals(before.username())) {
        refuseTaken(after);
      }
      users.put(after.id(), after);
      return new Outcome.Updated(after, changes);
    }

    private Optional<Profile> current(UserId user) {
      return users.containsKey(user)
          ? Optional.ofNullable(users.get(user))
          : directory.find(new UserRef.ById(user.text()));
    }

    private Profile living(UserId user) {
      return current(user).orElseThrow(() -> Refusals.noSuchUser(user));
    }

    private void refuseTaken(Profile user) {
      String name = user.username().toLowerCase(Locale.ROOT);
      boolean pretended =
          users.values().stream()
              .anyMatch(
                  other ->
                      other != null
                          && !other.id().equals(user.id())
                          && other.username().toLowerCase(Locale.ROOT).equals(name));
      boolean live =
          directory
              .find(new UserRef.ByUsername(user.username()))
              .filter(owner -> !owner.id().equals(user.id()) && !users.containsKey(owner.id()))
              .isPresent();
      if (pretended || live) {
        throw Refusals.usernameTaken(user.username());
      }
    }
  }
}
