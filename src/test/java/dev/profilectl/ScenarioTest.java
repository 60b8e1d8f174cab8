package dev.profilectl;

import dev.profilectl.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every scenario file, in this process. */
class ScenarioTest {
  @TempDir private Path sandboxes;

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return new Scenarios(new InProcess(), sandboxes).tests();
  }
}
