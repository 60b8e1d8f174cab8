package dev.profilectl.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePatternTest {
  @ParameterizedTest
  @CsvSource({
    "{username}, ada.jpg, ada",
    "{username}, jose.nunez.JPEG, jose.nunez",
    "{username}, jose.nunez, jose.nunez",
    "{username}, deep/er/ada.png, ada",
    "{username}, .hidden.png, .hidden",
    "{username}, ada.tar.gz, ada.tar.gz",
    "photo-{id}, PHOTO-k4t1.png, k4t1",
    "{email}.jpg, ada@example.org.jpg, ada@example.org",
    "#email#, ada@example.org.png, ada@example.org",
    "#username#.jpg, ada.JPG, ada",
    "{username}_avatar, ada_avatar.webp, ada",
    "{username}/avatar, staff/ada/avatar.png, staff/ada",
    "staff/{username}/avatar, staff/ada/avatar.png, ada",
    "{username}, 小明.png, 小明",
  })
  void readsTheUser(String pattern, String file, String user) {
    assertThat(FilePattern.parse(pattern).read(file)).contains(user);
  }

  @ParameterizedTest
  @CsvSource({
    "photo-{id}, ada.png",
    "photo-{id}, photo-.png",
    "{username}.jpg, ada.png",
    "{username}_x, _x.png",
    "a{username}a, a.png",
  })
  void readsNobody(String pattern, String file) {
    assertThat(FilePattern.parse(pattern).read(file)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "photo", "{name}", "{username}-{id}", "{}", "#photo#", "{username}#id#"})
  void needsExactlyOnePlace(String pattern) {
    assertThatThrownBy(() -> FilePattern.parse(pattern)).isInstanceOf(Usage.class);
  }

  @Test
  void foldersMatterWhereThePatternHasThem() {
    assertThat(FilePattern.parse("{username}").withFolder()).isFalse();
    assertThat(FilePattern.parse("{username}/avatar").withFolder()).isTrue();
    assertThat(FilePattern.parse("#user#").key()).isEqualTo(RowKey.EMAIL);
  }
}
