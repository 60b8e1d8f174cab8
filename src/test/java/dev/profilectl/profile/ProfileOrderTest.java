package dev.profilectl.profile;

import static dev.profilectl.profile.People.profile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --sort}. */
class ProfileOrderTest {
  @ParameterizedTest
  @CsvSource({
    "username, 1 2 3",
    "-username, 3 2 1",
    "serve_num, 2 1 3",
    "-serve_num, 1 2 3",
    "has_password, 2 3 1",
    "id, 1 2 3",
    "-id, 3 2 1",
    "version, 2 3 1"
  })
  void orders(String key, String expected) {
    List<Profile> users =
        List.of(
            ProfileFilterTest.ADA,
            profile(2, Field.USERNAME, "bob", Field.SERVE_NUM, -5L),
            profile(3, Field.USERNAME, "Z"));
    assertThat(
            users.stream()
                .sorted(ProfileOrder.parse(key))
                .map(user -> user.id().text().substring(25)))
        .containsExactly(expected.split(" ", -1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "--id", "shoe", "password", "-usernam", "Username", "\ud83d"})
  void unknownOrdersAreUsageErrors(String key) {
    assertThatThrownBy(() -> ProfileOrder.parse(key)).isInstanceOf(Usage.class);
  }
}
