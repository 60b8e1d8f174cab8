package dev.profilectl.architecture.wrong.image;

import dev.profilectl.architecture.Breaks;
import dev.profilectl.architecture.wrong.failure.Clocked;
import dev.profilectl.architecture.wrong.store.Tables;

/** A picture has no business with the store; failure it may use. */
@Breaks("WALLS")
final class StoreUser {
  /** By a member's type alone. */
  Tables[] tables = {};

  /** Allowed. */
  Clocked allowed = new Clocked();
}
