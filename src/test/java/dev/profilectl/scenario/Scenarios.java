package dev.profilectl.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.scenario.Scenario.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All the scenario files, each a test of its own. */
public final class Scenarios {
  /** {@code -Dscenario.rewrite=true} writes what came back into the files, for review as a diff. */
  public static final boolean REWRITE = Boolean.getBoolean("scenario.rewrite");

  /**
   * {@code -Dscenario.all=true} plays through the packaged program what is marked otherwise too.
   */
  private static final boolean ALL = Boolean.getBoolean("scenario.all");

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
    return files().stream().map(file -> test(file, () -> play(file)));
  }

  /**
   * A test for each file that is worth processes of its own, two of which run at a time: nearly all
   * their time goes into starting Java.
   */
  public Stream<DynamicTest> testsByProcess() throws IOException {
    ExecutorService two = Executors.newFixedThreadPool(2);
    List<DynamicTest> tests = new ArrayList<>();
    for (Path file : files()) {
      if (ALL || Files.readString(file).lines().noneMatch("== in-process"::equals)) {
        Future<String> played = two.submit(() -> play(file));
        tests.add(test(file, played::get));
      }
    }
    two.shutdown();
    return tests.stream();
  }

  /** How many secrets the scenarios that were played gave to the program. */
  public static int secretsInPlay() {
    return Canaries.seen();
  }

  /** Plays one file, {@code user-create/first}. */
  public void check(String name) throws IOException, InterruptedException {
    Path file = ROOT.resolve(name + ".txt");
    compare(file, play(file));
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(ROOT)) {
      return files
          .filter(file -> ROOT.relativize(file).getNameCount() == 2)
          .filter(file -> !file.startsWith(ROOT.resolve("help")))
          .filter(file -> !file.startsWith(ROOT.resolve("keys")))
          .sorted()
          .toList();
    }
  }

  /** Gives what a file says when it is played. */
  private interface Play {
    String played() throws Exception;
  }

  private static DynamicTest test(Path file, Play play) {
    return DynamicTest.dynamicTest(name(file), file.toUri(), () -> compare(file, play.played()));
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString().replace(".txt", "");
  }

  private static void compare(Path file, String played) throws IOException {
    if (REWRITE) {
      Files.writeString(file, played);
    } else {
      assertThat(played).isEqualTo(Files.readString(file));
    }
  }

  private String play(Path file) throws IOException, InterruptedException {
    Scenario scenario = Scenario.parse(Files.readString(file));
    Path folder = Files.createDirectories(sandboxes.resolve(name(file))).toRealPath();
    Masks masks = new Masks(folder);
    Sandbox sandbox = new Sandbox(folder, masks);
    Canaries canaries = new Canaries(folder);
    List<Answer> answers = new ArrayList<>();
    for (Scenario.Part part : scenario.parts()) {
      switch (part) {
        case Scenario.Comment _ -> {}
        case Scenario.Setup setup -> {
          sandbox.prepare(setup);
          canaries.given(setup.argument().split(" ", 2)[0]);
        }
        case Scenario.Run run -> {
          Driver.Command command = sandbox.command(run.line());
          canaries.gather(command);
          Driver.Result result = driver.run(command);
          sandbox.ran();
          canaries.check(result);
          String stdout = masks.mask(result.stdout());
          answers.add(new Answer(result.exit(), stdout, masks.mask(result.stderr())));
        }
      }
    }
    canaries.checkFiles();
    return scenario.text(answers);
  }
}
