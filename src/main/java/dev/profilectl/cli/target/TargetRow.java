package dev.profilectl.cli.target;

import dev.profilectl.cli.Session;
import dev.profilectl.config.Credentials.Entry;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.output.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A target as results show it; never a token.
 *
 * @param target the target; empty for the local store
 * @param stored what is stored for its origin; empty where nothing is
 * @param place the local store's file; null for a server, and where nothing names a place
 * @param isDefault whether it is the one that is worked on
 */
record TargetRow(
    Optional<Target> target, Optional<Entry> stored, @Nullable String place, boolean isDefault) {
  private static final Column<TargetRow> LOGGED_IN =
      Column.of("logged_in", row -> row.target.isEmpty() ? null : row.stored.isPresent());
  private static final Column<TargetRow> DEFAULT = Column.of("default", TargetRow::isDefault);

  /** What a list of targets shows. */
  static final List<Column<TargetRow>> BRIEF =
      List.of(
          Column.of("name", TargetRow::name).id(),
          Column.of("system", TargetRow::system),
          Column.of("url", TargetRow::url).whole(),
          setting(TargetSetting.PROTECTED),
          LOGGED_IN,
          DEFAULT);

  /** Everything that can be said of a target. */
  static final List<Column<TargetRow>> ALL = all();

  private static List<Column<TargetRow>> all() {
    List<Column<TargetRow>> columns = new ArrayList<>(BRIEF.subList(0, 3));
    for (TargetSetting setting : TargetSetting.values()) {
      columns.add(setting(setting));
    }
    columns.add(LOGGED_IN);
    columns.add(Column.of("owner", row -> row.stored.map(Entry::owner).orElse(null)));
    columns.add(DEFAULT);
    return List.copyOf(columns);
  }

  private static Column<TargetRow> setting(TargetSetting setting) {
    return Column.of(
        setting.key().replace('-', '_'),
        row -> row.target.flatMap(target -> target.shown(setting)).orElse(null));
  }

  /** Of a server. */
  static TargetRow of(Session session, Target target) {
    return new TargetRow(
        Optional.of(target),
        session.workspace().credentials().read(target.name(), target.origin()),
        null,
        session.targetName().equals(target.name()));
  }

  /** Of the store on this machine. */
  static TargetRow local(Session session) {
    return new TargetRow(
        Optional.empty(),
        Optional.empty(),
        session.storeName().orElse(null),
        session.targetName().equals(Target.LOCAL));
  }

  private String name() {
    return target.map(Target::name).orElse(Target.LOCAL);
  }

  private String system() {
    return target.map(t -> t.system().word()).orElse(Target.LOCAL);
  }

  private @Nullable String url() {
    return target.map(t -> t.url().toString()).orElse(place);
  }
}
