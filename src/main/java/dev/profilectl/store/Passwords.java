package dev.profilectl.store;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import dev.profilectl.profile.Secret;
import java.nio.charset.StandardCharsets;

/**
 * Hashes of passwords and passes. bcrypt looks at 72 bytes at most, and a legal password of 32
 * characters can have 128: one that is longer than bcrypt's limit is hashed with SHA-512 first, so
 * that every character counts. Shorter ones are plain bcrypt, as other software checks it.
 */
final class Passwords {
  private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2A;

  private final int cost;

  /** With bcrypt's cost: 4 to 31, each step doubles the work. */
  Passwords(int cost) {
    this.cost = cost;
  }

  String hash(Secret secret) {
    byte[] bytes = secret.reveal(text -> text.getBytes(StandardCharsets.UTF_8));
    byte[] hash =
        BCrypt.with(VERSION, LongPasswordStrategies.hashSha512(VERSION)).hash(cost, bytes);
    return new String(hash, StandardCharsets.US_ASCII);
  }

  /** Whether the secret is the one of the hash. */
  boolean matches(Secret secret, String hash) {
    byte[] bytes = secret.reveal(text -> text.getBytes(StandardCharsets.UTF_8));
    return BCrypt.verifyer(VERSION, LongPasswordStrategies.hashSha512(VERSION))
        .verify(bytes, hash.getBytes(StandardCharsets.US_ASCII))
        .verified;
  }
}
