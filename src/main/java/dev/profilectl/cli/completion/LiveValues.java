package dev.profilectl.cli.completion;

import dev.profilectl.bulk.Journal;
import dev.profilectl.bulk.RunSummary;
import dev.profilectl.cli.Values;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.LocalStore;
import dev.profilectl.cli.Workspace.StoreChoice;
import dev.profilectl.config.Target;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Failure;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.validation.CodeCatalogue;
import dev.profilectl.validation.CodeEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Values that change, as the store, the config file and the catalogue have them now. */
public final class LiveValues {
  private static final int MOST = 200;
  private static final String OWNER = "me";

  private final Workspace workspace;

  /** As a command in this workspace would see them. */
  public LiveValues(Workspace workspace) {
    this.workspace = workspace;
  }

  /**
   * Those of a kind that begin so; none of a kind that does not change.
   *
   * @throws Failure where the store or the config file cannot be read
   */
  public List<Suggestion> of(Values.Kind kind, String prefix) {
    Stream<Suggestion> all =
        switch (kind) {
          case USER -> users(prefix);
          case TARGET -> targets();
          case FIELD -> fields().map(field -> about(field, field.key(), true));
          case FIELD_CLEARED ->
              fields()
                  .filter(field -> !field.isReadOnly() && !field.isRequired())
                  .map(field -> about(field, field.key(), true));
          case FIELD_IS ->
              fields()
                  .filter(field -> !field.isReadOnly() && !field.isSecret())
                  .map(field -> about(field, field.key() + "=", false));
          case CODE -> CodeCatalogue.codes().stream().distinct().map(LiveValues::code);
          case RUN -> runs();
          case TEXT, WORDS, FILE, FOLDER, TOPIC -> Stream.empty();
        };
    return all.filter(found -> found.value().startsWith(prefix)).limit(MOST).toList();
  }

  private static Suggestion simple(String value, String about, String group) {
    return new Suggestion(value, about, group, true);
  }

  private Stream<Suggestion> users(String prefix) {
    String target = workspace.defaults().of("target").orElse(Target.LOCAL);
    if (!target.equals(Target.LOCAL)) {
      // No system lists its users, and a key press is no reason to ask a server.
      return Stream.of(simple(OWNER, "", "user"));
    }
    String marker = prefix.startsWith("username:") ? "username:" : "";
    StoreChoice choice = new StoreChoice(workspace.defaults().of("store").orElse(null), false);
    try (ProfileDirectory directory = workspace.openStore(choice).directory()) {
      List<Suggestion> found = new ArrayList<>();
      for (Profile user : directory.named(prefix.substring(marker.length()), MOST)) {
        Object nickname = user.get(Field.NICKNAME);
        String about = nickname == null ? "" : nickname.toString();
        found.add(simple(marker + user.username(), about, "user"));
      }
      return found.stream();
    }
  }

  /** The newest, of the store and of targets. */
  private Stream<Suggestion> runs() {
    StoreChoice choice = new StoreChoice(workspace.defaults().of("store").orElse(null), false);
    LocalStore store = workspace.openStore(choice);
    Optional<Journal> remote = workspace.remoteJournal(false);
    try (ProfileDirectory _ = store.directory()) {
      List<RunSummary> all = new ArrayList<>(store.journal().newest(MOST));
      remote.ifPresent(journal -> all.addAll(journal.newest(MOST)));
      return all.stream()
          .sorted(Comparator.comparing((RunSummary run) -> run.run().at()).reversed())
          .map(
              run ->
                  simple(run.run().id(), run.run().command() + ", " + run.run().target(), "run"));
    } finally {
      remote.ifPresent(Journal::close);
    }
  }

  private Stream<Suggestion> targets() {
    Targets targets = workspace.targets();
    return Stream.concat(
        Stream.of(simple(Target.LOCAL, "", "target")),
        targets.names().stream().map(name -> simple(name, address(targets, name), "target")));
  }

  private static String address(Targets targets, String name) {
    try {
      return targets.find(name).map(t -> t.system().word() + " " + t.url()).orElse("");
    } catch (Failure broken) {
      // Its name completes all the same, so that it can be removed.
      return "";
    }
  }

  private static Stream<Field> fields() {
    return Stream.of(Field.values());
  }

  private static Suggestion about(Field field, String value, boolean whole) {
    String kind = field.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return new Suggestion(value, kind, "field", whole);
  }

  private static Suggestion code(String code) {
    List<CodeEntry> entries =
        CodeCatalogue.all().stream().filter(entry -> entry.code().equals(code)).toList();
    String about =
        entries.stream()
            .map(CodeEntry::field)
            .filter(Objects::nonNull)
            .findFirst()
            .orElseGet(() -> entries.isEmpty() ? "" : entries.getFirst().system());
    return simple(code, about, "code");
  }
}
