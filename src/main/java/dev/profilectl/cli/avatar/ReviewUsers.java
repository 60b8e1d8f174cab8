package dev.profilectl.cli.avatar;

import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Whose pictures are looked at, one after another; no more of them are read than are asked for. */
final class ReviewUsers {
  private static final int PAGE = 200;

  private final ProfileDirectory directory;
  private final @Nullable Predicate<Profile> wanted;
  private final List<One> known = new ArrayList<>();
  private final Queue<Profile> page = new ArrayDeque<>();
  private @Nullable String last;
  private boolean over;

  /**
   * Somebody.
   *
   * @param ref who
   * @param name what to call the user as long as nothing is known
   */
  record One(UserRef ref, String name) {}

  private ReviewUsers(ProfileDirectory directory, @Nullable Predicate<Profile> wanted) {
    this.directory = directory;
    this.wanted = wanted;
  }

  /** Everybody who fits, in order of their names. */
  static ReviewUsers where(ProfileDirectory directory, Predicate<Profile> wanted) {
    return new ReviewUsers(directory, wanted);
  }

  /** Those who were named. */
  static ReviewUsers named(ProfileDirectory directory, List<String> words) {
    ReviewUsers users = new ReviewUsers(directory, null);
    words.forEach(word -> users.known.add(new One(UserRef.parse(word), word)));
    return users;
  }

  /** The one in this place, from 0; {@code null} where there are not so many. */
  synchronized @Nullable One at(int place) {
    while (known.size() <= place && more()) {
      // until there are enough
    }
    return place < known.size() ? known.get(place) : null;
  }

  /** Looks at one user more; false where there is none. */
  private boolean more() {
    Predicate<Profile> fits = wanted;
    if (fits == null || over || Thread.currentThread().isInterrupted()) {
      return false;
    }
    if (page.isEmpty()) {
      page.addAll(directory.behind(last, PAGE));
    }
    Profile next = page.poll();
    if (next == null) {
      over = true;
      return false;
    }
    last = next.username();
    if (fits.test(next)) {
      known.add(new One(new UserRef.ById(next.id().text(), next.username()), next.username()));
    }
    return true;
  }
}
