package dev.profilectl.cli.avatar;

import dev.profilectl.bulk.ContactSheet.Card;
import dev.profilectl.bulk.ContactSheet.Head;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contact sheet shows.
 *
 * @param head what stands above
 * @param run the id of the run, {@code null} where it shows none
 * @param sources the users; the pictures of one are read when it is its turn
 */
record SheetCards(Head head, @Nullable String run, List<Source> sources) {
  /** Copies the sources. */
  SheetCards {
    sources = List.copyOf(sources);
  }

  /** Makes a card. */
  interface Source {
    Card card();
  }
}
