package dev.profilectl.server;

import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every call needs.
 *
 * @param settings how the server is to be
 * @param backing what is served
 * @param rules for values
 * @param changes does edits
 * @param callers tells who calls
 */
record Desk(
    ServerSettings settings,
    Backing backing,
    ProfileRules rules,
    Changes changes,
    Callers callers) {

  /** The user of an id. */
  Profile user(UserId id) {
    return backing
        .directory()
        .find(new UserRef.ById(id.text()))
        .orElseThrow(() -> Refusals.noSuchUser(id));
  }

  /**
   * Changes fields by raw values.
   *
   * @throws Failure.Invalid with every problem
   */
  Profile update(UserId user, Map<Field, @Nullable Object> raw, Exchange exchange) {
    return update(user, rules.patch(raw, false), exchange);
  }

  /** Changes fields. */
  Profile update(UserId user, ProfilePatch patch, Exchange exchange) {
    return changed(changes.apply(new Edit.Update(user, patch, null), exchange.call()));
  }

  /** Sets a picture. */
  Profile setAvatar(UserId user, NewAvatar picture, Exchange exchange) {
    return changed(changes.apply(new Edit.SetAvatar(user, picture), exchange.call()));
  }

  /** Makes a file that was sent before the picture. */
  Profile adopt(UserId user, String file, Exchange exchange) {
    return changed(changes.apply(new Edit.AdoptAvatar(user, file), exchange.call()));
  }

  private static Profile changed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Created done -> done.user();
      case Outcome.Updated done -> done.user();
      case Outcome.Unchanged done -> done.user();
      case Outcome.Deleted done -> done.user();
      case Outcome.Failed failed -> throw failed.failure();
    };
  }

  /** Whether a system has the side effects of real servers. */
  boolean quirky(SystemCalls calls) {
    return settings.quirks().contains(calls.system());
  }
}
