package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

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
    DynamicTest secrets =
        DynamicTest.dynamicTest(
            "secrets were in play, and none was seen",
            () -> assertThat(Scenarios.secretsInPlay()).isGreaterThanOrEqualTo(16));
    return Stream.concat(new Scenarios(new InProcess(), sandboxes).tests(), Stream.of(secrets));
  }
}
