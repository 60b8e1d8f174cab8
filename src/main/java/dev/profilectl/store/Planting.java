package dev.profilectl.store;

import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.Seeds.Picture;
import dev.profilectl.profile.Seeds.Seedling;
import dev.profilectl.profile.UserId;
import dev.profilectl.store.UserTable.Write;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One transaction that makes users of a tag.
 *
 * @param secrets the hashes of the secrets that an edit sets
 */
record Planting(
    Statements statements, String tag, Origin origin, Function<Edit, Map<Field, String>> secrets) {

  /** Somebody may have taken the tag away since it was kept. */
  void refuseUnknownTag() throws SQLException {
    String sql = "SELECT 1 FROM seeds WHERE tag = ?";
    try (ResultSet row = statements.with(sql, List.of(tag)).executeQuery()) {
      if (!row.next()) {
        throw new Conflict(Message.of("seed.gone", tag));
      }
    }
  }

  /** Those who are not there; who was deleted softly is taken away wholly before. */
  List<Seedling> missing(List<Seedling> seedlings) throws SQLException {
    UserTable users = users(Instant.EPOCH);
    var there = users.load(seedlings.stream().map(each -> idOf(each.edit())).toList());
    List<Seedling> missing = new ArrayList<>();
    for (Seedling each : seedlings) {
      UserTable.Row row = there.get(idOf(each.edit()));
      if (row == null) {
        missing.add(each);
      } else if (!isOurs(row.profile().id())) {
        throw Refusals.idTaken(row.profile().id());
      } else if (row.deletedAt() != null) {
        users.purge(row.profile().id());
        missing.add(each);
      }
    }
    return missing;
  }

  private static UserId idOf(Edit.Create edit) {
    UserId id = edit.id();
    if (id == null) {
      throw new IllegalArgumentException("a seeded user brings its id along");
    }
    return id;
  }

  private boolean isOurs(UserId user) throws SQLException {
    String sql = "SELECT 1 FROM seeded_users WHERE user_id = ? AND tag = ?";
    try (ResultSet row = statements.with(sql, List.of(user.text(), tag)).executeQuery()) {
      return row.next();
    }
  }

  void make(Seedling seedling) throws SQLException {
    Edit.Create edit = seedling.edit();
    UserTable users = users(seedling.at());
    Outcome.Created created = edit.make(idOf(edit), seedling.at());
    Profile user = created.user();
    if (users.ownerOf(user.username()) != null) {
      throw Refusals.usernameTaken(user.username());
    }
    users.insert(user, edit, created.changes());
    statements.run(
        "INSERT INTO seeded_users (user_id, tag, number) VALUES (?, ?, ?)",
        List.of(user.id().text(), tag, seedling.number()));
    if (seedling.picture() != null) {
      setPicture(user, edit, seedling.picture());
    }
  }

  private void setPicture(Profile user, Edit.Create edit, Picture picture) throws SQLException {
    String url =
        UploadTable.path(picture.at(), user.id(), picture.file(), picture.avatar().fileName());
    List<FieldChange> changes = List.of(new FieldChange(Field.AVATAR_URL, null, url));
    Profile after = ProfilePatch.apply(user, changes, picture.at());
    users(picture.at()).update(after, new Write("avatar", changes, edit));
    statements.flush();
    new AvatarTable(statements, new Stamp(picture.at(), origin))
        .insert(after, url, picture.avatar());
  }

  private UserTable users(Instant at) {
    return new UserTable(statements, new Stamp(at, origin), secrets);
  }
}
