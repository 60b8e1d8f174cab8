package dev.profilectl.profile;

import dev.profilectl.failure.Failure;

/** What looking for one of many users came to. */
public sealed interface Lookup {
  /** The user, with at least the fields that were asked for. */
  record Found(Profile user) implements Lookup {}

  /** There is nobody. */
  record Nobody() implements Lookup {}

  /** Who is meant cannot be told, or must not be. */
  record Refused(Failure failure) implements Lookup {}
}
