package dev.profilectl.remote;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.profile.AnyDirectoryContract;
import dev.profilectl.profile.DirectorySubject;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.UserId;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** The contract on every system, in every way that it can be spoken to. */
class RemoteContractTest {
  abstract static class OnASystem extends AnyDirectoryContract {
    @TempDir Path folder;

    abstract LiveSystem.Kind kind();

    @Override
    protected DirectorySubject start() {
      LiveSystem live = kind().start();
      return new Subject(kind(), live, new Remotes(folder).open(live));
    }
  }

  private record Subject(LiveSystem.Kind kind, LiveSystem live, ProfileDirectory directory)
      implements DirectorySubject {
    @Override
    public UserId user() {
      return new UserId(live.id());
    }

    @Override
    public String username() {
      return LiveSystem.ADA;
    }

    /** A test environment lets anybody be anybody. */
    @Override
    public Optional<UserId> somebodyElse() {
      return kind == LiveSystem.Kind.WEIDU_TEST
          ? Optional.empty()
          : Optional.of(new UserId(live.other()));
    }

    @Override
    public Map<String, String> row() {
      return live.columns();
    }

    @Override
    public String column(Field field) {
      return live.column(field);
    }

    @Override
    public String kept(Field field, @Nullable Object value) {
      return live.kept(field, value);
    }

    @Override
    public int changes() {
      return live.changes();
    }

    @Override
    public Set<Field> changeable() {
      return live.changeable();
    }

    @Override
    public Field freeText() {
      return live.freeText();
    }

    @Override
    public Set<String> secrets() {
      return live.secrets();
    }

    @Override
    public NewAvatar picture(int number) {
      return SeenPictures.sample(number);
    }

    @Override
    public boolean servesPictures() {
      return live.servesPictures();
    }

    @Override
    public void close() {
      directory.close();
      live.close();
      assertThat(live.server().failures()).isEmpty();
    }
  }

  @Nested
  class Weidu extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEIDU;
    }
  }

  @Nested
  class WeiduTest extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEIDU_TEST;
    }
  }

  @Nested
  class West2AsDocumented extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEST2_SPEC;
    }
  }

  @Nested
  class West2A extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEST2_A;
    }
  }

  @Nested
  class West2B extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEST2_B;
    }
  }

  @Nested
  class West2C extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.WEST2_C;
    }
  }

  @Nested
  class Anqicms extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.ANQICMS;
    }
  }

  @Nested
  class Zaihangyun extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.ZAIHANGYUN;
    }
  }

  @Nested
  class ZaihangyunForm extends OnASystem {
    @Override
    LiveSystem.Kind kind() {
      return LiveSystem.Kind.ZAIHANGYUN_FORM;
    }
  }
}
