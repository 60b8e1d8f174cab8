package dev.profilectl;

import dev.profilectl.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario file, through the program as it is packaged. */
class ScenarioIT {
  private static final Path JAR = Path.of("target/profilectl.jar");

  @TempDir private Path sandboxes;
  @TempDir private Path scratch;

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return new Scenarios(new Packaged(JAR, scratch), sandboxes).tests();
  }
}
