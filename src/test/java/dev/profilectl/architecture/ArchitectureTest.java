package dev.profilectl.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.alwaysTrue;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.lang.ArchRule;
import dev.profilectl.Main;
import dev.profilectl.Markdown;
import dev.profilectl.architecture.PackageMap.Area;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the program to the map, and shows of each rule that it can fail. */
class ArchitectureTest {
  private static final int MOST_LINES = 300;

  private static final Markdown PAGE = new Markdown("src/docs/architecture.md");

  private static final Code PROGRAM = Code.of(compiled(Main.class), "dev.profilectl");
  private static final Code WRONG =
      Code.of(compiled(Breaks.class), "dev.profilectl.architecture.wrong");

  private static Path compiled(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()));
  }

  @ParameterizedTest
  @EnumSource
  void theProgramKeeps(Rule rule) {
    assertThat(PROGRAM.types()).hasSizeGreaterThan(200);
    assertThat(PROGRAM.types().stream().flatMap(type -> rule.brokenBy(PROGRAM, type))).isEmpty();
  }

  /** Each class below {@code wrong} breaks the rules that it names, and no other. */
  @ParameterizedTest
  @EnumSource
  void canFail(Rule rule) {
    Set<String> marked = new TreeSet<>();
    Set<String> found = new TreeSet<>();
    WRONG
        .types()
        .forEach(
            type -> {
              Breaks breaks = type.reflect().getAnnotation(Breaks.class);
              if (breaks != null && Arrays.asList(breaks.value()).contains(rule.name())) {
                marked.add(type.getName());
              }
              rule.brokenBy(WRONG, type).findAny().ifPresent(_ -> found.add(type.getName()));
            });
    assertThat(found).isNotEmpty().isEqualTo(marked);
  }

  /** The list of commands is the one place of {@code cli} that knows them. */
  private static ArchRule noCycles(Code code) {
    return slices()
        .matching(code.root() + ".(**)")
        .should()
        .beFreeOfCycles()
        .ignoreDependency(simpleName("CommandTree"), alwaysTrue());
  }

  @Test
  void noPackageComesBackToItself() {
    noCycles(PROGRAM).check(PROGRAM.classes());
    assertThatThrownBy(() -> noCycles(WRONG).check(WRONG.classes()))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Cycle detected: Slice cli.avatar");
  }

  @Test
  void theMapItselfHasNoCycle() {
    Set<String> done = new HashSet<>();
    List<Area> left = PackageMap.AREAS;
    while (!left.isEmpty()) {
      List<Area> free = left.stream().filter(area -> done.containsAll(area.uses())).toList();
      assertThat(free).as("of %s none uses only %s", left, done).isNotEmpty();
      free.forEach(area -> done.add(area.name()));
      left = left.stream().filter(area -> !free.contains(area)).toList();
    }
    PackageMap.LIBRARIES.forEach(library -> assertThat(done).containsAll(library.homes()));
  }

  @Test
  void thePageShowsTheMap() {
    List<List<String>> rows = PAGE.table("## The map");
    assertThat(rows).hasSameSizeAs(PackageMap.AREAS);
    for (int i = 0; i < rows.size(); i++) {
      List<String> row = rows.get(i);
      Area area = PackageMap.AREAS.get(i);
      if (area.name().equals(PackageMap.ROOT)) {
        assertThat(row.get(2)).isEqualTo("all");
        assertThat(area.uses()).hasSize(rows.size() - 1);
      } else {
        assertThat(Markdown.codes(row.get(0))).containsExactly(area.name());
        assertThat(Set.copyOf(Markdown.codes(row.get(2)))).as(area.name()).isEqualTo(area.uses());
      }
      Set<String> libraries = new TreeSet<>();
      PackageMap.LIBRARIES.stream()
          .filter(library -> library.homes().contains(area.name()))
          .forEach(library -> libraries.add(library.prefix()));
      assertThat(new TreeSet<>(Markdown.codes(row.get(3)))).as(area.name()).isEqualTo(libraries);
      boolean built = PROGRAM.types().stream().anyMatch(t -> PROGRAM.place(t).equals(area.name()));
      assertThat(row.get(0).startsWith("*")).as("%s is to come", area.name()).isEqualTo(!built);
    }
  }

  /** Classes are named in backticks; a page that names one that is gone tells an old story. */
  @Test
  void thePageNamesWhatExists() throws IOException {
    Set<String> names = new TreeSet<>();
    PROGRAM.types().forEach(type -> names.add(type.getSimpleName()));
    try (var files = Files.walk(Path.of("src"))) {
      files.map(file -> String.valueOf(file.getFileName())).forEach(names::add);
    }
    for (String code : Markdown.codes(String.join("\n", PAGE.lines()))) {
      if (code.matches("[A-Z][A-Za-z.]+[a-z]") && !code.contains(".properties")) {
        String name = code.substring(code.lastIndexOf('.') + 1);
        boolean member = Character.isLowerCase(name.charAt(0)) || name.equals("CURRENT");
        String type = member ? code.substring(0, code.indexOf('.')) : name;
        assertThat(names).as(code).containsAnyOf(type, type + ".java");
      } else if (code.startsWith("src/") && !code.contains("<")) {
        assertThat(Path.of(code)).exists();
      }
    }
  }

  @Test
  void everyBenchmarkHasItsRow() throws IOException {
    List<String> rows =
        new Markdown("src/docs/performance.md")
            .table("## Benchmarks").stream()
                .map(row -> Markdown.codes(row.getFirst()).getFirst())
                .toList();
    try (var files = Files.walk(Path.of("src/test/java"))) {
      assertThat(
              files
                  .map(file -> String.valueOf(file.getFileName()))
                  .filter(name -> name.endsWith("Benchmark.java"))
                  .map(name -> name.replace(".java", "")))
          .containsExactlyInAnyOrderElementsOf(rows);
    }
  }

  @Test
  void noFileIsLong(@TempDir Path folder) throws IOException {
    assertThat(longFiles(Path.of("src"))).isEmpty();

    Files.writeString(folder.resolve("Full.java"), "\n".repeat(MOST_LINES));
    Path over = Files.writeString(folder.resolve("Over.java"), "\n".repeat(MOST_LINES + 1));
    assertThat(longFiles(folder)).containsExactly(over);
  }

  private static List<Path> longFiles(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> lines(file) > MOST_LINES)
          .toList();
    }
  }

  private static int lines(Path file) {
    try {
      return Files.readAllLines(file).size();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
