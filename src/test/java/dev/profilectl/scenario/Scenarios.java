package dev.profilectl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.scenario.Scenario.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All the scenario files, each a test of its own. */
public final class Scenarios {
  /** {@code -Dscenario.rewrite=true} writes what came back into the files, for review as a diff. */
  static final boolean REWRITE = Boolean.getBoolean("scenario.rewrite");

  static final Path ROOT = Path.of("src/test/resources/cli");

  private final Driver driver;
  private final Path sandboxes;

  /** Played by a driver, each in a folder of its own. */
  public Scenarios(Driver driver, Path sandboxes) {
    this.driver = driver;
    this.sandboxes = sandboxes;
  }

  /** A test for each file in the folders of the commands. */
  public Stream<DynamicTest> tests() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      List<Path> cases =
          files
              .filter(file -> ROOT.relativize(file).getNameCount() == 2)
              .filter(file -> !file.startsWith(ROOT.resolve("help")))
              .filter(file -> !file.startsWith(ROOT.resolve("keys")))
              .sorted()
              .toList();
      return cases.stream().map(this::test);
    }
  }

  private DynamicTest test(Path file) {
    String name = ROOT.relativize(file).toString().replace(".txt", "");
    return DynamicTest.dynamicTest(name, file.toUri(), () -> play(file, name));
  }

  private void play(Path file, String name) throws IOException, InterruptedException {
    String written = Files.readString(file);
    String played = play(Scenario.parse(written), sandboxes.resolve(name));
    if (REWRITE) {
      Files.writeString(file, played);
    } else {
      assertThat(played).isEqualTo(written);
    }
  }

  private String play(Scenario scenario, Path folder) throws IOException, InterruptedException {
    Path real = Files.createDirectories(folder).toRealPath();
    Masks masks = new Masks(real);
    Sandbox sandbox = new Sandbox(real, masks);
    List<Answer> answers = new ArrayList<>();
    for (Scenario.Part part : scenario.parts()) {
      switch (part) {
        case Scenario.Comment _ -> {}
        case Scenario.Setup setup -> sandbox.prepare(setup);
        case Scenario.Run run -> {
          Driver.Result result = driver.run(sandbox.command(run.line()));
          sandbox.ran();
          String stdout = masks.mask(result.stdout());
          answers.add(new Answer(result.exit(), stdout, masks.mask(result.stderr())));
        }
      }
    }
    return scenario.text(answers);
  }
}
