package dev.profilectl.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UserIdTest {
  private static final String Z_BASE_32 = "ybndrfg8ejkmcpqxot1uwisza345h769";

  @Test
  void randomIdsAreRandomUuidsInZBase32() {
    Random random = new Random(7);
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      String text = UserId.random(random).text();
      assertThat(text).hasSize(26).matches("[" + Z_BASE_32 + "]{26}");
      BigInteger number = BigInteger.ZERO;
      for (int letter : text.chars().toArray()) {
        number = number.shiftLeft(5).or(BigInteger.valueOf(Z_BASE_32.indexOf(letter)));
      }
      assertThat(number.and(BigInteger.valueOf(3))).as("two bits too many").isZero();
      number = number.shiftRight(2);
      UUID uuid = new UUID(number.shiftRight(64).longValue(), number.longValue());
      assertThat(uuid.version()).isEqualTo(4);
      assertThat(uuid.variant()).isEqualTo(2);
      seen.add(text);
    }
    assertThat(seen).hasSize(2_000);
  }

  @Test
  void idKeepsTheBytesOfItsUuid() {
    byte[] bytes = new byte[16];
    new Random(7).nextBytes(bytes);
    ByteBuffer raw = ByteBuffer.wrap(bytes);
    UUID given = new UUID(raw.getLong(), raw.getLong());
    String text = UserId.randomText(new Random(7));
    BigInteger number = BigInteger.ZERO;
    for (int letter : text.chars().toArray()) {
      number = number.shiftLeft(5).or(BigInteger.valueOf(Z_BASE_32.indexOf(letter)));
    }
    number = number.shiftRight(2);
    long notVersion = ~(0xfL << 12);
    assertThat(number.shiftRight(64).longValue() & notVersion)
        .isEqualTo(given.getMostSignificantBits() & notVersion);
    assertThat(number.longValue() & (-1L >>> 2))
        .isEqualTo(given.getLeastSignificantBits() & (-1L >>> 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnopqrstuvwxyz",
        "00000000000000000000000000",
        "l2v00000000000000000000000"
      })
  void any26LettersAndDigitsAreAnId(String text) {
    assertThat(UserId.parse(text).map(UserId::text)).contains(text);
    assertThat(new UserId(text)).hasToString(text);
  }

  @Test
  void anythingElseIsNone() {
    String id = "a".repeat(26);
    for (String text :
        List.of(
            "",
            "a",
            "a".repeat(25),
            "a".repeat(27),
            "A" + id.substring(1),
            id + "\n",
            "中" + id.substring(1),
            "-" + id.substring(1))) {
      assertThat(UserId.parse(text)).as(text).isEmpty();
    }
  }

  @Test
  void otherSystemsHaveOtherIds() {
    for (String text :
        List.of("7", "483675103821824000", "4294967295", "A-b_c.d", "x".repeat(128))) {
      assertThat(UserId.anySystem(text).map(UserId::text)).as(text).contains(text);
      assertThat(new UserId(text)).hasToString(text);
    }
    for (String text : List.of("", " ", "a b", "7\n", "\u001b[31m", "中", "x".repeat(129))) {
      assertThat(UserId.anySystem(text)).as(text).isEmpty();
      assertThatThrownBy(() -> new UserId(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void referencesSayWhatTheyMean() {
    assertThat(UserRef.parse("ada")).isEqualTo(new UserRef.ByEither("ada"));
    assertThat(UserRef.parse("id:ada")).isEqualTo(new UserRef.ById("ada"));
    assertThat(UserRef.parse("username:id:x")).isEqualTo(new UserRef.ByUsername("id:x"));
    assertThat(UserRef.parse("id:")).isEqualTo(new UserRef.ById(""));
    assertThat(UserRef.parse("me")).isEqualTo(new UserRef.Owner());
    assertThat(UserRef.parse("username:me")).isEqualTo(new UserRef.ByUsername("me"));
  }
}
