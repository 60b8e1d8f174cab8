package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {
  @Test
  void placesFollowTheXdgRules() {
    Places usual = new Places(Map.of("HOME", "/h"));
    assertThat(usual.store()).isEqualTo(Path.of("/h/.local/share/profilectl/store.db"));
    assertThat(usual.config()).contains(Path.of("/h/.config/profilectl/config.toml"));
    assertThat(usual.credentials())
        .contains(Path.of("/h/.local/state/profilectl/credentials.json"));
    Places chosen =
        new Places(
            Map.of(
                "XDG_DATA_HOME",
                "/d",
                "XDG_CONFIG_HOME",
                "/c",
                "XDG_STATE_HOME",
                "/s",
                "HOME",
                "/h"));
    assertThat(chosen.credentials()).contains(Path.of("/s/profilectl/credentials.json"));
    assertThat(chosen.store()).isEqualTo(Path.of("/d/profilectl/store.db"));
    assertThat(chosen.config()).contains(Path.of("/c/profilectl/config.toml"));
  }

  @Test
  void relativeAndEmptyFoldersAreIgnored() {
    for (String folder : new String[] {"", "d", "./d", "~/d"}) {
      Places places =
          new Places(Map.of("XDG_DATA_HOME", folder, "XDG_CONFIG_HOME", folder, "HOME", "/h"));
      assertThat(places.store()).isEqualTo(Path.of("/h/.local/share/profilectl/store.db"));
      assertThat(places.config()).contains(Path.of("/h/.config/profilectl/config.toml"));
    }
  }

  @Test
  void withoutAHomeTheFlagIsNamed() {
    for (Map<String, String> environment : List.of(Map.<String, String>of(), Map.of("HOME", ""))) {
      Places places = new Places(environment);
      assertThat(places.config()).isEmpty();
      assertThat(places.credentials()).isEmpty();
      assertThat(places.ownStore()).isEmpty();
      assertThatThrownBy(places::store).isInstanceOf(Usage.class).hasMessageContaining("--store");
    }
    assertThat(new Places(Map.of("XDG_DATA_HOME", "/d")).store())
        .isEqualTo(Path.of("/d/profilectl/store.db"));
  }
}
