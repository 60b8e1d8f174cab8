package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Token;
import dev.profilectl.config.Tokens;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserRef;
import dev.profilectl.remote.fake.West2Pair;
import dev.profilectl.remote.fake.West2Quirk;
import dev.profilectl.remote.fake.West2Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose tokens are sent where, and what becomes of new ones. */
class TokensTest {
  @TempDir Path folder;

  private Remotes remotes;

  @BeforeEach
  void newRemotes() {
    remotes = new Remotes(folder);
  }

  private Tokens stored(LiveSystem live) {
    return remotes
        .credentials
        .read(Remotes.NAME, remotes.target(live).origin())
        .orElseThrow()
        .tokens();
  }

  private static String text(Token token) {
    return token.reveal(text -> text);
  }

  private static Profile owner(ProfileDirectory directory) {
    return directory.find(new UserRef.Owner()).orElseThrow();
  }

  private static String lastSent(LiveSystem live, String header) {
    return live.server().requests().getLast().headerOrEmpty(header);
  }

  @Test
  void anqicmsNewTokenIsKeptAndUsed() {
    try (LiveAnqicms live = new LiveAnqicms(UnaryOperator.identity())) {
      String old = live.fake.token(Long.parseLong(live.id()), Duration.ofMinutes(30));
      Target target = remotes.target(live);
      remotes.login(live, target);
      store(target, LiveSystem.tokens(old, null));
      try (ProfileDirectory directory = remotes.directory(target)) {
        owner(directory);
        assertThat(lastSent(live, "Token")).isEqualTo(old);
        String fresh = text(stored(live).access());
        assertThat(fresh).isNotEqualTo(old);
        live.fake.later(Duration.ofHours(2));
        assertThat(owner(directory).username()).isEqualTo(LiveSystem.ADA);
        assertThat(lastSent(live, "Token")).isEqualTo(fresh);
      }
    }
  }

  private void store(Target target, Tokens tokens) {
    store(remotes.credentials, target, tokens);
  }

  private void store(Credentials credentials, Target target, Tokens tokens) {
    credentials.save(
        Remotes.NAME,
        new Credentials.Entry(
            target.origin(), tokens, new Credentials.Owner("1", null), remotes.time.instant()));
  }

