package dev.profilectl.profile;

import dev.profilectl.failure.Failure;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Users that were made up for a while and are kept apart by a tag, so that exactly those can be
 * taken away again. Whoever makes them up says everything about them, times and ids included.
 */
public interface Seeds {
  /**
   * What the users of a tag were made from: the same plan makes the same users.
   *
   * @param tag a word that their usernames begin with
   * @param seed the number that decides about them
   * @param now when they look as if they had been made before, in whole milliseconds
   * @param avatars whether they have pictures
   */
  record Plan(String tag, long seed, Instant now, boolean avatars) {}

  /**
   * What is kept of a tag.
   *
   * @param plan what its users were made from
   * @param expires from when on nobody wants them; {@code null} for never
   * @param users how many there are, deleted softly or not
   */
  record Kept(Plan plan, @Nullable Instant expires, long users) {}

  /**
   * A user to be made.
   *
   * @param number counts the users of a tag, from 1
   * @param edit what is made; with its id
   * @param at when it looks as if it had been made, in whole milliseconds
   * @param picture its picture; {@code null} for none
   */
  record Seedling(int number, Edit.Create edit, Instant at, @Nullable Picture picture) {}

  /**
   * A picture of such a user.
   *
   * @param file the id of the file
   * @param avatar the picture
   * @param at when it looks as if it had been set, in whole milliseconds
   */
  record Picture(String file, NewAvatar avatar, Instant at) {}

  /** All tags, sorted. */
  List<Kept> all();

  /** The numbers of those users of a tag that are there, none where nobody knows the tag. */
  BitSet living(String tag);

  /**
   * Keeps a plan before its users are made, so that they can be found whatever happens. A plan that
   * is kept already may be wanted for longer, never for a shorter time.
   *
   * @param expires from when on nobody wants them; {@code null} for never, or, where the plan is
   *     kept already, for what was said before
   * @throws Failure.Conflict where the tag has another plan
   */
  void keep(Plan plan, @Nullable Instant expires);

  /**
   * Refuses what {@link #keep} would refuse.
   *
   * @throws Failure.Conflict where the tag has another plan
   */
  void refuseOther(Plan plan);

  /**
   * Makes users, all of them or none. Who is there already stays as he is by now; who was deleted
   * softly is made anew.
   *
   * @return how many were made
   * @throws Failure.Conflict where somebody else has an id or a name, or the tag is gone
   */
  int plant(String tag, List<Seedling> seedlings, Origin origin);

  /**
   * Takes the users of a tag away for good, with pictures and history, and forgets the tag.
   *
   * @return how many there were
   */
  long remove(String tag);
}
