package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What must not be in the bytes of a store: secrets at any time, people who were purged. */
class StoreSecretsTest {
  private static final String MARK = "m4rk3r-m4rk3r";
  private static final UserId USER = People.id(1);

  @TempDir Path folder;

  private static List<Outcome> apply(SqliteDirectory store, Edit... edits) {
    return store.apply(List.of(edits), Stores.ORIGIN);
  }

  private static Edit update(Field field, Object value) {
    return new Edit.Update(USER, People.set(field, value), null);
  }

  private static Edit picture(UserId user, String content, String original) {
    return new Edit.SetAvatar(
        user,
        new NewAvatar(blob(content), new Avatar.Shape("png", 1, 1), "avatar.png", blob(original)));
  }

  private static Blob blob(String text) {
    return Blob.of(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void secretsAreOnlyKeptAsHashes() throws IOException, SQLException {
    Path file = folder.resolve("store.db");
    try (SqliteDirectory store = Stores.open(file)) {
      ProfilePatch patch =
          People.set(
              Field.USERNAME,
              "ada",
              Field.PASSWORD,
              new Secret(MARK),
              Field.ENTER_PASS,
              new Secret("m4rk3r"));
      apply(store, new Edit.Create(USER, patch));
      apply(store, update(Field.PASSWORD, new Secret(MARK + "2")));
      assertThat(Stores.contents(folder).values()).noneMatch(text -> text.contains("m4rk3r"));
    }
    assertThat(Stores.contents(folder).values()).noneMatch(text -> text.contains("m4rk3r"));
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT password, enter_pass FROM users")) {
      Passwords passwords = new Passwords(4);
      assertThat(passwords.matches(new Secret(MARK + "2"), row.getString(1))).isTrue();
      assertThat(passwords.matches(new Secret(MARK), row.getString(1))).isFalse();
      assertThat(passwords.matches(new Secret("m4rk3r"), row.getString(2))).isTrue();
    }
    assertThat(
            Objects.requireNonNull(Stores.contents(folder).get("store.db"))
                .split("\\$2a\\$04\\$", -1))
        .as("none in the history")
        .hasSize(3);
  }

  @Test
  void clearedSecretsLeaveNoHash() throws SQLException {
    Path file = folder.resolve("store.db");
    try (SqliteDirectory store = Stores.open(file)) {
      apply(
          store,
          new Edit.Create(
              USER, People.set(Field.USERNAME, "ada", Field.ENTER_PASS, new Secret("m4rk3r"))));
      apply(store, new Edit.Update(USER, People.clear(Field.ENTER_PASS), null));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(enter_pass) FROM users")) {
      assertThat(row.getInt(1)).isZero();
    }
  }

  @Test
  void purgeLeavesNothingInAnyFile() throws IOException {
    Path file = folder.resolve("store.db");
    try (SqliteDirectory store = Stores.open(file)) {
      apply(
          store,
          new Edit.Create(USER, People.set(Field.USERNAME, MARK, Field.DESC, MARK.repeat(70))),
          new Edit.Create(
              People.id(2), People.set(Field.USERNAME, "bob", Field.DESC, "stays-here")));
      for (int i = 0; i < 50; i++) {
        apply(store, update(Field.NICKNAME, MARK.repeat(1 + i % 2) + i));
        apply(store, update(Field.DESC, MARK.repeat(70 - i) + i));
        apply(store, new Edit.Update(People.id(2), People.set(Field.CITY, "c" + i), null));
      }
      apply(store, picture(USER, MARK.repeat(20_000), MARK.repeat(300)));
      apply(
          store,
          picture(USER, MARK + "small", MARK.repeat(3)),
          update(Field.USERNAME, "other-name"));
      apply(store, update(Field.DESC, "short"), update(Field.NICKNAME, "n"));
      assertThat(Stores.contents(folder).values()).anyMatch(text -> text.contains(MARK));
      apply(store, new Edit.Delete(USER, true));
      assertNoMark();
      assertThat(Stores.contents(folder).get("store.db")).contains("stays-here");
      assertThat(store.care().check()).isEmpty();
      assertThat(store.care().info()).containsEntry("pictures", 0L).containsEntry("users", 1L);
    }
    assertNoMark();
  }

  private void assertNoMark() throws IOException {
    for (Map.Entry<String, String> file : Stores.contents(folder).entrySet()) {
      assertThat(file.getValue().indexOf(MARK)).as(file.getKey()).isEqualTo(-1);
    }
  }

  @Test
  void picturesAreKeptOnceAndAsLongAsSomebodyHasThem() {
    Path file = folder.resolve("store.db");
    try (SqliteDirectory store = Stores.open(file)) {
      apply(
          store,
          new Edit.Create(USER, People.set(Field.USERNAME, "ada")),
          new Edit.Create(People.id(2), People.set(Field.USERNAME, "bob")),
          picture(USER, "shared", "original"),
          picture(People.id(2), "shared", "shared"),
          picture(People.id(2), "original", "own"));
      assertThat(store.care().info()).containsEntry("pictures", 3L);
      apply(store, new Edit.Delete(USER, false));
      assertThat(store.care().info()).containsEntry("pictures", 3L);
      apply(store, new Edit.Delete(USER, true));
      assertThat(store.care().info()).containsEntry("pictures", 3L);
      assertThat(store.avatar(People.id(2)).orElseThrow().content()).isEqualTo(blob("original"));
      apply(store, new Edit.Delete(People.id(2), true));
      assertThat(store.care().info())
          .containsEntry("pictures", 0L)
          .containsEntry("picture_bytes", 0L)
          .containsEntry("changes", 0L)
          .containsEntry("deleted_users", 0L);
      assertThat(store.care().check()).isEmpty();
    }
  }

  @Test
  void oneHashMayNotBeSharedByTwoUsers() throws SQLException {
    Path file = folder.resolve("store.db");
    Secret same = new Secret("s3cret");
    try (SqliteDirectory store = Stores.open(file)) {
      apply(
          store,
          new Edit.Create(USER, People.set(Field.USERNAME, "ada", Field.PASSWORD, same)),
          new Edit.Create(
              People.id(2),
              People.set(Field.USERNAME, "bob", Field.PASSWORD, new Secret("s3cret"))));
    }
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT count(DISTINCT password) FROM users")) {
      assertThat(row.getInt(1)).isEqualTo(2);
    }
    assertThat(Set.of(same.toString())).containsExactly("******");
  }
}
