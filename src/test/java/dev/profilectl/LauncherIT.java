package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.profilectl.Checkout.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code dist/profilectl} as a user starts it: real processes, on a checkout whose program is a
 * probe and whose Maven copies it, except for the one real build.
 */
class LauncherIT {
  private static final String BUILDING =
      "profilectl: building, this takes about a minute the first time …\n";

  private static Path probe;

  @TempDir private Path temp;
  private Checkout checkout;

  @BeforeAll
  static void compileProbe(@TempDir Path folder) throws IOException {
    probe = Checkout.compileProbe(folder);
  }

  @BeforeEach
  void makeCheckout() throws IOException {
    checkout = Checkout.create(temp.resolve("it's a \"checkout\""), probe);
  }

  @Test
  void buildsOnceAndThenOnlyRuns() throws Exception {
    assertThat(checkout.run("args", "a  b", "", "*"))
        .isEqualTo(new Outcome(0, "[a  b]\n[]\n[*]\n", BUILDING));
    assertThat(checkout.run("args")).isEqualTo(new Outcome(0, "", ""));
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void buildsAgainWhenSourcesAreNewerOrGone() throws Exception {
    checkout.run("args");
    checkout.touch("src/main/java/Main.java");
    assertThat(checkout.run("args").err()).isEqualTo(BUILDING);
    checkout.touch("pom.xml");
    assertThat(checkout.run("args").err()).isEqualTo(BUILDING);
    Files.delete(checkout.root().resolve("src/main/java/Main.java"));
    assertThat(checkout.run("args").err()).isEqualTo(BUILDING);

    Files.createDirectories(checkout.root().resolve("src/test/java"));
    assertThat(checkout.run("args").err()).as("tests are no sources of the program").isEmpty();
    assertThat(checkout.builds()).isEqualTo(4);
  }

  @Test
  void buildsAgainAfterMvnClean() throws Exception {
    checkout.run("args");
    Checkout.deleteTree(checkout.root().resolve("target"));
    assertThat(checkout.run("args").err()).isEqualTo(BUILDING);
  }

  @Test
  void showsTheLogOfAFailedBuildAndRunsNothing() throws Exception {
    checkout.run("args");
    Path broken = Files.createFile(checkout.root().resolve("src/main/broken"));
    Outcome failed = checkout.run("args", "x");
    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.out()).isEmpty();
    assertThat(failed.err())
        .isEqualTo(BUILDING + "what Maven said\nprofilectl: the build failed, see above.\n");
    assertThat(checkout.run("args", "x").exit()).as("no old build instead").isEqualTo(1);

    Files.delete(broken);
    assertThat(checkout.run("args", "x").out()).isEqualTo("[x]\n");
  }

