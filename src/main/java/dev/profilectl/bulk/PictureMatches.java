package dev.profilectl.bulk;

import dev.profilectl.bulk.Owners.Found;
import dev.profilectl.bulk.Owners.Owner;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose picture each file is.
 *
 * @param matched the files that are somebody's, in the order of their names, each of another user
 * @param unmatched the others, and why
 * @param without the usernames of those who have no picture and get none; empty where a system does
 *     not tell its users
 */
public record PictureMatches(
    List<Matched> matched, List<Unmatched> unmatched, List<String> without) {
  /** Copies the lists. */
  public PictureMatches {
    matched = List.copyOf(matched);
    unmatched = List.copyOf(unmatched);
    without = List.copyOf(without);
  }

  /**
   * A file and whose it is.
   *
   * @param user how to find the user
   * @param id whose, where that is known already
   * @param name what to call the user
   */
  public record Matched(String file, UserRef user, @Nullable UserId id, String name) {}

  /** A file that is nobody's, and why. */
  public record Unmatched(String file, Message why) {}

  /**
   * Finds out. Where a directory can list its users, spellings are told from each other; else a
   * file's name has to be exact, and whether there is such a user shows later.
   */
  public static PictureMatches of(
      ProfileDirectory directory, FilePattern pattern, List<String> files) {
    List<Unmatched> unmatched = new ArrayList<>();
    List<Named> named = new ArrayList<>();
    for (String file : files) {
      pattern
          .read(file)
          .ifPresentOrElse(
              text -> named.add(new Named(file, text)),
              () -> unmatched.add(new Unmatched(file, Message.of("pictures.other-name"))));
    }
    if (directory.features().contains(Feature.LIST_USERS)) {
      return among(new Owners(directory, pattern.key()), named, unmatched);
    }
    if (pattern.key() == RowKey.EMAIL) {
      Refusals.ifUnable(directory, Feature.LIST_USERS);
    }
    List<Matched> matched =
        named.stream()
            .map(each -> new Matched(each.file, ref(pattern, each.text), null, each.text))
            .toList();
    return new PictureMatches(matched, unmatched, List.of());
  }

  private record Named(String file, String text) {}

  private record Claim(String file, Found found) {}

  private static UserRef ref(FilePattern pattern, String text) {
    return pattern.key() == RowKey.ID ? new UserRef.ById(text) : new UserRef.ByUsername(text);
  }

  private static PictureMatches among(Owners owners, List<Named> named, List<Unmatched> unmatched) {
    Map<UserId, List<Claim>> claims = new HashMap<>();
    for (Named each : named) {
      Found found = owners.find(each.text).orElse(null);
      if (found == null) {
        unmatched.add(new Unmatched(each.file, Message.of("pictures.nobody", each.text)));
      } else if (found.owners().size() > 1) {
        String names =
            found.owners().stream().map(Owner::username).collect(Collectors.joining(", "));
        unmatched.add(new Unmatched(each.file, Message.of("pictures.several", names)));
      } else {
        claims
            .computeIfAbsent(found.owners().getFirst().id(), _ -> new ArrayList<>())
            .add(new Claim(each.file, found));
      }
    }
    List<Matched> matched = new ArrayList<>();
    Set<UserId> served = new HashSet<>();
    claims.forEach(
        (user, files) -> {
          int nearest = files.stream().mapToInt(claim -> claim.found.distance()).min().orElse(0);
          List<Claim> best =
              files.stream().filter(claim -> claim.found.distance() == nearest).toList();
          if (best.size() == 1) {
            Claim first = best.getFirst();
            String name = first.found.owners().getFirst().username();
            matched.add(new Matched(first.file, new UserRef.ById(user.text()), user, name));
            served.add(user);
          }
          String winner = best.size() == 1 ? best.getFirst().file : "";
          for (Claim claim : files) {
            if (!claim.file.equals(winner)) {
              unmatched.add(new Unmatched(claim.file, whyNot(claim, winner, files)));
            }
          }
        });
    matched.sort(Comparator.comparing(Matched::file));
    unmatched.sort(Comparator.comparing(Unmatched::file));
    List<String> without =
        owners.all().stream()
            .filter(owner -> !owner.pictured() && !served.contains(owner.id()))
            .map(Owner::username)
            .toList();
    return new PictureMatches(matched, unmatched, without);
  }

  /** Of two that are as near as each other, neither is taken. */
  private static Message whyNot(Claim claim, String winner, List<Claim> files) {
    String username = claim.found.owners().getFirst().username();
    if (!winner.isEmpty()) {
      return Message.of("pictures.nearer", username, winner);
    }
    String all = files.stream().map(Claim::file).sorted().collect(Collectors.joining(", "));
    return Message.of("pictures.two-files", username, all);
  }
}
