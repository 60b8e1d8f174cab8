package dev.profilectl.cli.avatar;

import dev.profilectl.cli.ChangeFlags;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.FailureReport;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.user.UserColumns;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes a picture a user's, reads it back, compares, and tells what was done. */
final class SetPicture {
  /** Those with more of them leave the heap full of what is needed no more. */
  private static final long LARGE_PIXELS = 8_000_000;

  private final Session session;
  private final ChangeFlags change;
  private final PreviewFlags preview;
  private final boolean draws;
  private @Nullable LongFunction<NewPicture> smaller;

  /** Refuses a wrong preview before anything is changed. */
  SetPicture(Session session, ChangeFlags change, PreviewFlags preview) {
    this.session = session;
    this.change = change;
    this.preview = preview;
    this.draws = preview.wanted(session) && !session.quiet() && isLine(session);
  }

  /**
   * Makes the picture again, once, where a server says that this one is too large for it: a limit
   * that nobody knew.
   *
   * @param smaller makes it of so many bytes at most
   */
  void orSmaller(LongFunction<NewPicture> smaller) {
    this.smaller = smaller;
  }

  /** Whether the result is a sentence, which pictures may follow. */
  private static boolean isLine(Session session) {
    return !session.format().structured() && session.format() != OutputFormat.ID;
  }

  /**
   * What became of it.
   *
   * @param picture that was set
   * @param user the profile afterwards
   * @param changed whether it was another picture before
   * @param verified whether what was read back is the picture; {@code null} where it could not be
   *     read back, or in a dry run
   * @param shortfall what did not come about; {@code null} where all did
   */
  private record Result(
      NewPicture picture,
      Profile user,
      boolean changed,
      @Nullable Boolean verified,
      Failure.@Nullable Partial shortfall) {}

  /** Does it, prints it, and gives the exit code. */
  int on(ProfileDirectory directory, Profile owner, NewPicture picture) {
    Optional<Avatar> before = draws ? directory.avatar(owner.id()) : Optional.empty();
    Result result = set(directory, owner, picture);
    print(result.picture, result);
    if (draws && result.changed) {
      byte[] old = before.map(avatar -> avatar.content().bytes()).orElse(null);
      byte[] made = result.picture.avatar().content().bytes();
      preview.draw(session, drawing -> drawing.beforeAndAfter(old, made));
    }
    if (result.shortfall != null) {
      session.report(new FailureReport.Row(null, result.shortfall));
    }
    boolean sound = result.shortfall == null && !Boolean.FALSE.equals(result.verified);
    return change.exit(sound ? ExitCode.OK : ExitCode.PARTIAL, result.changed);
  }

  private Result set(ProfileDirectory directory, Profile owner, NewPicture picture) {
    freeMemory(picture.source().shape());
    Edit edit = new Edit.SetAvatar(owner.id(), picture.avatar());
    Outcome outcome = directory.apply(List.of(edit), change.origin(session)).getFirst();
    return switch (outcome) {
      case Outcome.Failed failed -> again(directory, owner, picture, failed.failure());
      case Outcome.Updated updated -> {
        updated.remarks().forEach(session::note);
        yield new Result(
            picture,
            updated.user(),
            true,
            verified(directory, owner, picture),
            updated.shortfall());
      }
      case Outcome.Unchanged unchanged ->
          new Result(picture, unchanged.user(), false, verified(directory, owner, picture), null);
      case Outcome.Created _, Outcome.Deleted _ ->
          throw new IllegalStateException("no outcome of a picture: " + outcome);
    };
  }

  /**
   * The memory that a large picture took goes back to the system: a store takes three times the
   * file beside the heap, and that has to fit in 300 MiB too.
   */
  private static void freeMemory(Avatar.Shape source) {
    if ((long) source.width() * source.height() > LARGE_PIXELS) {
      System.gc();
    }
  }

  /** With half the bytes, where that is what the server wants and it was not tried before. */
  private Result again(
      ProfileDirectory directory, Profile owner, NewPicture refused, Failure failure) {
    LongFunction<NewPicture> make = smaller;
    smaller = null;
    long bytes = refused.avatar().content().size();
    NewPicture less = make == null ? null : ServerLimit.fitting(failure, bytes, make).orElse(null);
    if (less == null) {
      throw failure;
    }
    NewPicture.Step step =
        new NewPicture.Step("server-limit", Message.of("avatar.server-limit", Sizes.of(bytes)));
    return set(directory, owner, less.after(step));
  }

  private @Nullable Boolean verified(
      ProfileDirectory directory, Profile owner, NewPicture picture) {
    return change.dryRun()
        ? null
        : ReadBack.verified(
            directory,
            owner.id(),
            picture.avatar(),
            unreachable -> session.note(unreachable.sentence()));
  }

  private void print(NewPicture picture, Result result) {
    Printer printer = session.printer();
    if (printer.structured()) {
      printer.object(object(picture, result));
    } else if (session.format() == OutputFormat.ID) {
      printer.line(result.user.id().text());
    } else {
      printer.line(line(picture, result.user.username()));
    }
    if (change.dryRun()) {
      session.note(Message.of("note.dry-run"));
    } else if (result.verified == null) {
      session.note(Message.of("avatar.not-fetched", result.user.username()));
    } else if (!result.verified) {
      session.note(Message.of("avatar.unverified"));
    } else if (!result.changed) {
      session.note(Message.of("avatar.unchanged", result.user.username()));
    }
  }

  /** {@code photo.jpg, JPEG, 4000 × 3000, 3.2 MB → ada: JPEG, 512 × 512, 41 kB (turned …)}. */
  private String line(NewPicture picture, String username) {
    Locale locale = session.locale();
    NewPicture.Source source = picture.source();
    String steps =
        picture.steps().stream()
            .map(step -> step.text().in(locale))
            .collect(Collectors.joining(", "));
    Message from =
        facts(source.name() + ", " + upper(source.shape()), source.shape(), source.bytes());
    Avatar.Shape shape = picture.avatar().shape();
    Message to = facts(upper(shape), shape, picture.avatar().content().size());
    return Message.of("avatar.line", from, username, to).in(locale) + " (" + steps + ")";
  }

  private static String upper(Avatar.Shape shape) {
    return shape.format().toUpperCase(Locale.ROOT);
  }

  private static Message facts(String what, Avatar.Shape shape, long bytes) {
    return Message.of("avatar.from", what, shape.width(), shape.height(), Sizes.of(bytes));
  }

  private Map<String, @Nullable Object> object(NewPicture picture, Result result) {
    NewPicture.Source source = picture.source();
    Map<String, @Nullable Object> from = new LinkedHashMap<>();
    from.put("name", source.name());
    from.put("bytes", source.bytes());
    from.put("width", source.shape().width());
    from.put("height", source.shape().height());
    from.put("format", source.shape().format());
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    object.put("user", UserColumns.object(result.user));
    object.put("avatar", AvatarColumns.object(result.user, picture.avatar()));
    object.put("source", from);
    object.put("steps", picture.steps().stream().map(NewPicture.Step::code).toList());
    object.put("verified", result.verified);
    object.put("dry_run", change.dryRun());
    return object;
  }
}
