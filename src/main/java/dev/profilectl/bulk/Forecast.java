package dev.profilectl.bulk;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.Lookup;
import dev.profilectl.profile.ProfileDirectory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Works out what rows are going to do, some at a time, and whom they are about. */
final class Forecast {
  private final @Nullable ProfileDirectory live;
  private final Set<Field> touched;
  private long rows;
  private long invalid;
  private long change;
  private long create;
  private long unchanged;
  private long cleared;

  /**
   * A forecast.
   *
   * @param live whose users are looked at; {@code null} for none
   * @param touched the fields that rows can change
   */
  Forecast(@Nullable ProfileDirectory live, Set<Field> touched) {
    this.live = live;
    this.touched = touched;
  }

  void invalid() {
    rows++;
    invalid++;
  }

  /**
   * Rows that break no rule; the same again, about whom where that is known.
   *
   * @param asked whom each of them asks for
   */
  List<RunRow> of(List<RunRow> some, List<Step.Ask> asked) {
    rows += some.size();
    if (live == null || some.isEmpty()) {
      return some;
    }
    for (Step.Ask ask : asked) {
      ask.credential().ifPresent(proof -> live.entrust(ask.user(), proof));
    }
    List<Lookup> found = live.findAll(asked.stream().map(Step.Ask::user).toList(), touched);
    List<RunRow> known = new ArrayList<>();
    for (int i = 0; i < some.size(); i++) {
      Lookup lookup = found.get(i);
      count(asked.get(i).then().apply(lookup), lookup);
      RunRow row = some.get(i);
      known.add(lookup instanceof Lookup.Found there ? row.about(there.user().id()) : row);
    }
    return known;
  }

  private void count(Step step, Lookup lookup) {
    if (!(step instanceof Step.Act act)) {
      return;
    }
    if (act.edit() instanceof Edit.Create) {
      // of whom is there already another cannot be made
      create += lookup instanceof Lookup.Nobody ? 1 : 0;
    } else if (act.edit() instanceof Edit.Update update && lookup instanceof Lookup.Found found) {
      List<FieldChange> changes = update.patch().changesOn(found.user());
      cleared += changes.stream().filter(c -> c.after() == null).count();
      change += changes.isEmpty() ? 0 : 1;
      unchanged += changes.isEmpty() ? 1 : 0;
    }
  }

  Preview preview() {
    return new Preview(rows, invalid, live != null, change, create, unchanged, cleared);
  }
}
