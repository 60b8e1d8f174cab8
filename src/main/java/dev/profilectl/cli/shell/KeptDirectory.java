package dev.profilectl.cli.shell;

import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.AvatarVersion;
import dev.profilectl.profile.Credential;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.History;
import dev.profilectl.profile.KeptAvatar;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Replacements;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import dev.profilectl.profile.Wait;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A directory for one of many commands: it may stay open when the command ends, tells which runs
 * changed something, and lets nothing more be done where the command's thread was told to stop.
 */
final class KeptDirectory implements ProfileDirectory {
  private final ProfileDirectory directory;
  private final Consumer<String> changed;
  private final boolean stays;

  /**
   * Around a directory.
   *
   * @param changed is told the id of each run that changed something
   * @param stays whether it stays open when it is closed here
   */
  KeptDirectory(ProfileDirectory directory, Consumer<String> changed, boolean stays) {
    this.directory = directory;
    this.changed = changed;
    this.stays = stays;
  }

  /** The directory, unless the command is to stop; between two steps nothing is half done. */
  private ProfileDirectory open() {
    refuseWhereStopped();
    return directory;
  }

  static void refuseWhereStopped() {
    if (Thread.currentThread().isInterrupted()) {
      throw new Interrupted(Message.of("terminal.interrupted"));
    }
  }

  @Override
  public String name() {
    return directory.name();
  }

  @Override
  public Set<Feature> features() {
    return directory.features();
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
  public Optional<Profile> find(UserRef user) {
    return open().find(user);
  }

  @Override
  public List<Lookup> findAll(List<UserRef> users, Set<Field> fields) {
    return open().findAll(users, fields);
  }

  @Override
  public Lookup lookup(UserRef user) {
    return open().lookup(user);
  }

  @Override
  public void entrust(UserRef user, Credential credential) {
    open().entrust(user, credential);
  }

  @Override
  public void list(Consumer<Profile> each) {
    open()
        .list(
            user -> {
              refuseWhereStopped();
              each.accept(user);
            });
  }

  @Override
  public List<Profile> named(String prefix, int most) {
    return open().named(prefix, most);
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    return noted(open().apply(edits, origin), origin);
  }

  @Override
  public List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    return noted(open().applyAtomically(edits, origin), origin);
  }

  private List<Outcome> noted(List<Outcome> outcomes, Origin origin) {
    for (Outcome outcome : outcomes) {
      switch (outcome) {
        case Outcome.Created _, Outcome.Updated _, Outcome.Deleted _ -> {
          changed.accept(origin.run());
          return outcomes;
        }
        case Outcome.Unchanged _, Outcome.Failed _ -> {}
      }
    }
    return outcomes;
  }

  @Override
  public List<Profile> behind(@Nullable String username, int most) {
    return open().behind(username, most);
  }

  @Override
  public Optional<History> history(UserRef user) {
    return open().history(user);
  }

  @Override
  public Optional<Avatar> avatar(UserId user) {
    return open().avatar(user);
  }

  @Override
  public List<AvatarVersion> avatarVersions(UserId user) {
    return open().avatarVersions(user);
  }

  @Override
  public Optional<KeptAvatar> keptAvatar(UserId user, long version) {
    return open().keptAvatar(user, version);
  }

  @Override
  public void keepReplaced(Replacements replacements) {
    directory.keepReplaced(replacements);
  }

  @Override
  public void onWait(Consumer<Wait> told) {
    directory.onWait(told);
  }

  @Override
  public AvatarLimits avatarLimits() {
    return directory.avatarLimits();
  }

  /** The command is done with it; others may come. */
  @Override
  public void close() {
    if (!stays) {
      directory.close();
    }
  }
}
