package dev.profilectl.store;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.store.UserTable.Row;
import dev.profilectl.store.UserTable.Write;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One transaction of edits. The users are read in one statement, each edit is decided on what they
 * are by then, plain updates are written in batches; whatever touches a name or a picture is
 * written at once, behind what was queued.
 */
final class EditBatch {
  /** What is queued takes room. */
  private static final int MOST_QUEUED = 500;

  private final Statements statements;
  private final UserTable users;
  private final AvatarTable avatars;
  private final Stamp stamp;
  private final RandomGenerator random;
  private final Map<UserId, Row> rows = new HashMap<>();
  private final Set<UserId> queued = new HashSet<>();

  EditBatch(Statements statements, UserTable users, Stamp stamp, RandomGenerator random) {
    this.statements = statements;
    this.users = users;
    this.avatars = new AvatarTable(statements, stamp);
    this.stamp = stamp;
    this.random = random;
  }

  List<Outcome> run(List<Edit> edits) throws SQLException {
    Set<UserId> named = new HashSet<>();
    for (Edit edit : edits) {
      UserId user = userOf(edit);
      if (user != null) {
        named.add(user);
      }
    }
    rows.putAll(users.load(named));
    Outcome[] outcomes = new Outcome[edits.size()];
    for (int i = 0; i < outcomes.length; i++) {
      try {
        outcomes[i] = apply(edits.get(i));
      } catch (Failure failure) {
        outcomes[i] = new Outcome.Failed(failure);
      }
    }
    flush();
    return List.of(outcomes);
  }

  private static @Nullable UserId userOf(Edit edit) {
    return switch (edit) {
      case Edit.Create create -> create.id();
      case Edit.Update update -> update.user();
      case Edit.Delete delete -> delete.user();
      case Edit.Undelete undelete -> undelete.user();
      case Edit.SetAvatar set -> set.user();
      case Edit.AdoptAvatar adopt -> adopt.user();
      case Edit.RemoveAvatar remove -> remove.user();
    };
  }

  private Outcome apply(Edit edit) throws SQLException {
    return switch (edit) {
      case Edit.Create create -> create(create);
      case Edit.Update update -> update(update);
      case Edit.Delete delete -> delete(delete);
      case Edit.Undelete undelete -> undelete(undelete);
      case Edit.SetAvatar set -> setAvatar(set);
      case Edit.AdoptAvatar adopt -> adoptAvatar(adopt);
      case Edit.RemoveAvatar remove -> removeAvatar(remove);
    };
  }

  private Outcome create(Edit.Create edit) throws SQLException {
    flush();
    Outcome.Created created = edit.make(UserId.random(random), stamp.now());
    Profile user = created.user();
    if (rows.containsKey(user.id())) {
      throw Refusals.idTaken(user.id());
    }
    refuseTaken(user);
    users.insert(user, edit, created.changes());
    rows.put(user.id(), new Row(user, null));
    return created;
  }

  private Outcome update(Edit.Update edit) throws SQLException {
    Profile before = living(edit.user());
    Refusals.ifStale(before, edit.ifVersion());
    List<FieldChange> changes = edit.patch().changesOn(before);
    if (changes.isEmpty()) {
      return new Outcome.Unchanged(before);
    }
    Profile after = ProfilePatch.apply(before, changes, stamp.now());
    boolean renamed = !after.username().equals(before.username());
    if (renamed || queued.contains(edit.user())) {
      flush();
    }
    if (renamed) {
      refuseTaken(after);
    }
    users.update(after, new Write("update", changes, edit));
    queued.add(edit.user());
    rows.put(edit.user(), new Row(after, null));
    if (queued.size() >= MOST_QUEUED) {
      flush();
    }
    if (renamed) {
      flush();
    }
    return new Outcome.Updated(after, changes);
  }

  private Outcome delete(Edit.Delete edit) throws SQLException {
    flush();
    Row row = rows.get(edit.user());
    if (row == null || (row.deletedAt() != null && !edit.purge())) {
      throw Refusals.noSuchUser(edit.user());
    }
    Profile before = row.profile();
    if (edit.purge()) {
      users.purge(edit.user());
      rows.remove(edit.user());
      return new Outcome.Deleted(before);
    }
    Profile after = ProfilePatch.apply(before, List.of(), stamp.now());
    users.softDelete(after);
    rows.put(edit.user(), new Row(after, stamp.now()));
    return new Outcome.Deleted(after);
  }

  private Outcome undelete(Edit.Undelete edit) throws SQLException {
    flush();
    Row row = rows.get(edit.user());
    if (row == null) {
      throw Refusals.noSuchUser(edit.user());
    }
    if (row.deletedAt() == null) {
      return new Outcome.Unchanged(row.profile());
    }
    refuseTaken(row.profile());
    Profile after = ProfilePatch.apply(row.profile(), List.of(), stamp.now());
    users.undelete(after);
    rows.put(edit.user(), new Row(after, null));
    return new Outcome.Created(after, List.of());
  }

  private Outcome setAvatar(Edit.SetAvatar edit) throws SQLException {
    flush();
    Profile before = living(edit.user());
    if (edit.avatar().content().sha256().equals(avatars.currentHash(edit.user()))) {
      return new Outcome.Unchanged(before);
    }
    String id = UserId.randomText(random);
    String url = UploadTable.path(stamp.now(), edit.user(), id, edit.avatar().fileName());
    Outcome outcome = changeUrl(before, edit, url);
    if (outcome instanceof Outcome.Updated updated) {
      avatars.insert(updated.user(), url, edit.avatar());
    }
    return outcome;
  }

  /** Files of others are as unknown as those that never were. */
  private Outcome adoptAvatar(Edit.AdoptAvatar edit) throws SQLException {
    flush();
    Profile before = living(edit.user());
    UploadTable.Found file =
        UploadTable.find(statements, edit.user(), edit.file())
            .orElseThrow(() -> new NotFound(Message.of("file.not-found", edit.file())));
    if (file.path().equals(before.get(Field.AVATAR_URL))) {
      return new Outcome.Unchanged(before);
    }
    Outcome outcome = changeUrl(before, edit, file.path());
    if (outcome instanceof Outcome.Updated updated) {
      avatars.insert(updated.user(), file.path(), file.picture());
    }
    return outcome;
  }

  private Outcome removeAvatar(Edit.RemoveAvatar edit) throws SQLException {
    flush();
    Profile before = living(edit.user());
    return before.get(Field.AVATAR_URL) == null
        ? new Outcome.Unchanged(before)
        : changeUrl(before, edit, null);
  }

  private Outcome changeUrl(Profile before, Edit edit, @Nullable String url) throws SQLException {
    List<FieldChange> changes =
        List.of(new FieldChange(Field.AVATAR_URL, before.get(Field.AVATAR_URL), url));
    Profile after = ProfilePatch.apply(before, changes, stamp.now());
    users.update(after, new Write(url == null ? "avatar-delete" : "avatar", changes, edit));
    statements.flush();
    rows.put(after.id(), new Row(after, null));
    return new Outcome.Updated(after, changes);
  }

  private void flush() throws SQLException {
    if (!queued.isEmpty()) {
      statements.flush();
      queued.clear();
    }
  }

  private Profile living(UserId user) {
    Row row = rows.get(user);
    if (row == null || row.deletedAt() != null) {
      throw Refusals.noSuchUser(user);
    }
    return row.profile();
  }

  private void refuseTaken(Profile user) throws SQLException {
    String owner = users.ownerOf(user.username());
    if (owner != null && !owner.equals(user.id().text())) {
      throw Refusals.usernameTaken(user.username());
    }
  }
}
