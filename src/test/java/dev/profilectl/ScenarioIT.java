package dev.profilectl;

import dev.profilectl.scenario.Scenarios;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The scenario files through the program as it is packaged, some of them by its launcher. */
class ScenarioIT {
  @TempDir private Path sandboxes;
  @TempDir private Path scratch;
  @TempDir private Path checkout;

  @TestFactory
  Stream<DynamicTest> scenarios() throws IOException {
    return new Scenarios(new Packaged(scratch), sandboxes).testsByProcess();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"user-create/first", "user-list/hostile", "root/language", "doctor/doctor"})
  void byItsLauncher(String scenario) throws Exception {
    new Scenarios(new Launched(checkout, scratch), sandboxes).check(scenario);
    // JUnit warns of links that lead out of its folder
    Files.delete(checkout.resolve("target/run/build/image"));
  }
}