  @Test
  void runsInTheCallersFolderFromAnyPathAndThroughLinks() throws Exception {
    checkout.run("args");
    Path root = checkout.root();
    Path links = Files.createDirectories(temp.resolve("links/deep"));
    Files.createSymbolicLink(
        links.resolve("first"), Path.of("../../" + root.getFileName() + "/dist/profilectl"));
    Files.createSymbolicLink(temp.resolve("links/second"), Path.of("deep/first"));
    Files.createSymbolicLink(temp.resolve("folder"), links);

    String here = temp.toRealPath() + "\n";
    for (String command :
        List.of(
            "./" + root.getFileName() + "/dist/profilectl",
            "links/second",
            temp + "/folder/first")) {
      assertThat(checkout.start(temp, Map.of(), List.of(command, "folder")).outcome())
          .as(command)
          .isEqualTo(new Outcome(0, here, ""));
    }
    Map<String, String> path = Map.of("PATH", temp.resolve("links") + ":" + System.getenv("PATH"));
    assertThat(checkout.start(temp, path, List.of("sh", "-c", "second folder")).outcome().out())
        .isEqualTo(here);
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void becomesTheProgram() throws Exception {
    Checkout.Running built = checkout.start("copy");
    built.type("ping\n");
    assertThat(built.outcome())
        .as("the build leaves stdin alone")
        .isEqualTo(new Outcome(0, "ping\n", BUILDING));
    assertThat(checkout.run("exit", "42").exit()).isEqualTo(42);

    Checkout.Running running = checkout.start("pid");
    running.awaitOut(running.process().pid() + "\n");
    running.process().destroy();
    assertThat(running.outcome().exit()).as("SIGTERM goes to java").isEqualTo(128 + 15);
  }

  @Test
  void tellsTheProgramAboutTerminalsAndLocale() throws Exception {
    // The argument is made by printf: the JVM of this test may itself be in the C locale.
    List<String> chinese =
        List.of(
            "sh",
            "-c",
            "\"$0\" codes \"$(printf '\\345\\244\\264')\"",
            checkout.launcher().toString());
    for (String locale : List.of("C", "zz_ZZ.UTF-8", "C.UTF-8")) {
      assertThat(checkout.start(temp, Map.of("LC_ALL", locale), chinese).outcome().out())
          .as(locale)
          .isEqualTo("U+5934 tty= locale=" + locale + "\n");
    }
    Map<String, String> options =
        Map.of("JAVA_TOOL_OPTIONS", "-Dx=1", "PROFILECTL_JAVA_OPTS", "-Dprofilectl.tty=* -Dx=2");
    assertThat(checkout.run(options, "codes")).isEqualTo(new Outcome(0, " tty=* locale=C\n", ""));
  }

  @Test
  void twoAtOnceBuildOnce() throws Exception {
    assumeThat(Files.isExecutable(Path.of("/usr/bin/flock")))
        .as("without flock both build")
        .isTrue();
    Path gate = checkout.closeGate();
    Checkout.Running first = checkout.start("args", "1");
    first.awaitErr(BUILDING);
    Checkout.Running second = checkout.start("args", "2");
    second.awaitErr("profilectl: waiting for another build to end …\n");
    Files.delete(gate);
    assertThat(first.outcome()).isEqualTo(new Outcome(0, "[1]\n", BUILDING));
    assertThat(second.outcome().out()).isEqualTo("[2]\n");
    assertThat(checkout.builds()).isEqualTo(1);
  }

  @Test
  void aRebuildLeavesARunningProgramItsJars() throws Exception {
    checkout.run("args");
    Checkout.Running running = checkout.start("late");
    running.awaitOut("started\n");
    for (int i = 0; i < 4; i++) {
      checkout.touch("pom.xml");
      checkout.run("args");
    }
    assertThat(checkout.buildFolders()).as("running, last, present").hasSize(3);
    running.type("\n");
    assertThat(running.outcome()).isEqualTo(new Outcome(0, "started\nloaded from lib\n", ""));
    checkout.touch("pom.xml");
    checkout.run("args");
    assertThat(checkout.buildFolders()).hasSize(2);
  }

  @Test
  void aBuiltCheckoutIsNotWrittenTo() throws Exception {
    checkout.run("args");
    Map<Path, FileTime> before = times();
    try {
      permit("r-xr-xr-x");
      assertThat(checkout.run("args", "x")).isEqualTo(new Outcome(0, "[x]\n", ""));
    } finally {
      permit("rwxr-xr-x");
    }
    assertThat(times()).isEqualTo(before);
  }

  @Test
  void findsAJdkInAUsualPlace() throws Exception {
    Path old = fakeJdk("jdk-17", "17.0.15");
    fakeJdk("system/usr/lib/jvm/jdk-21", "21-ea");
    Path jvm = temp.resolve("system/usr/lib/jvm");
    Files.createSymbolicLink(jvm.resolve("jdk-25"), Path.of(System.getProperty("java.home")));
    var environment = new TreeMap<>(noJdk());
    environment.put("JAVA_HOME", old.toString());
    environment.put("PROFILECTL_SYSTEM_ROOT", temp.resolve("system").toString());
    checkout.run("args");
    assertThat(checkout.run(environment, "args", "x").out()).isEqualTo("[x]\n");
    Files.delete(jvm.resolve("jdk-25"));
    assertThat(checkout.run(environment, "args", "x").exit()).as("gone").isEqualTo(1);
  }

  @Test
  void saysWhatIsMissing() throws Exception {
    assertThat(checkout.run(noJdk(), "args"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "profilectl: needs Java 25 or newer: install a JDK 25 (for example Temurin 25) or"
                    + " set JAVA_HOME to one.\n"));
    Path old = fakeJdk("jdk-17", "17.0.15");
    assertThat(checkout.run(Map.of("PROFILECTL_JAVA_HOME", old.toString()), "args"))
        .isEqualTo(
            new Outcome(
                1, "", "profilectl: PROFILECTL_JAVA_HOME is no Java 25 or newer: " + old + "\n"));
    assertThat(checkout.run(Map.of("PATH", "/nowhere"), "args"))
        .isEqualTo(
            new Outcome(
                1,
                "",
                "profilectl: needs Maven to build itself: install it, so that mvn is on the"
                    + " PATH.\n"));
  }

  @Test
  void buildsTheRealProgram() throws Exception {
    var maven = Checkout.onPath("mvn");
    assumeThat(maven).isPresent();
    checkout.becomeReal(maven.orElseThrow());
    Outcome first = checkout.run("--help");
    assertThat(first.err()).isEqualTo(BUILDING);
    assertThat(first.exit()).isZero();
    assertThat(checkout.run("--help")).isEqualTo(new Outcome(0, first.out(), ""));
  }

  /** Nothing is found: no java on the PATH, nor in a usual place, nor in the home. */
  private Map<String, String> noJdk() throws IOException {
    Path tools = temp.resolve("tools");
    if (!Files.exists(tools)) {
      Files.createDirectories(tools);
      for (String tool : List.of("find", "mv")) {
        Checkout.script(
            tools.resolve(tool), "exec " + Checkout.onPath(tool).orElseThrow() + " \"$@\"");
      }
    }
    return Map.of(
        "PATH",
        tools.toString(),
        "PROFILECTL_JAVA_HOME",
        "",
        "PROFILECTL_SYSTEM_ROOT",
        "/nowhere",
        "HOME",
        "/nowhere");
  }

  private Path fakeJdk(String name, String version) throws IOException {
    Path home = temp.resolve(name);
    Files.createDirectories(home.resolve("bin"));
    Checkout.script(home.resolve("bin/java"), "echo an old java >&2; exit 99");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private void permit(String permissions) throws IOException {
    try (var files = Files.walk(checkout.root())) {
      for (Path folder : files.filter(Files::isDirectory).toList()) {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
      }
    }
  }

  private Map<Path, FileTime> times() throws IOException {
    var times = new TreeMap<Path, FileTime>();
    try (var files = Files.walk(checkout.root())) {
      for (Path file : files.toList()) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times;
  }
}
