package dev.profilectl.profile;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One change to one user. */
public sealed interface Edit {
  /**
   * Makes a user.
   *
   * @param id the id it is to have; {@code null} for a new one
   * @param patch its values; {@code username} is among them
   */
  record Create(@Nullable UserId id, ProfilePatch patch) implements Edit {
    private static final String NEW_ROLES = "general_user";

    /**
     * The new user, at version 1.
     *
     * @param freshId used where the edit names none
     * @param now in whole milliseconds
     */
    public Outcome.Created make(UserId freshId, Instant now) {
      Map<Field, Object> set = new EnumMap<>(Field.class);
      set.put(Field.ROLES, NEW_ROLES);
      set.putAll(patch.set());
      Profile blank = Profile.blank(id == null ? freshId : id);
      List<FieldChange> changes = new ProfilePatch(set, Set.of()).changesOn(blank);
      Profile user = ProfilePatch.apply(blank, changes, now);
      Map<Field, Object> values = new EnumMap<>(user.values());
      values.put(Field.CREATE_AT, now);
      return new Outcome.Created(
          new Profile(user.id(), user.version(), values, user.secrets()), changes);
    }
  }

  /**
   * Changes fields.
   *
   * @param user whose
   * @param patch what
   * @param ifVersion the version the profile must have; {@code null} for any
   * @param acceptLoss what may be lost by it on a system that cannot change one thing without
   *     losing another; the words are those of the refusal
   */
  record Update(UserId user, ProfilePatch patch, @Nullable Long ifVersion, Set<String> acceptLoss)
      implements Edit {
    /** Copies the words. */
    public Update {
      acceptLoss = Set.copyOf(acceptLoss);
    }

    /** Nothing may be lost. */
    public Update(UserId user, ProfilePatch patch, @Nullable Long ifVersion) {
      this(user, patch, ifVersion, Set.of());
    }
  }

  /**
   * Takes a user away.
   *
   * @param user whom
   * @param purge for good, with pictures and history
   */
  record Delete(UserId user, boolean purge) implements Edit {}

  /** Brings back who was taken away softly; the name has to be free still. */
  record Undelete(UserId user) implements Edit {}

  /** Sets a picture. */
  record SetAvatar(UserId user, NewAvatar avatar) implements Edit {}

  /**
   * Makes a file that the system has already the picture.
   *
   * @param file the id that the system gave the file
   */
  record AdoptAvatar(UserId user, String file) implements Edit {}

  /** Takes the picture away; older ones stay in the history. */
  record RemoveAvatar(UserId user) implements Edit {}
}
