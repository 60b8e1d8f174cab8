package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tokens that no login stored: of a command for each user, or for one command alone. */
class GivenTokensTest {
  @TempDir Path folder;

  private Remotes remotes;

  @BeforeEach
  void newRemotes() {
    remotes = new Remotes(folder);
  }

  private Credentials.Entry stored(Target target) {
    return remotes.credentials.read(Remotes.NAME, target.origin()).orElseThrow();
  }

  @Test
  void eachUsersOwnTokenIsAskedFor() throws IOException {
    try (LiveZaihangyun live = new LiveZaihangyun(false, UnaryOperator.identity())) {
      Files.writeString(folder.resolve("Ada.L"), "zt-0");
      Files.writeString(folder.resolve("bob"), "zt-bob");
      remotes.with(TargetSetting.TOKEN_COMMAND, "cat " + folder + "/{username}");
      try (ProfileDirectory directory = remotes.directory(remotes.target(live))) {
        assertThat(directory.find(UserRef.parse("Ada.L")).orElseThrow().id().text())
            .isEqualTo(live.id());
        assertThat(directory.find(UserRef.parse("bob")).orElseThrow().id().text())
            .isEqualTo(live.other());
        assertThatThrownBy(() -> directory.find(UserRef.parse("eve")))
            .isInstanceOf(Failure.Denied.class);
      }
    }
  }

  @Test
  void aTokenForTheCommandGoesBeforeStoredOnesAndIsNotKept() {
    try (LiveZaihangyun live = new LiveZaihangyun(false, UnaryOperator.identity())) {
      Target target = remotes.target(live);
      remotes.login(live, target);
      Credentials.Entry before = stored(target);
      try (ProfileDirectory directory = remotes.given("zt-bob\n").directory(target)) {
        assertThat(directory.find(new UserRef.Owner()).orElseThrow().id().text())
            .isEqualTo(live.other());
      }
      assertThat(stored(target)).isEqualTo(before);
    }
  }
}
