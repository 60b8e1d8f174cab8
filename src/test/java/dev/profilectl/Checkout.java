package dev.profilectl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import javax.tools.ToolProvider;

/**
 * A checkout to try the launcher on: the real {@code dist/profilectl}, a probe for a program and a
 * script for Maven.
 */
record Checkout(Path root, Path scratch) {
  private static final String PROBE =
      """
      package dev.profilectl;
      public class Main {
        public static void main(String[] words) throws Exception {
          switch (words[0]) {
            case "args" -> { for (int i = 1; i < words.length; i++) System.out.println("[" + words[i] + "]"); }
            case "codes" -> {
              for (int i = 1; i < words.length; i++) words[i].codePoints().forEach(c -> System.out.printf("U+%04X", c));
              System.out.println(" tty=" + System.getProperty("profilectl.tty") + " locale=" + System.getProperty("profilectl.locale"));
            }
            case "copy" -> System.in.transferTo(System.out);
            case "exit" -> System.exit(Integer.parseInt(words[1]));
            case "folder" -> System.out.println(System.getProperty("user.dir"));
            case "late" -> { System.out.println("started"); System.in.read(); Late.load(); }
            case "pid" -> { System.out.println(ProcessHandle.current().pid()); Thread.currentThread().join(); }
          }
        }
      }
      class Late { static void load() { System.out.println("loaded from lib"); } }
      """;

  private static final String MAVEN =
      """
      echo built >>"$SCRATCH/builds"
      while [ -e "$SCRATCH/gate" ]; do sleep 0.05; done
      if [ -e src/main/broken ]; then echo what Maven said; exit 1; fi
      for word; do case $word in -Dbuild.folder=*) folder=${word#*=} ;; esac; done
      image=$folder/image/profilectl-1
      mkdir -p "$folder/image"
      cp -R src/build/image "$image"
      cp "$PROBE"/*.jar "$image/lib"
      """;

  record Outcome(int exit, String out, String err) {}

