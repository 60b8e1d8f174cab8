package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import dev.profilectl.profile.Secret;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hashes that count every character of a legal password. */
class PasswordsTest {
  private static final Passwords PASSWORDS = new Passwords(4);

  private static String hash(String text) {
    return PASSWORDS.hash(new Secret(text));
  }

  private static boolean matches(String text, String hash) {
    return PASSWORDS.matches(new Secret(text), hash);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"s3cret", "密码密码密码", "        ", "a\0b\0c\0", "e\u0301e\u0301", "\"'\\%$2a$"})
  void aHashIsPlainBcryptOfItsPassword(String password) {
    String hash = hash(password);
    assertThat(hash).matches("\\$2a\\$04\\$[./A-Za-z0-9]{53}");
    byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
    assertThat(BCrypt.verifyer().verify(bytes, hash.getBytes(StandardCharsets.US_ASCII)).verified)
        .isTrue();
    assertThat(matches(password, hash)).isTrue();
    assertThat(matches(password + "x", hash)).isFalse();
    assertThat(matches(password.substring(1), hash)).isFalse();
    assertThat(hash(password)).as("salted").isNotEqualTo(hash);
  }

  @Test
  void everyOneOf32FourByteCharactersCounts() {
    String start = "😀".repeat(31);
    String hash = hash(start + "😀");
    assertThat(matches(start + "😀", hash)).isTrue();
    assertThat(matches(start + "😁", hash)).isFalse();
    assertThat(matches(start, hash)).isFalse();
    assertThat(matches("😁" + "😀".repeat(31), hash)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {54, 55, 56, 63, 64, 70, 71, 72, 73, 74, 96, 127, 128})
  void theLastByteCountsAtAnyLength(int length) {
    String start = "p".repeat(length - 1);
    String hash = hash(start + "a");
    assertThat(matches(start + "a", hash)).isTrue();
    assertThat(matches(start + "b", hash)).isFalse();
    assertThat(matches(start, hash)).isFalse();
    assertThat(matches(start + "aa", hash)).isFalse();
  }

  @Test
  void theCostIsThatOfTheSettings() {
    assertThat(new Passwords(5).hash(new Secret("s3cret"))).startsWith("$2a$05$");
  }
}
