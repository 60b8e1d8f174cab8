package dev.profilectl.cli.user;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.config.Draft;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.shell.Quoted;
import dev.profilectl.terminal.Editor;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.validation.Problem;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Has a draft edited until what came of it was sent, or nobody wants it any more. What was typed
 * and not sent is never lost: it stays where it is, and that is told.
 */
final class EditDesk {
  private static final int TERMINATED = 143;
  private static final Duration TOO_FAST = Duration.ofSeconds(1);

  private final Session session;
  private final ChangeFlags change;
  private final Draft draft;
  private final @Nullable Editor editor;
  private final EditedByHand byHand;
  private final DraftPages pages;
  private final DraftReader reader;
  private final DraftSender sender;
  private final Map<String, EditedUser> users;
  private final EachUser each;
  private final UpdateResults results;
  private String shown = "";
  private long line;
  private @Nullable Failure why;

  /**
   * Where a draft is edited.
   *
   * @param session of the command
   * @param change its flags
   * @param draft with a text already where it was kept
   * @param editor {@code null} where the draft is to be sent as it stands
   * @param byHand takes down what is sent
   */
  record Place(
      Session session,
      ChangeFlags change,
      Draft draft,
      @Nullable Editor editor,
      EditedByHand byHand) {}

  /**
   * What is edited, and where it goes.
   *
   * @param directory of the users
   * @param origin of the first change that is sent
   * @param users by id
   * @param acceptLoss what may be lost by a change
   */
  record Work(
      ProfileDirectory directory,
      Origin origin,
      Map<String, EditedUser> users,
      List<String> acceptLoss) {}

  EditDesk(Place place, Work work, EachUser each, UpdateResults results) {
    this.session = place.session;
    this.change = place.change;
    this.draft = place.draft;
    this.editor = place.editor;
    this.byHand = place.byHand;
    this.pages = new DraftPages(session, work.directory);
    this.reader =
        new DraftReader(draft.file().toString(), session.rules(), work.directory.settable());
    this.sender = new DraftSender(place, work, pages);
    this.users = new LinkedHashMap<>(work.users);
    this.each = each;
    this.results = results;
  }

  /** Begins anew, or goes on with a draft that was kept. */
  void edit(boolean kept) {
    if (kept) {
      shown = draft.text();
    } else {
      shown = pages.whole(users.values().stream().map(user -> pages.page(user.user())).toList());
      draft.base(shown);
      draft.write(shown);
    }
    boolean done = false;
    try {
      done = rounds(kept);
    } finally {
      if (!done) {
        leaveDraft(kept);
      }
    }
  }

  /** What nobody has touched is worth nothing. */
  private void leaveDraft(boolean kept) {
    if (kept || why != null || (draft.exists() && !draft.text().equals(shown))) {
      tellKept();
    } else {
      draft.remove();
    }
  }

  /** Whether nothing is left to do. */
  private boolean rounds(boolean kept) {
    boolean asItStands = kept;
    while (true) {
      open();
      String now = draft.exists() ? DraftPages.unmarked(draft.text()) : "";
      if (!asItStands && now.equals(DraftPages.unmarked(shown))) {
        if (why != null) {
          throw why;
        }
        return left("edit.unchanged");
      }
      if (DraftPages.isEmpty(now)) {
        return left("edit.emptied");
      }
      asItStands = false;
      try {
        Map<String, ProfilePatch> patches = reader.read(now, users);
        if (patches.isEmpty()) {
          return left("edit.unchanged");
        }
        if (sent(patches)) {
          return true;
        }
      } catch (Invalid wrong) {
        annotate(now, wrong);
      }
      draft.write(shown);
      if (editor == null || !editor.hasPerson()) {
        throw Objects.requireNonNull(why);
      }
    }
  }

  private void open() {
    if (editor == null) {
      return;
    }
    Instant before = session.workspace().clock().instant();
    int exit = editor.edit(draft.file(), line);
    if (exit == TERMINATED) {
      throw new Interrupted(Message.of("edit.ended"));
    }
    if (exit != 0) {
      throw new Fault(Message.of("edit.editor-failed", editor.command(), exit));
    }
    boolean fast =
        Duration.between(before, session.workspace().clock().instant()).compareTo(TOO_FAST) < 0;
    if (fast && editor.hasPerson() && draft.exists() && draft.text().equals(shown)) {
      session.note(Message.of("edit.too-fast", editor.command()));
    }
  }

