package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Foreseen;
import dev.profilectl.cli.Protection;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserRef;
import dev.profilectl.validation.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a draft wants changed, as one run, where nobody else has changed those users since the
 * draft was begun. Where the directory can, all of it or nothing.
 */
final class DraftSender {
  private final Session session;
  private final ChangeFlags change;
  private final ProfileDirectory directory;
  private final DraftPages pages;
  private final Set<String> acceptLoss;
  private @Nullable Origin first;

  DraftSender(EditDesk.Place place, EditDesk.Work work, DraftPages pages) {
    this.session = place.session();
    this.change = place.change();
    this.directory = work.directory();
    this.pages = pages;
    this.acceptLoss = Set.copyOf(work.acceptLoss());
    this.first = work.origin();
  }

  /**
   * What came of it, by the ids of users.
   *
   * @param done what was done
   * @param back what was not, with what is to be said about it in the draft
   * @param failures why not
   * @param canBeMended whether the draft can be changed so that it works
   * @param run that was made; {@code null} where nothing was done
   */
  record Answer(
      Map<String, Outcome> done,
      Map<String, DraftPages.Remarks> back,
      Map<String, Failure> failures,
      boolean canBeMended,
      @Nullable String run) {
    /** Whether something did not come about although it was sent. */
    boolean fellShort() {
      return done.values().stream()
          .anyMatch(made -> made instanceof Outcome.Updated some && some.shortfall() != null);
    }
  }

  /**
   * Sends it.
   *
   * @param patches by id
   * @param users by id; those that changed meanwhile are replaced by what they are now
   */
  Answer send(Map<String, ProfilePatch> patches, Map<String, EditedUser> users) {
    Answer stale = stale(patches, users);
    if (!stale.back.isEmpty()) {
      return stale;
    }
    List<String> ids = List.copyOf(patches.keySet());
    boolean versions = directory.features().contains(Feature.VERSIONS);
    List<Edit> edits = new ArrayList<>();
    for (String id : ids) {
      Profile user = Objects.requireNonNull(users.get(id)).user();
      Long version = versions ? user.version() : null;
      edits.add(
          new Edit.Update(user.id(), Objects.requireNonNull(patches.get(id)), version, acceptLoss));
    }
    Protection.ask(
        session, change, edits.size(), () -> Foreseen.changes(session, directory, edits));
    Origin origin = first == null ? change.origin(session) : first;
    first = null;
    boolean whole = edits.size() > 1 && directory.features().contains(Feature.ATOMIC);
    List<Outcome> outcomes =
        whole ? directory.applyAtomically(edits, origin) : directory.apply(edits, origin);
    return sorted(new Sent(ids, patches, whole, origin), outcomes);
  }

  /** Whoever was changed meanwhile is shown as they are now, and nothing is sent. */
  private Answer stale(Map<String, ProfilePatch> patches, Map<String, EditedUser> users) {
    Map<String, DraftPages.Remarks> back = new LinkedHashMap<>();
    Map<String, Failure> failures = new LinkedHashMap<>();
    patches.forEach(
        (id, patch) -> {
          EditedUser before = Objects.requireNonNull(users.get(id));
          EditedUser now = before.now(current(before), pages);
          boolean same = now.cells().toString().equals(before.cells().toString());
          Map<String, List<String>> about = same ? Map.of() : meanwhile(before, now);
          back.put(id, new DraftPages.Remarks(patch, about));
          if (!same) {
            users.put(id, now);
            failures.put(id, changed(now, about.keySet()));
          }
        });
    return failures.isEmpty()
        ? new Answer(Map.of(), Map.of(), Map.of(), true, null)
        : new Answer(Map.of(), back, failures, true, null);
  }

  private static Conflict changed(EditedUser user, Set<String> fields) {
    String names = fields.stream().filter(key -> !key.isEmpty()).collect(Collectors.joining(", "));
    return new Conflict(Message.of("edit.conflict", user.user().username(), names));
  }

  private Profile current(EditedUser user) {
    Profile known = user.user();
    return directory
        .find(new UserRef.ById(known.id().text(), known.username()))
        .orElseThrow(() -> Refusals.noSuchUser(user.word()));
  }

  private Map<String, List<String>> meanwhile(EditedUser before, EditedUser now) {
    Map<String, List<String>> about = new LinkedHashMap<>();
    about.put("", List.of(tell("edit.meanwhile-all", now.user().username())));
    now.cells()
        .forEach(
            (key, value) -> {
              Object old = before.cells().get(key);
              if (Field.of(key).isPresent() && !Objects.equals(old, value)) {
                about.put(key, List.of(tell("edit.meanwhile", shown(old), shown(value))));
              }
            });
    return about;
  }

  private Object shown(@Nullable Object value) {
    return value == null ? Message.of("edit.empty") : value;
  }

  private String tell(String key, Object... arguments) {
    return Message.of(key, arguments).in(session.locale());
  }

  /** What went out, in its order, and whether as all or nothing. */
  private record Sent(
      List<String> ids, Map<String, ProfilePatch> patches, boolean whole, Origin origin) {}

  /** Of all or nothing, one that failed means nothing. */
  private Answer sorted(Sent sent, List<Outcome> outcomes) {
    List<String> ids = sent.ids;
    Map<String, Failure> failures = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      if (outcomes.get(i) instanceof Outcome.Failed failed) {
        failures.put(ids.get(i), failed.failure());
      }
    }
    Map<String, Outcome> done = new LinkedHashMap<>();
    Map<String, DraftPages.Remarks> back = new LinkedHashMap<>();
    for (int i = 0; i < ids.size(); i++) {
      String id = ids.get(i);
      Failure failure = failures.get(id);
      if (failure != null || (sent.whole && !failures.isEmpty())) {
        back.put(
            id,
            new DraftPages.Remarks(Objects.requireNonNull(sent.patches.get(id)), about(failure)));
      } else {
        done.put(id, outcomes.get(i));
      }
    }
    boolean changed = done.values().stream().anyMatch(Outcome.Updated.class::isInstance);
    boolean mendable = failures.values().stream().allMatch(this::isMendable);
    return new Answer(done, back, failures, mendable, changed ? sent.origin.run() : null);
  }

  private boolean isMendable(Failure failure) {
    return failure.problems().stream()
        .map(problem -> Field.of(problem.field()).orElse(null))
        .anyMatch(field -> field != null && directory.settable().contains(field));
  }

  private Map<String, List<String>> about(@Nullable Failure failure) {
    Map<String, List<String>> about = new LinkedHashMap<>();
    if (failure == null) {
      return about;
    }
    if (!(failure instanceof Invalid)) {
      about.put(isMendable(failure) ? failure.problems().getFirst().field() : "", told(failure));
      return about;
    }
    for (Problem problem : failure.problems()) {
      about
          .computeIfAbsent(problem.field(), _ -> new ArrayList<>())
          .add(problem.message(session.locale()) + " (" + problem.code() + ")");
    }
    return about;
  }

  private List<String> told(Failure failure) {
    return List.of(failure.told(session.locale()));
  }
}
