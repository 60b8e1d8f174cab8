package dev.profilectl.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfilePatch;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Stores for tests. */
final class Stores {
  /** A clock that stands still, ids of a seed, and the cheapest hashes there are. */
  static final StoreSettings SETTINGS =
      new StoreSettings(Clock.fixed(People.NOON, ZoneOffset.UTC), new Random(5), 4);

  static final Origin ORIGIN = new Origin("run1", "tester", null);

  private Stores() {}

  static SqliteDirectory open(Path file) {
    return SqliteDirectory.open(file, SETTINGS);
  }

  /** Makes a user and closes the store again. */
  static void create(Path file, int number, Object... keysAndValues) {
    try (SqliteDirectory directory = open(file)) {
      ProfilePatch patch = People.set(keysAndValues);
      assertThat(directory.apply(List.of(new Edit.Create(People.id(number), patch)), ORIGIN))
          .hasOnlyElementsOfType(Outcome.Created.class);
    }
  }

  /** The bytes of every file in a folder, as Latin-1 text. */
  static Map<String, String> contents(Path folder) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        if (Files.isRegularFile(file)) {
          contents.put(
              file.getFileName().toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
        }
      }
    }
    return contents;
  }
}