  /** Nothing is to be done. */
  private boolean left(String note) {
    draft.remove();
    session.note(Message.of(note));
    results.nothingToTell();
    unchanged();
    return true;
  }

  private void unchanged() {
    for (EditedUser user : users.values()) {
      results.add(new Outcome.Unchanged(user.user()));
      each.done();
    }
  }

  /** Sends it; false where somebody has to look at it again, and then {@link #why} tells why. */
  private boolean sent(Map<String, ProfilePatch> patches) {
    DraftSender.Answer answer = sender.send(patches, users);
    byHand.add(answer, users);
    answer.done().forEach((id, outcome) -> take(Objects.requireNonNull(users.get(id)), outcome));
    if (answer.back().isEmpty()) {
      unchanged();
      if (change.dryRun() || answer.fellShort()) {
        why = null;
        tellKept();
      } else {
        draft.remove();
      }
      tellUndo(answer);
      return true;
    }
    tellUndo(answer);
    List<String> rest =
        users.values().stream()
            .map(
                user -> {
                  DraftPages.Remarks back = answer.back().get(user.user().id().text());
                  return pages.page(user.user(), back == null ? DraftPages.Remarks.NONE : back);
                })
            .toList();
    shown = pages.whole(rest);
    line = shown.lines().takeWhile(each -> !each.startsWith(DraftPages.MARK)).count() + 1;
    draft.base(pages.whole(users.values().stream().map(user -> pages.page(user.user())).toList()));
    why = answer.failures().values().iterator().next();
    if (!answer.canBeMended()) {
      draft.write(shown);
      answer.failures().forEach((id, failure) -> each.failed(wordOf(id), failure));
      tellKept();
      return true;
    }
    return false;
  }

  private String wordOf(String id) {
    EditedUser user = users.get(id);
    return user == null ? id : user.word();
  }

  private void take(EditedUser user, Outcome outcome) {
    users.remove(user.user().id().text());
    results.add(outcome);
    if (outcome instanceof Outcome.Updated updated) {
      updated.remarks().forEach(session::note);
      if (updated.shortfall() != null) {
        each.fellShort(user.word(), updated.shortfall());
        return;
      }
    }
    each.done();
  }

  private void tellUndo(DraftSender.Answer answer) {
    if (answer.run() != null && !change.dryRun()) {
      session.note(Message.of("run.undo-hint", answer.run() + session.storeWords()));
    }
  }

  /** Puts every problem above its line; the problems then name the lines as they are now. */
  private void annotate(String now, Invalid wrong) {
    Map<Long, List<String>> remarks = new HashMap<>();
    for (Problem problem : wrong.problems()) {
      remarks
          .computeIfAbsent(DraftReader.line(problem), _ -> new ArrayList<>())
          .add(problem.message(session.locale()) + " (" + problem.code() + ")");
    }
    DraftPages.Annotated annotated = pages.annotated(now, remarks);
    shown = annotated.text();
    line = annotated.line();
    why =
        new Invalid(
            wrong.problems().stream()
                .map(
                    problem -> {
                      long at = DraftReader.line(problem);
                      return problem.with("line", annotated.moved().getOrDefault(at, at));
                    })
                .toList());
  }

  /** Told even where notes are not wanted: it is all that is left of what was typed. */
  private void tellKept() {
    List<String> words = new ArrayList<>(List.of("profilectl", "user", "edit"));
    words.addAll(each.words());
    session.namedTarget().ifPresent(target -> words.addAll(List.of("--target", target)));
    words.addAll(List.of("--draft", draft.file().toString()));
    PrintWriter err = session.workspace().channels().err();
    Message kept = Message.of(change.dryRun() ? "edit.kept-dry" : "edit.kept", draft.file());
    err.println(SafeText.visible(kept.in(session.locale())));
    Message goOn = Message.of("edit.go-on", Quoted.line(words) + session.storeWords());
    err.println(SafeText.visible(goOn.in(session.locale())));
  }
}
