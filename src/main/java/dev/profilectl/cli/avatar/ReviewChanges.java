package dev.profilectl.cli.avatar;

import dev.profilectl.cli.review.Draft;
import dev.profilectl.cli.review.Event;
import dev.profilectl.cli.review.Task;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.UserRef;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes the changes of a review, and takes them back, in their order, on a thread of its own. */
final class ReviewChanges {
  /** So many bytes of earlier pictures are kept to be put back, where the target keeps none. */
  private static final long MOST_KEPT = 64L << 20;

  private final ProfileDirectory directory;
  private final ReviewRun run;
  private final ReviewFiles files;
  private final Wishes wishes;
  private final ExecutorService writer =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("changes").factory());
  private final Map<Integer, Made> made = new HashMap<>();
  private final Map<Integer, String> open = new ConcurrentHashMap<>();
  private long kept;
  private CompletableFuture<?> last = CompletableFuture.completedFuture(null);

  /**
   * How it goes.
   *
   * @param dryRun whether nothing is stored, so that nothing can be read back
   * @param told is told what became of each, on another thread
   */
  record Wishes(boolean dryRun, Consumer<Event> told) {}

  /** A change that was made: of whom, and what the picture was. */
  private record Made(Profile before, @Nullable Avatar picture, @Nullable Object urlAfter) {}

  ReviewChanges(ProfileDirectory directory, ReviewRun run, ReviewFiles files, Wishes wishes) {
    this.directory = directory;
    this.run = run;
    this.files = files;
    this.wishes = wishes;
  }

  /** Stores a draft. */
  void store(Task.Store task, ReviewCard card) {
    order(task.ticket(), card, () -> set(task.ticket(), card, task.draft()));
  }

  /** Takes a picture away. */
  void remove(Task.Remove task, ReviewCard card) {
    order(
        task.ticket(),
        card,
        () -> {
          note(
              task.ticket(),
              card,
              make(task.ticket(), card, new Edit.RemoveAvatar(card.user().id())));
          run.did(task.ticket(), List.of(List.of("avatar", "delete", card.user().username())));
        });
  }

  private void order(int ticket, ReviewCard card, Runnable work) {
    String name = card.user().username();
    open.put(ticket, name);
    last =
        CompletableFuture.runAsync(
            () -> {
              try {
                work.run();
                wishes.told.accept(new Event.Stored(ticket));
              } catch (Failure failure) {
                wishes.told.accept(new Event.Failed(ticket, name, failure));
              } catch (RuntimeException | OutOfMemoryError bug) {
                wishes.told.accept(new Event.Failed(ticket, name, ReviewCard.bug(bug)));
              } finally {
                open.remove(ticket);
              }
            },
            writer);
  }

  /** Takes a change back; where it was never made, that is done already. */
  void takeBack(int ticket) {
    last =
        CompletableFuture.runAsync(
            () -> {
              try {
                Made change = made.get(ticket);
                if (change != null) {
                  putBack(ticket, change);
                  made.remove(ticket);
                }
                wishes.told.accept(new Event.PutBack(ticket));
              } catch (Failure failure) {
                wishes.told.accept(new Event.NotPutBack(ticket, failure));
              } catch (RuntimeException | OutOfMemoryError bug) {
                wishes.told.accept(new Event.NotPutBack(ticket, ReviewCard.bug(bug)));
              }
            },
            writer);
  }

  /** Ready when all that was ordered until now is done. */
  CompletableFuture<?> settled() {
    return last;
  }

  /** Whose changes are not made yet, by ticket. */
  Map<Integer, String> open() {
    return Map.copyOf(open);
  }

  /** The run comes to an end; only when all is done. */
  void end() {
    last = CompletableFuture.runAsync(run::end, writer);
    last.join();
    writer.shutdown();
  }

  private void set(int ticket, ReviewCard card, Draft draft) {
    AvatarLimits limits = directory.avatarLimits();
    ReviewPicture wanted = ReviewPicture.of(card, draft, files, limits);
    NewPicture picture = wanted.made(limits);
    Outcome.Updated done;
    try {
      done = make(ticket, card, new Edit.SetAvatar(card.user().id(), picture.avatar()));
    } catch (Failure refused) {
      picture =
          ServerLimit.fitting(
                  refused,
                  picture.avatar().content().size(),
                  most -> wanted.made(limits.withMaxBytes(most)))
              .orElseThrow(() -> refused);
      done = make(ticket, card, new Edit.SetAvatar(card.user().id(), picture.avatar()));
    }
    note(ticket, card, done);
    run.did(ticket, wanted.words(card.user().username()));
    if (done != null && done.shortfall() != null) {
      throw done.shortfall();
    }
    NewAvatar sent = picture.avatar();
    boolean spoiled =
        !wishes.dryRun
            && Boolean.FALSE.equals(ReadBack.verified(directory, card.user().id(), sent, _ -> {}));
    if (spoiled) {
      throw new Failure.Fault(Message.of("avatar.unverified"));
    }
  }

  /** The change; {@code null} where all was so already. */
  private Outcome.@Nullable Updated make(int ticket, ReviewCard card, Edit edit) {
    refuseWhereChanged(card.user(), card.user().get(Field.AVATAR_URL));
    return updated(run.make(ticket, card.user(), edit));
  }

  private static Outcome.@Nullable Updated updated(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Updated updated -> updated;
      case Outcome.Failed failed -> throw failed.failure();
      case Outcome.Unchanged _, Outcome.Created _, Outcome.Deleted _ -> null;
    };
  }

  /** Where a picture can be told from another by its address, nobody's work is overwritten. */
  private void refuseWhereChanged(Profile user, @Nullable Object url) {
    if (!directory.features().contains(Feature.VERSIONS) || wishes.dryRun) {
      return;
    }
    Object now =
        directory
            .find(new UserRef.ById(user.id().text()))
            .map(profile -> profile.get(Field.AVATAR_URL))
            .orElse(null);
    if (!Objects.equals(now, url)) {
      throw new Conflict(Message.of("review.changed-meanwhile"));
    }
  }

  private void note(int ticket, ReviewCard card, Outcome.@Nullable Updated done) {
    if (done == null) {
      return;
    }
    boolean keeps = directory.features().contains(Feature.AVATAR_HISTORY);
    Avatar picture = keeps ? null : card.avatar();
    long bytes = picture == null ? 0 : picture.content().size();
    boolean room = kept + bytes <= MOST_KEPT;
    kept += room ? bytes : 0;
    made.put(
        ticket, new Made(card.user(), room ? picture : null, done.user().get(Field.AVATAR_URL)));
  }

  private void putBack(int ticket, Made change) {
    Profile user = change.before;
    Object url = user.get(Field.AVATAR_URL);
    refuseWhereChanged(user, change.urlAfter);
    if (directory.features().contains(Feature.AVATAR_HISTORY)) {
      ProfilePatch patch =
          url == null
              ? new ProfilePatch(Map.of(), Set.of(Field.AVATAR_URL))
              : new ProfilePatch(Map.of(Field.AVATAR_URL, url), Set.of());
      var _ = updated(run.takeBack(ticket, user, new Edit.Update(user.id(), patch, null)));
      return;
    }
    Avatar picture = change.picture;
    if (picture == null) {
      throw new Usage(
          url == null
              ? Message.of("review.no-put-back", directory.name())
              : Message.of("review.forgotten"));
    }
    NewAvatar old =
        new NewAvatar(
            picture.content(), picture.shape(), "avatar." + ending(picture.shape()), null);
    var _ = updated(run.takeBack(ticket, user, new Edit.SetAvatar(user.id(), old)));
    kept -= picture.content().size();
  }

  private static String ending(Avatar.Shape shape) {
    return shape.format().equals("jpeg") ? "jpg" : shape.format();
  }
}
