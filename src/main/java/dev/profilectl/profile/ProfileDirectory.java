package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Where users are kept: the local store, or a system behind an API. Every implementation passes
 * {@code AnyDirectoryContract}.
 *
 * <p>To add one: implement this, say what it can do in {@link #features}, make a subclass of the
 * contract test, and name it in {@code Application}. What it cannot do is asked before, so a method
 * without its feature is never called.
 *
 * <p>Methods throw {@link Failure} and nothing else a user could cause.
 */
public interface ProfileDirectory extends AutoCloseable {
  /** What it is called in sentences. */
  String name();

  /** What it can do. */
  Set<Feature> features();

  /** The fields that can be set there. */
  default Set<Field> settable() {
    return Field.SETTABLE;
  }

  /** A change as this system keeps it: some have no empty value for a field, but another one. */
  default ProfilePatch kept(ProfilePatch patch) {
    return patch;
  }

  /**
   * Refuses an update that this system cannot do, or not without a loss nobody agreed to.
   *
   * @param before the profile as {@link #find} gave it
   */
  default void refuse(Profile before, Edit.Update edit) {}

  /**
   * The user a reference names.
   *
   * @throws Failure.Usage where an id and a username match two different users
   * @throws Failure.Denied where only the owner of the token can be found, and it is somebody else
   */
  Optional<Profile> find(UserRef user);

  /**
   * The same for many at once.
   *
   * @param fields what has to be known of them; more may be
   * @return one answer a reference, in the same order; what {@link #find} throws is a refusal
   */
  default List<Lookup> findAll(List<UserRef> users, Set<Field> fields) {
    return users.stream().map(this::lookup).toList();
  }

  /** {@link #find} as an answer. */
  default Lookup lookup(UserRef user) {
    try {
      return find(user).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Nobody::new);
    } catch (Failure failure) {
      return new Lookup.Refused(failure);
    }
  }

  /**
   * From now on uses this for this user, however the user is named later. Only with {@link
   * Feature#TOKEN_PER_USER}.
   */
  default void entrust(UserRef user, Credential credential) {
    throw new IllegalStateException("no feature of " + name());
  }

  /** Every user, sorted by username without regard to case, one at a time. */
  void list(Consumer<Profile> each);

  /**
   * The users whose names begin so, whatever the case, sorted by them; at most so many. Empty too
   * where users cannot be listed, or not at once.
   */
  default List<Profile> named(String prefix, int most) {
    return List.of();
  }

  /**
   * Some users in the order of {@link #list}. Only with {@link Feature#LIST_USERS}.
   *
   * @param username those behind this name, whoever has it; {@code null} for the first
   * @param most how many
   */
  default List<Profile> behind(@Nullable String username, int most) {
    throw new IllegalStateException("no feature of " + name());
  }

  /** How many threads may look up and change users at once, each another; one if not more. */
  default int atOnce() {
    return 1;
  }

  /**
   * Does the edits in their order, each wholly or not at all, and tells what became of each. An
   * edit that fails leaves the others alone. All that was done is durable on return.
   *
   * @return one outcome an edit, in the same order
   */
  List<Outcome> apply(List<Edit> edits, Origin origin);

  /** The same, but where one edit fails none is done. Only with {@link Feature#ATOMIC}. */
  default List<Outcome> applyAtomically(List<Edit> edits, Origin origin) {
    throw new IllegalStateException("no feature of " + name());
  }

  /**
   * From now on hands over the picture of a user before it is replaced, and leaves alone one that
   * is the same already. A directory with {@link Feature#AVATAR_HISTORY} keeps them itself, and
   * hands over none.
   */
  default void keepReplaced(Replacements replacements) {}

  /**
   * From now on tells whenever it waits, and why; on any thread.
   *
   * @param told returns soon
   */
  default void onWait(Consumer<Wait> told) {}

  /**
   * The changes of a user. A name nobody has any more finds the user who had it last and was
   * deleted softly.
   *
   * @return empty where there is and was no such user
   */
  Optional<History> history(UserRef user);

  /** The user's picture; empty where it has none, or none that is kept here. */
  Optional<Avatar> avatar(UserId user);

  /** The versions of every picture that is kept of a user, newest first. */
  List<AvatarVersion> avatarVersions(UserId user);

  /** The picture that came with a version; empty where none did, or it is not kept any more. */
  Optional<KeptAvatar> keptAvatar(UserId user, long version);

  /** What pictures it takes. */
  default AvatarLimits avatarLimits() {
    return AvatarLimits.NONE;
  }

  @Override
  void close();
}
