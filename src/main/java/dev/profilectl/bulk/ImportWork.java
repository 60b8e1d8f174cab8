package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of an import: each changes a user, or makes one. */
public final class ImportWork implements RowWork {
  private final ImportChoice choice;
  private final RowSense sense;
  private final Withheld withheld;

  /**
   * For an import.
   *
   * @param withheld the secrets of its rows
   */
  public ImportWork(ImportChoice choice, ProfileRules rules, Withheld withheld) {
    this.choice = choice;
    this.sense = new RowSense(choice, rules);
    this.withheld = withheld;
  }

  /** What the import asks for. */
  ImportChoice choice() {
    return choice;
  }

  /** How its rows are understood. */
  RowSense sense() {
    return sense;
  }

  /** The secrets of its rows. */
  Withheld withheld() {
    return withheld;
  }

  /** Reads the secrets of rows from the input again. */
  public void readSecrets(RowReader reader) {
    new SecretColumns(sense, withheld).readAll(reader);
  }

  @Override
  public Step step(RunRow row) {
    Map<String, @Nullable Object> cells =
        new HashMap<>(Cells.of(Objects.requireNonNull(row.cells())));
    if (cells.remove(Withheld.MARK) instanceof Number place) {
      Map<String, Secret> secrets = withheld.of(place.longValue(), row.cells());
      if (secrets.isEmpty()) {
        Denied missing = new Denied(Message.of("run.secret-missing", choice.file()));
        UserRef user = ref(sense.read(new Row(row.line(), cells)));
        return new Step.Ask(user, Set.of(), _ -> new Step.Fail(missing));
      }
      secrets.forEach((column, secret) -> cells.put(column, secret));
    }
    return step(sense.read(new Row(row.line(), cells)));
  }

  /** The same for a row that was understood already. */
  Step step(Said said) {
    ProfilePatch patch = said.patch();
    if (patch == null) {
      return new Step.Fail(Objects.requireNonNull(said.wrong()));
    }
    return new Step.Ask(
        ref(said), Set.of(), said.credential(), lookup -> decide(said, patch, lookup));
  }

  private static UserRef ref(Said said) {
    RowKey key = said.key().orElse(RowKey.USERNAME);
    String name = Objects.requireNonNullElse(said.name(), "");
    return switch (key) {
      case ID -> new UserRef.ById(name);
      case USERNAME -> new UserRef.ByUsername(name);
      case EMAIL -> new UserRef.ByEmail(name);
    };
  }

  private Step decide(Said said, ProfilePatch patch, Lookup lookup) {
    return switch (lookup) {
      case Lookup.Refused refused -> new Step.Fail(refused.failure());
      case Lookup.Found _ when choice.mode() == ImportMode.CREATE -> create(said, patch);
      case Lookup.Found found ->
          new Step.Act(
              new Edit.Update(
                  found.user().id(), withoutKey(said, patch), null, choice.acceptLoss()));
      case Lookup.Nobody _ when choice.mode().creates() -> create(said, patch);
      case Lookup.Nobody _ ->
          new Step.Fail(Refusals.noSuchUser(Objects.requireNonNullElse(said.name(), "")));
    };
  }

  /** What finds the user is not set as well: it would only change the case of a name. */
  private static ProfilePatch withoutKey(Said said, ProfilePatch patch) {
    Field key = said.key().orElse(RowKey.ID).field();
    if (!patch.set().containsKey(key)) {
      return patch;
    }
    Map<Field, Object> set = new EnumMap<>(patch.set());
    set.remove(key);
    return new ProfilePatch(set, patch.clear());
  }

  /** The store refuses it where the name or the id is taken. */
  private static Step create(Said said, ProfilePatch patch) {
    if (!patch.set().containsKey(Field.USERNAME)) {
      return new Step.Fail(Invalid.of(Field.USERNAME.key(), "required", Map.of()));
    }
    UserId id =
        said.values().get(Field.ID) instanceof String text ? UserId.parse(text).orElse(null) : null;
    return new Step.Act(new Edit.Create(id, patch));
  }
}