  @Test
  void aRefusedTokenIsDeniedWithoutAsking() {
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity())) {
      Target target = remotes.target(live);
      Tokens tokens = live.tokens();
      store(target, tokens);
      try (ProfileDirectory directory = remotes.directory(target)) {
        owner(directory);
        live.fake.expire(text(tokens.access()));
        live.server().clear();
        assertThatThrownBy(() -> owner(directory))
            .isInstanceOf(Failure.Denied.class)
            .hasMessageContaining("profilectl target login live");
        assertThat(live.server().requests()).hasSize(1);
        assertThat(remotes.time.pauses()).isEmpty();
      }
    }
  }

  @Test
  void aTokenThatAnotherProcessStoredMeanwhileIsUsed() {
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity())) {
      Target target = remotes.target(live);
      Tokens first = live.tokens();
      store(target, first);
      try (ProfileDirectory directory = remotes.directory(target)) {
        owner(directory);
        live.fake.expire(text(first.access()));
        Tokens second = live.tokens();
        Credentials other =
            new Credentials(Optional.of(folder.resolve("cred/c.json")), Optional.empty());
        store(other, target, second);
        assertThat(owner(directory).username()).isEqualTo(LiveSystem.ADA);
        assertThat(lastSent(live, "Authorization")).isEqualTo("Bearer " + text(second.access()));
        live.fake.expire(text(second.access()));
        live.server().clear();
        assertThatThrownBy(() -> owner(directory)).isInstanceOf(Failure.Denied.class);
        assertThat(live.server().requests()).hasSize(1);
      }
    }
  }

  @Test
  void twoWhoHoldOnePairDoNotRenewItTwice() {
    try (LiveWest2 live = new LiveWest2(West2Variant.A, UnaryOperator.identity())) {
      Target target = remotes.target(live);
      remotes.login(live, target);
      Credentials.Entry entry =
          remotes.credentials.read(Remotes.NAME, target.origin()).orElseThrow();
      StoredAccess one = new StoredAccess(remotes.credentials, target, entry, remotes.time);
      StoredAccess two = new StoredAccess(remotes.credentials, target, entry, remotes.time);
      dev.profilectl.dialect.Tokens old = one.tokens();
      assertThat(one.renew(old)).isEmpty();
      dev.profilectl.dialect.Tokens fresh =
          new dev.profilectl.dialect.Tokens(new Secret("new-a"), new Secret("new-r"));
      one.keep(fresh);
      assertThat(two.renew(old).orElseThrow().same(fresh)).isTrue();
      assertThat(two.tokens().same(fresh)).isTrue();
      assertThat(two.renew(two.tokens())).isEmpty();
      assertThat(two.owner()).isEqualTo(one.owner());
    }
  }

  @Test
  void aPairOfEveryAnswerIsStoredBeforeTheNextRequest() {
    try (LiveWest2 live = new LiveWest2(West2Variant.A, UnaryOperator.identity());
        ProfileDirectory directory = remotes.open(live)) {
      for (int i = 0; i < 3; i++) {
        Tokens before = stored(live);
        owner(directory);
        assertThat(lastSent(live, "Access-Token")).isEqualTo(text(before.access()));
        assertThat(lastSent(live, "Refresh-Token"))
            .isEqualTo(Optional.ofNullable(before.refresh()).map(TokensTest::text).orElse(""));
        assertThat(stored(live)).isNotEqualTo(before);
      }
    }
  }

  @Test
  void onlyTheAccessTokenMayBeNew() {
    try (LiveWest2 live = new LiveWest2(West2Variant.SPEC, UnaryOperator.identity());
        ProfileDirectory directory = remotes.open(live)) {
      live.fake.turnOn(West2Quirk.NEW_ACCESS_TOKEN);
      Tokens before = stored(live);
      owner(directory);
      assertThat(stored(live)).isEqualTo(before);
      live.fake.expire(text(before.access()));
      assertThat(owner(directory).username()).isEqualTo(LiveSystem.ADA);
      assertThat(stored(live).access()).isNotEqualTo(before.access());
      assertThat(stored(live).refresh()).isEqualTo(before.refresh());
    }
  }

  /** A turns the request away, and gives a new pair with the refusal. */
  @Test
  void aNewPairThatComesWithARefusalIsTriedOnce() {
    try (LiveWest2 live = new LiveWest2(West2Variant.A, UnaryOperator.identity())) {
      Target target = remotes.target(live);
      West2Pair pair = live.fake.tokens(live.id());
      remotes.credentials.save(
          Remotes.NAME,
          new Credentials.Entry(
              target.origin(),
              LiveSystem.tokens("garbage", pair.refresh()),
              new Credentials.Owner(live.id(), null),
              remotes.time.instant()));
      try (ProfileDirectory directory = remotes.directory(target)) {
        assertThat(owner(directory).username()).isEqualTo(LiveSystem.ADA);
        assertThat(live.server().requests()).hasSize(2);
        live.fake.expire(text(stored(live).access()));
        live.fake.expire(text(Objects.requireNonNull(stored(live).refresh())));
        live.server().clear();
        assertThatThrownBy(() -> owner(directory)).isInstanceOf(Failure.Denied.class);
        assertThat(live.server().requests()).hasSize(1);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(
      value = LiveSystem.Kind.class,
      names = {"WEIDU", "WEST2_SPEC", "WEST2_A", "WEST2_B", "ANQICMS"})
  void aLoginStoresWhatItGave(LiveSystem.Kind kind) {
    try (LiveSystem live = kind.start()) {
      Target target = remotes.target(live);
      Secret right = new Secret("secret-password");
      try (Reception reception = remotes.reception(target)) {
        assertThat(reception.takesPasswords()).isTrue();
        assertThatThrownBy(
                () -> reception.login(new Login(LiveSystem.ADA, new Secret("wrong-one"), null)))
            .isInstanceOfAny(Failure.Denied.class, Failure.Unavailable.class);
        assertThat(remotes.credentials.targets()).isEmpty();
        assertThat(
                reception.login(new Login(LiveSystem.ADA, right, null)).orElseThrow().id().text())
            .isEqualTo(live.id());
      }
      try (ProfileDirectory directory = remotes.directory(target)) {
        assertThat(owner(directory).get(Field.USERNAME)).isEqualTo(LiveSystem.ADA);
      }
      boolean two = kind == LiveSystem.Kind.WEST2_SPEC || kind == LiveSystem.Kind.WEST2_A;
      assertThat(stored(live).refresh() != null).isEqualTo(two);
      assertThat(String.join("\n", remotes.trace)).doesNotContain("secret-password");
    }
  }

  @Test
  void tokensInTheBodyOfALoginAreFound() {
    try (LiveWest2 live = new LiveWest2(West2Variant.SPEC, UnaryOperator.identity())) {
      live.fake.turnOn(West2Quirk.TOKENS_IN_BODY);
      try (Reception reception = remotes.reception(remotes.target(live))) {
        Login login = new Login(LiveSystem.ADA, new Secret("secret-password"), null);
        assertThat(reception.login(login)).isPresent();
      }
      assertThat(stored(live).refresh()).isNotNull();
    }
  }

  @Test
  void tokensOfAnotherOriginStayAtHome() {
    try (LiveWeidu live = new LiveWeidu(false, UnaryOperator.identity());
        LiveWeidu other = new LiveWeidu(false, UnaryOperator.identity())) {
      remotes.login(live, remotes.target(live));
      try (ProfileDirectory directory = remotes.directory(remotes.target(other))) {
        assertThatThrownBy(() -> owner(directory))
            .isInstanceOf(Failure.Denied.class)
            .hasMessageContaining("profilectl target login live");
      }
      assertThat(other.server().requests()).isEmpty();
    }
  }

  @Test
  void aCommandsTokenIsAskedForAgainOnceItIsRefused() throws IOException {
    try (LiveZaihangyun live = new LiveZaihangyun(false, UnaryOperator.identity())) {
      Path file = folder.resolve("token");
      Files.writeString(file, "zt-0\n");
      remotes.with(TargetSetting.TOKEN_COMMAND, "cat '" + file + "'");
      try (ProfileDirectory directory = remotes.directory(remotes.target(live))) {
        owner(directory);
        live.fake.expire("zt-0");
        Files.writeString(file, text(live.tokens().access()));
        assertThat(owner(directory).username()).isEqualTo(LiveSystem.ADA);
        live.fake.expire("zt-1");
        live.server().clear();
        assertThatThrownBy(() -> owner(directory)).isInstanceOf(Failure.Denied.class);
        assertThat(live.server().requests()).hasSize(1);
      }
    }
  }
}
