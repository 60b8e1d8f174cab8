package dev.profilectl.remote;

import dev.profilectl.dialect.Account;
import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Call;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.FieldChange;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.validation.Problem;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** One new picture: sent, made the avatar, and looked for in the profile. */
final class AvatarChange {
  private final Hub hub;
  private final Line line;
  private final AvatarPlace place;
  private final Pictures pictures;

  AvatarChange(Hub hub, Line line, AvatarPlace place, Pictures pictures) {
    this.hub = hub;
    this.line = line;
    this.place = place;
    this.pictures = pictures;
  }

  /** Sends a picture for the owner of the connection, who was read as {@code before}. */
  Outcome set(Account before, NewAvatar avatar) {
    Call upload = hub.translator().upload(before, avatar);
    for (int attempt = 0; ; attempt++) {
      try {
        Answer answer = line.send(upload);
        Optional<String> file = hub.translator().uploadedFile(answer);
        return file.isPresent() ? adopt(before, file.get()) : outcome(before);
      } catch (Unsettled unknown) {
        // An uploaded file that nobody adopts does no harm, so that the first step may be repeated.
        if (isThere(before, avatar.content(), unknown)) {
          return outcome(before);
        }
        if (attempt >= hub.patience().retries()) {
          throw unknown.told();
        }
      }
    }
  }

  /** Makes a file the picture; doing so twice is doing it once. */
  Outcome adopt(Account before, String file) {
    for (int attempt = 0; ; attempt++) {
      try {
        line.send(hub.translator().adopt(before, file));
        Outcome outcome = outcome(before);
        return names(outcome, file) ? outcome : notTaken(outcome);
      } catch (Unsettled unknown) {
        pause(unknown);
        Optional<Outcome> made = adopted(before, file, unknown);
        if (made.isPresent()) {
          return made.get();
        }
        if (attempt >= hub.patience().retries()) {
          throw unknown.told();
        }
      }
    }
  }

  /** What an adoption that brought no answer came to; empty where it was not made. */
  private Optional<Outcome> adopted(Account before, String file, Unsettled unknown) {
    try {
      return Optional.of(outcome(before)).filter(outcome -> names(outcome, file));
    } catch (Failure.Unavailable unreadable) {
      throw unknown.told();
    }
  }

  /** The path of a picture holds the id of its file; where it holds no id nothing can be told. */
  private static boolean names(Outcome outcome, String file) {
    return outcome instanceof Outcome.Updated updated
        && (url(updated.user()).contains(file) || !updated.changes().isEmpty());
  }

  private Outcome notTaken(Outcome outcome) {
    Profile user = ((Outcome.Updated) outcome).user();
    return new Outcome.Updated(user, List.of(), missing(user), List.of());
  }

  private Failure.Partial missing(Profile user) {
    return new Failure.Partial(
        Message.of("remote.avatar-not-taken", hub.target(), user.username()),
        List.of(Problem.of(Field.AVATAR_URL.key(), "not-taken")));
  }

  private Outcome outcome(Account before) {
    Account after;
    try {
      after = line.owner();
    } catch (Failure.Unavailable unreadable) {
      throw new Failure.Unavailable(
          Message.of("remote.not-read-back", hub.target(), unreadable.sentence()));
    }
    Profile user = after.profile();
    Object was = before.profile().get(Field.AVATAR_URL);
    Object is = user.get(Field.AVATAR_URL);
    if (is == null) {
      return new Outcome.Updated(user, List.of(), missing(user), List.of());
    }
    return Objects.equals(was, is)
        ? new Outcome.Updated(user, List.of())
        : new Outcome.Updated(user, List.of(new FieldChange(Field.AVATAR_URL, was, is)));
  }

  /** Whether a picture whose upload brought no answer is the avatar now. */
  private boolean isThere(Account before, Blob sent, Unsettled unknown) {
    pause(unknown);
    try {
      Profile now = line.owner().profile();
      if (!url(now).isEmpty() && !url(now).equals(url(before.profile()))) {
        return true;
      }
      Optional<byte[]> seen = url(now).isEmpty() ? Optional.empty() : place.fetch(url(now));
      return seen.isPresent() && pictures.alike(seen.get(), sent.bytes());
    } catch (Failure.Invalid noPicture) {
      return false;
    } catch (Failure.Interrupted stopped) {
      throw stopped;
    } catch (Failure unreachable) {
      throw unknown.told();
    }
  }

  private static String url(Profile user) {
    return user.get(Field.AVATAR_URL) instanceof String url ? url : "";
  }

  private void pause(Unsettled unknown) {
    try {
      hub.pace().pause(unknown.pause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Failure.Interrupted(Message.of("remote.interrupted"));
    }
  }
}
