package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.ContactSheet.Card;
import dev.profilectl.bulk.ContactSheet.Done;
import dev.profilectl.bulk.ContactSheet.Head;
import dev.profilectl.cli.Session;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The pictures of some users as they are. */
record UserCards(Session session, String where) {
  SheetCards cards() {
    Predicate<Profile> wanted = ProfileFilter.parse(where);
    ProfileDirectory directory = session.directory(Feature.LIST_USERS);
    List<SheetCards.Source> sources = new ArrayList<>();
    directory.list(
        user -> {
          if (wanted.test(user)) {
            sources.add(() -> card(directory, user));
          }
        });
    Head head =
        new Head(
            Message.of("sheet.title").in(session.locale()),
            List.of(Message.of("sheet.where", where, sources.size()).in(session.locale())));
    return new SheetCards(head, null, sources);
  }

  private static Card card(ProfileDirectory directory, Profile user) {
    var avatar = directory.avatar(user.id()).orElse(null);
    String about = user.get(Field.NICKNAME) instanceof String nickname ? nickname : "";
    return new Card(user.username(), about, new Done("present", ""), null, SheetPicture.of(avatar));
  }
}
