package dev.profilectl.seed;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.UserId;
import java.time.Instant;

/**
 * A user that a seed makes.
 *
 * @param number counts the users of a tag, from 1
 * @param trait what is odd about it
 * @param id its id
 * @param patch its values
 * @param at when it looks as if it had been made, in whole milliseconds
 * @param pictured whether it has a picture
 */
public record MadeUser(
    int number, Trait trait, UserId id, ProfilePatch patch, Instant at, boolean pictured) {
  /** Its username. */
  public String username() {
    return (String) patch.set().getOrDefault(Field.USERNAME, "");
  }

  /** What makes it. */
  public Edit.Create edit() {
    return new Edit.Create(id, patch);
  }
}
