package dev.profilectl.dialect;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.validation.DocumentedSystem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One system's language: what to send for what is wanted, and what its answers mean. Tolerant in
 * what it reads, exact in what it writes. It knows nothing of addresses, retries and stores.
 */
public interface Translator {
  /** Whose language it is. */
  DocumentedSystem system();

  /** What the system can do by its documents. */
  Set<Feature> features();

  /** The fields that can be set there. */
  Set<Field> settable();

  /** What pictures it takes. */
  AvatarLimits avatarLimits();

  /** The headers that carry the tokens; for {@code user} where the system trusts an id. */
  Map<String, String> authorization(@Nullable Tokens tokens, @Nullable UserId user);

  /** The headers of every request, besides. */
  default Map<String, String> headers() {
    return Map.of("Accept", "application/json");
  }

  /** Gets tokens for a login; empty where the system has no such call. */
  Optional<Call> login(Login login);

  /**
   * What a login gave.
   *
   * @throws Failure.Unavailable where the answer says it was done, and holds no token
   */
  LoggedIn loggedIn(Answer answer);

  /**
   * New tokens that any answer may carry, to be kept before anything else is done.
   *
   * @param sent those that the request carried
   */
  default Optional<Tokens> renewed(Answer answer, Tokens sent) {
    return Optional.empty();
  }

  /**
   * Reads whoever the token belongs to; empty where the system cannot tell without knowing the id.
   *
   * @param owner the id, where it is known
   */
  Optional<Call> readOwner(@Nullable UserId owner);

  /** Reads anybody by id; empty where the system cannot. */
  default Optional<Call> readById(UserId user) {
    return Optional.empty();
  }

  /** What an answer says about its request, by every sign it has. */
  Verdict judge(Call call, Answer answer);

  /**
   * The user in an answer to a read that was judged to be done; empty where it holds none.
   *
   * @param answer of {@link #readOwner} or {@link #readById}, or of a change
   */
  Optional<Account> account(Answer answer);

  /**
   * Refuses values that this system cannot hold, although the documented rules allow them.
   *
   * @throws Failure.Invalid with every such value
   */
  default void refuse(ProfilePatch patch) {}

  /** A change as this system keeps it; the same where it can hold every value, and none. */
  default ProfilePatch kept(ProfilePatch patch) {
    return patch;
  }

  /** What an update would destroy besides. */
  default List<Loss> losses(Account before, ProfilePatch patch) {
    return List.of();
  }

  /**
   * Refuses what this system lets nobody change on such a profile.
   *
   * @throws Failure.Conflict in a sentence
   */
  default void refuseFixed(Account before, ProfilePatch patch) {}

  /** Changes fields. Each call gives a request with another body, even for the same change. */
  Call update(Account before, ProfilePatch patch);

  /** Sends a picture. */
  Call upload(Account owner, NewAvatar avatar);

  /** The id of an uploaded file that is to be adopted; empty where the upload itself was enough. */
  default Optional<String> uploadedFile(Answer answer) {
    return Optional.empty();
  }

  /** Makes an uploaded file the picture. */
  default Call adopt(Account owner, String file) {
    throw new IllegalStateException("no feature of " + system().word());
  }

  /** Whether a picture keeps its address when it changes, so that caches must be passed by. */
  default boolean keepsAvatarUrl() {
    return false;
  }

  /** Whether a user has this secret; empty where the system does not let that be found out. */
  default Optional<Boolean> holds(Account account, Field field, Secret secret) {
    return Optional.empty();
  }

  /** Members besides the fields whose change has to be told, by name and shown value. */
  default Map<String, String> watched(Account account) {
    return Map.of();
  }
}
