package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.profile.AccessToken.Kind;
import dev.profilectl.profile.AccessTokens;
import dev.profilectl.profile.AccessTokens.Grant;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UploadedFiles.UploadedFile;
import dev.profilectl.profile.UserRef;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store keeps for being served. */
class ServingTablesTest {
  private static final NewAvatar DOT =
      new NewAvatar(Blob.of(new byte[] {1}), new Avatar.Shape("png", 1, 1), "dot.png", null);

  @TempDir Path folder;

  private SqliteDirectory store(int users) {
    Path file = folder.resolve("s.db");
    for (int i = 1; i <= users; i++) {
      Stores.create(file, i, Field.USERNAME, "user" + i, Field.PASSWORD, new Secret("secret" + i));
    }
    return SqliteDirectory.openToServe(file, Stores.SETTINGS);
  }

  @Test
  void onlyTheHashOfATokenIsKept() throws IOException {
    try (SqliteDirectory store = store(1)) {
      AccessTokens tokens = store.tokens();
      Grant grant = new Grant(People.id(1), Kind.ACCESS, false, Duration.ofDays(1));
      var issued = tokens.issue(List.of(grant), "for a test").getFirst();
      String text = issued.secret().reveal(secret -> secret);
      assertThat(tokens.find(issued.secret())).contains(issued.token());
      assertThat(tokens.find(new Secret(text + "x"))).isEmpty();
      assertThat(tokens.list()).containsExactly(issued.token());
      assertThat(Stores.contents(folder).values()).noneMatch(bytes -> bytes.contains(text));
      assertThat(tokens.revoke(issued.token().id())).isTrue();
      assertThat(tokens.revoke(issued.token().id())).isFalse();
      assertThat(tokens.find(issued.secret())).isEmpty();
      Grant nobody = new Grant(People.id(9), Kind.ACCESS, false, Duration.ofDays(1));
      assertThatThrownBy(() -> tokens.issue(List.of(grant, nobody), null))
          .isInstanceOf(NotFound.class);
      assertThat(tokens.list()).isEmpty();
    }
  }

  @Test
  void aLoginNeedsTheNameAndItsPassword() {
    try (SqliteDirectory store = store(2)) {
      AccessTokens tokens = store.tokens();
      assertThat(tokens.login("USER1", new Secret("secret1"))).contains(People.id(1));
      assertThat(tokens.login("user1", new Secret("secret2"))).isEmpty();
      assertThat(tokens.login("nobody", new Secret("secret1"))).isEmpty();
      Edit both = new Edit.Update(People.id(1), People.set(Field.MOBILE, "13800000000"), null);
      store.apply(List.of(both), Stores.ORIGIN);
      assertThat(tokens.login("13800000000", new Secret("secret1"))).contains(People.id(1));
      Edit same = new Edit.Update(People.id(2), People.set(Field.MOBILE, "13800000000"), null);
      store.apply(List.of(same), Stores.ORIGIN);
      assertThat(tokens.login("13800000000", new Secret("secret1"))).isEmpty();
    }
  }

  @Test
  void numbersStayAndAreNeverGivenAgain() {
    try (SqliteDirectory store = store(3)) {
      assertThat(store.numbers().of(People.id(2))).contains(2L);
      assertThat(store.numbers().user(3)).contains(People.id(3));
      store.apply(List.of(new Edit.Delete(People.id(3), true)), Stores.ORIGIN);
      assertThat(store.numbers().user(3)).isEmpty();
      store.apply(
          List.of(new Edit.Create(People.id(4), People.set(Field.USERNAME, "four"))),
          Stores.ORIGIN);
      assertThat(store.numbers().of(People.id(4))).contains(4L);
    }
  }

  @Test
  void aFileBecomesThePictureOfItsOwnerAlone() {
    try (SqliteDirectory store = store(2)) {
      UploadedFile file = store.uploads().add(People.id(1), DOT);
      Edit theft = new Edit.AdoptAvatar(People.id(2), file.id());
      assertThat(store.apply(List.of(theft), Stores.ORIGIN).getFirst())
          .isInstanceOfSatisfying(
              Outcome.Failed.class,
              failed -> assertThat(failed.failure()).isInstanceOf(NotFound.class));
      Edit own = new Edit.AdoptAvatar(People.id(1), file.id());
      assertThat(store.apply(List.of(own, own), Stores.ORIGIN))
          .hasExactlyElementsOfTypes(Outcome.Updated.class, Outcome.Unchanged.class);
      assertThat(store.find(new UserRef.ById(People.id(1).text())).orElseThrow())
          .extracting(user -> user.get(Field.AVATAR_URL))
          .isEqualTo(file.path());
      assertThat(store.avatar(People.id(1)).orElseThrow().content()).isEqualTo(DOT.content());
      assertThat(store.care().check()).isEmpty();
    }
  }

  @Test
  void ofEachUserTheNewestFilesAreKept() {
    try (SqliteDirectory store = store(1)) {
      UploadedFile first = store.uploads().add(People.id(1), DOT);
      for (int i = 0; i < 20; i++) {
        store.uploads().add(People.id(1), DOT);
      }
      Edit adopt = new Edit.AdoptAvatar(People.id(1), first.id());
      assertThat(store.apply(List.of(adopt), Stores.ORIGIN).getFirst())
          .isInstanceOf(Outcome.Failed.class);
    }
  }

  @Test
  void usersOfAnOlderStoreGetNumbersInTheOrderTheyCame() throws IOException, SQLException {
    Path file = folder.resolve("old.db");
    try (InputStream in = Schema.class.getResourceAsStream("001.sql");
        Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      assertThat(in).isNotNull();
      statement.executeUpdate(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      for (int i = 1; i <= 3; i++) {
        statement.executeUpdate(
            "INSERT INTO users (id, version, username, create_at, update_at) VALUES ('%s', 1, '%s', %d, 1)"
                .formatted(People.id(i), "user" + i, 10 - i));
      }
      statement.execute("PRAGMA application_id = 0x7072666c");
      statement.execute("PRAGMA user_version = 1");
    }
    try (SqliteDirectory store = SqliteDirectory.open(file, Stores.SETTINGS)) {
      assertThat(store.numbers().of(People.id(3))).contains(1L);
      assertThat(store.numbers().of(People.id(1))).contains(3L);
    }
  }
}
