package dev.profilectl.remote.fake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A user's row; the address of the picture is whatever the variant makes of it. */
record West2User(String id, String username, String password, String avatar, Times times) {
  /** When it was made, changed, and deleted, which most are not. */
  record Times(Instant created, Instant updated, @Nullable Instant deleted) {}

  West2User withAvatar(String address, Instant now) {
    return new West2User(
        id, username, password, address, new Times(times.created(), now, times.deleted()));
  }

  West2User deleted(Instant now) {
    return new West2User(
        id, username, password, avatar, new Times(times.created(), times.updated(), now));
  }
}
