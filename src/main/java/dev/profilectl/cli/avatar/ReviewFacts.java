package dev.profilectl.cli.avatar;

import dev.profilectl.cli.Session;
import dev.profilectl.cli.review.Extent;
import dev.profilectl.output.Column;
import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.HistoryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a user beside the picture.
 *
 * @param session whose words and colours
 * @param limits what pictures the place takes
 */
record ReviewFacts(Session session, AvatarLimits limits) {
  List<String> lines(ReviewCard card, int columns) {
    List<Column<ReviewCard>> all =
        List.of(
            Column.of("username", of -> of.user().username()),
            Column.of("nickname", of -> of.user().get(Field.NICKNAME)),
            Column.of("picture", of -> shape(of.avatar())),
            Column.of("size", of -> size(of.avatar())),
            Column.of("since", ReviewFacts::since),
            Column.of("by", of -> by(of.changed())),
            Column.of("original", ReviewFacts::original),
            Column.of("limit", _ -> limit()));
    List<Column<ReviewCard>> told =
        all.stream().filter(column -> column.value().of(card) != null).toList();
    return session.printer().facts(told, card, columns);
  }

  private static @Nullable String shape(@Nullable Avatar avatar) {
    return avatar == null
        ? null
        : "%s %d × %d"
            .formatted(avatar.shape().format(), avatar.shape().width(), avatar.shape().height());
  }

  private static @Nullable String size(@Nullable Avatar avatar) {
    return avatar == null ? null : Sizes.of(avatar.content().size());
  }

  private static @Nullable Object since(ReviewCard card) {
    HistoryEntry changed = card.changed();
    Avatar avatar = card.avatar();
    return changed != null ? changed.at() : avatar == null ? null : avatar.at();
  }

  private static @Nullable String by(@Nullable HistoryEntry changed) {
    return changed == null ? null : changed.origin().actor();
  }

  private static @Nullable String original(ReviewCard card) {
    Extent extent = card.subject().original();
    var bytes = card.original();
    return extent == null || bytes == null
        ? null
        : extent.width() + " × " + extent.height() + ", " + Sizes.of(bytes.size());
  }

  private @Nullable String limit() {
    List<String> words = new ArrayList<>();
    if (limits.maxBytes() != Long.MAX_VALUE) {
      words.add(Sizes.of(limits.maxBytes()));
    }
    if (limits.maxSide() != Integer.MAX_VALUE) {
      words.add(limits.maxSide() + " px");
    }
    limits.formats().stream()
        .map(format -> format.toLowerCase(Locale.ROOT))
        .sorted()
        .forEach(words::add);
    return words.isEmpty() ? null : String.join(", ", words);
  }
}
