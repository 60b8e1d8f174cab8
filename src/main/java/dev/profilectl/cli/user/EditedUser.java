package dev.profilectl.cli.user;

import dev.profilectl.bulk.YamlDocument;
import dev.profilectl.profile.Profile;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A user whose profile is being edited.
 *
 * @param word as the command line names the user
 * @param user as last read
 * @param cells what the draft said of the user before anybody changed it
 */
record EditedUser(String word, Profile user, Map<String, @Nullable Object> cells) {
  static final String ID = "id";
  static final String VERSION = "version";

  /** As just read. */
  static EditedUser of(String word, Profile user, DraftPages pages) {
    return new EditedUser(word, user, cells(pages.page(user)));
  }

  private static Map<String, @Nullable Object> cells(String page) {
    return YamlDocument.all("", page).getFirst().cells();
  }

  /** The same with another beginning, the one of a draft that was kept. */
  EditedUser since(Map<String, @Nullable Object> before) {
    return new EditedUser(word, user, before);
  }

  /** The same as it is now. */
  EditedUser now(Profile current, DraftPages pages) {
    return of(word, current, pages);
  }
}
