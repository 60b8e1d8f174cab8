package dev.profilectl.dialect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.profile.Profile;

/**
 * A user as a server told of it.
 *
 * @param profile without secrets
 * @param raw every member as it came, secrets too: what a merge needs; never shown or kept
 */
public record Account(Profile profile, ObjectNode raw) {
  /** A member as text; empty where it is missing, null or no plain value. */
  String text(String member) {
    return raw.path(member).asText("");
  }

  @Override
  public String toString() {
    return "Account[" + profile.id() + "]";
  }
}
