package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
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
  public void entrust(UserRef user, Credential credential) {
    directory.entrust(user, credential);
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
  public List<Profile> named(String prefix, int most) {
    return directory.named(prefix, most);
  }

  @Override
  public List<Profile> behind(@Nullable String username, int most) {
    return directory.behind(username, most);
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
  public void onWait(Consumer<Wait> told) {
    directory.onWait(told);
  }

  @Override
  public AvatarLimits avatarLimits() {
    return directory.avatarLimits();
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    Pretence pretence =
        new Pretence(directory, random, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    pretence.read(edits, taken);
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
}
