import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Build step: runs google-java-format over every Java source. `check` fails the build and names
/// the files that differ, `write` rewrites them.
///
/// Usage: `java Format.java FORMATTER.JAR check|write`
final class Format {
  private static final List<String> EXPORTS =
      List.of("api", "code", "file", "main", "parser", "tree", "util");

  static void main(String[] args) throws IOException, InterruptedException {
    boolean check = !args[1].equals("write");
    List<String> command = new ArrayList<>();
    command.add(ProcessHandle.current().info().command().orElse("java"));
    for (String name : EXPORTS) {
      command.add("--add-exports=jdk.compiler/com.sun.tools.javac." + name + "=ALL-UNNAMED");
    }
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar", args[0]));
    command.addAll(check ? List.of("--dry-run", "--set-exit-if-changed") : List.of("--replace"));
    try (var files = Files.walk(Path.of("src"))) {
      files.map(Path::toString).filter(f -> f.endsWith(".java")).sorted().forEach(command::add);
    }
    int exit = new ProcessBuilder(command).inheritIO().start().waitFor();
    if (exit != 0 && check) {
      System.err.println(
          "The files above are not formatted: run  mvn process-sources -Dformat.mode=write");
    }
    System.exit(exit);
  }
}
