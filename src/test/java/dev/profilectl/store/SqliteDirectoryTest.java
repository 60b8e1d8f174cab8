package dev.profilectl.store;

import dev.profilectl.profile.AnyDirectoryContract;
import dev.profilectl.profile.DirectorySubject;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileDirectoryContract;
import java.nio.file.Path;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on the local store: in a file, and in memory. */
class SqliteDirectoryTest {
  private static final StoreSettings SETTINGS = Stores.SETTINGS;

  @Nested
  class InAFile extends ProfileDirectoryContract {
    @TempDir Path folder;

    @Override
    protected ProfileDirectory open() {
      return SqliteDirectory.open(folder.resolve("store.db"), SETTINGS);
    }
  }

  @Nested
  class InMemory extends ProfileDirectoryContract {
    @Override
    protected ProfileDirectory open() {
      return SqliteDirectory.inMemory(SETTINGS);
    }
  }

  @Nested
  class AsAnyDirectory extends AnyDirectoryContract {
    @TempDir Path folder;

    @Override
    protected DirectorySubject start() {
      return StoredUser.in(folder.resolve("store.db"));
    }
  }
}
