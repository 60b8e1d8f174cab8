package dev.profilectl.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  private static final List<String> FIELDS =
      List.of("id", "nickname", "username", "birthday", "device_id", "city", "email");

  @ParameterizedTest
  @CsvSource({
    "nicknme, nickname",
    "nickanme, nickname",
    "nicknames, nickname",
    "NICKNAME, nickname",
    "device-id, device_id",
    "usrname, username",
    "ctiy, city",
    "emial, email",
    "di, id"
  })
  void findsTheSlip(String typed, String meant) {
    assertThat(Nearest.to(typed, FIELDS)).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"zzz", "''", "x", "avatar", "nicknamenickname"})
  void staysSilentForAnotherWord(String typed) {
    assertThat(Nearest.to(typed, FIELDS)).isEmpty();
  }

  @Test
  void takesAnyLength() {
    assertThat(Nearest.to("x".repeat(1_000_000), FIELDS)).isEmpty();
    assertThat(Nearest.to("city", List.of())).isEmpty();
  }
}