  /**
   * A folder with the probe as profilectl.jar, and a part of it as late.jar, opened when it is
   * called.
   */
  static Path compileProbe(Path folder) throws IOException {
    Path source = Files.writeString(folder.resolve("Main.java"), PROBE);
    var compiler = requireNonNull(ToolProvider.getSystemJavaCompiler());
    assertThat(compiler.run(null, null, null, "-d", folder.toString(), source.toString())).isZero();
    var manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, "late.jar");
    jar(folder, "profilectl.jar", manifest, "dev/profilectl/Main.class");
    jar(folder, "late.jar", new Manifest(), "dev/profilectl/Late.class");
    return folder;
  }

  private static void jar(Path folder, String name, Manifest manifest, String type)
      throws IOException {
    Path jar = folder.resolve(name);
    try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new JarEntry(type));
      Files.copy(folder.resolve(type), out);
    }
  }

  static Checkout create(Path root, Path probe) throws IOException {
    Files.createDirectories(root.resolve("dist"));
    Files.copy(
        Path.of("dist/profilectl"),
        root.resolve("dist/profilectl"),
        StandardCopyOption.COPY_ATTRIBUTES);
    for (String file :
        List.of("pom.xml", ".mvn/maven.config", "completion/x", "src/main/java/Main.java")) {
      Files.createDirectories(requireNonNull(root.resolve(file).getParent()));
      Files.createFile(root.resolve(file));
    }
    copyTree(Path.of("src/build/image"), root.resolve("src/build/image"));
    Path scratch = Files.createDirectories(root.resolveSibling("scratch"));
    script(scratch.resolve("mvn"), "SCRATCH='" + scratch + "' PROBE='" + probe + "'\n" + MAVEN);
    return new Checkout(root, scratch);
  }

  /**
   * Takes the sources of this project and its Maven, which finds everything in the local
   * repository; what the build of this project compiled and linked is not made again.
   */
  void becomeReal(Path maven) throws IOException {
    Files.copy(Path.of("pom.xml"), root.resolve("pom.xml"), StandardCopyOption.REPLACE_EXISTING);
    deleteTree(root.resolve("src"));
    copyTree(Path.of("src/main"), root.resolve("src/main"));
    copyTree(Path.of("src/build"), root.resolve("src/build"));
    deleteTree(root.resolve("completion"));
    copyTree(Path.of("completion"), root.resolve("completion"));
    for (String file : List.of("LICENSE", "src/test/resources/images/photo.jpg")) {
      Files.createDirectories(requireNonNull(root.resolve(file).getParent()));
      Files.copy(Path.of(file), root.resolve(file));
    }
    copyTree(Path.of("target/runtime"), root.resolve("target/runtime"));
    String repository = System.getProperty("localRepository");
    String option = repository == null ? "" : " '-Dmaven.repo.local=" + repository + "'";
    script(
        scratch.resolve("mvn"),
        """
        for word; do case $word in -Dbuild.folder=*) folder=${word#*=} ;; esac; done
        cp -Rp '%s' "$folder/classes"
        exec '%s' -o%s -Dmaven.main.skip=true "$@"
        """
            .formatted(Path.of("target/classes").toAbsolutePath(), maven, option));
  }

  Path launcher() {
    return root.resolve("dist/profilectl");
  }

  Outcome run(String... words) throws Exception {
    return run(Map.of(), words);
  }

  Outcome run(Map<String, String> environment, String... words) throws Exception {
    return start(scratch, environment, command(words)).outcome();
  }

  Running start(String... words) throws IOException {
    return start(scratch, Map.of(), command(words));
  }

  Running start(Path folder, Map<String, String> environment, List<String> command)
      throws IOException {
    Path out = Files.createTempFile(scratch, "out", "");
    Path err = Files.createTempFile(scratch, "err", "");
    var builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    Map<String, String> variables = builder.environment();
    variables
        .keySet()
        .removeIf(name -> name.matches("PROFILECTL_.*|.*JAVA_.*|LC_.*|LANG|MAVEN_.*"));
    variables.put("LC_ALL", "C");
    variables.put("PATH", scratch + ":" + variables.get("PATH"));
    variables.put("PROFILECTL_JAVA_HOME", System.getProperty("java.home"));
    variables.putAll(environment);
    return new Running(builder.start(), out, err);
  }

  private List<String> command(String... words) {
    var command = new ArrayList<>(List.of(launcher().toString()));
    command.addAll(List.of(words));
    return command;
  }

  /** Keeps the next build from ending until the file is deleted. */
  Path closeGate() throws IOException {
    return Files.createFile(scratch.resolve("gate"));
  }

  int builds() throws IOException {
    return Files.readAllLines(scratch.resolve("builds")).size();
  }

  List<Path> buildFolders() throws IOException {
    try (var files = Files.list(root.resolve("target/run"))) {
      return files.filter(Files::isDirectory).toList();
    }
  }

  void touch(String file) throws IOException {
    Files.setLastModifiedTime(root.resolve(file), FileTime.from(Instant.now()));
  }

  static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  static Optional<Path> onPath(String program) {
    for (String folder : System.getenv("PATH").split(":", -1)) {
      Path file = Path.of(folder, program);
      if (Files.isExecutable(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  static void deleteTree(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    Files.createDirectories(requireNonNull(to.getParent()));
    try (var files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
  }

  record Running(Process process, Path outFile, Path errFile) {
    void type(String text) throws IOException {
      try (var stdin = process.outputWriter()) {
        stdin.write(text);
      }
    }

    void awaitOut(String text) throws Exception {
      await(outFile, text);
    }

    void awaitErr(String text) throws Exception {
      await(errFile, text);
    }

    private void await(Path file, String text) throws Exception {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
      while (!Files.readString(file).contains(text)) {
        assertThat(System.nanoTime()).as("%s in %s", text, Files.readString(file)).isLessThan(end);
        process.waitFor(20, TimeUnit.MILLISECONDS);
      }
    }

    Outcome outcome() throws Exception {
      process.getOutputStream().close();
      if (!process.waitFor(120, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("no end: " + Files.readString(errFile));
      }
      return new Outcome(process.exitValue(), Files.readString(outFile), Files.readString(errFile));
    }
  }
}
