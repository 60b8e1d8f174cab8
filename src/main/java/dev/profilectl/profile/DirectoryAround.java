package dev.profilectl.profile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Does everything as the directory it is around; what is to be different a subclass says. */
public abstract class DirectoryAround implements ProfileDirectory {
  /** The directory inside. */
  protected final ProfileDirectory directory;

  /** Around a directory, which is closed with it. */
  protected DirectoryAround(ProfileDirectory directory) {
    this.directory = directory;
  }

  /** The directory inside, each time users of it are asked for or changed. */
  protected ProfileDirectory open() {
    return directory;
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
  public List<Profile> behind(@Nullable String username, int most) {
    return open().behind(username, most);
  }

  @Override
  public void list(Consumer<Profile> each) {
    open().list(each);
  }

  @Override
  public List<Profile> named(String prefix, int most) {
    return open().named(prefix, most);
  }

  @Override
  public int atOnce() {
    return directory.atOnce();
  }

  @Override
  public List<Outcome> apply(List<Edit> edits, Origin origin) {
    return open().apply(edits, origin);
  }

  @Override
  public List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    return open().applyAtomically(edits, origin);
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
  public AvatarLimits avatarLimits() {
    return directory.avatarLimits();
  }

  @Override
  public void close() {
    directory.close();
  }
}
