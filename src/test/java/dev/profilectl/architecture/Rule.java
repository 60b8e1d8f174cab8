package dev.profilectl.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaModifier;
import dev.profilectl.architecture.PackageMap.Area;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import picocli.CommandLine.Command;

/** A rule that every class keeps. To add one: a constant here and a class below {@code wrong}. */
enum Rule {
  /** A package uses those that the map allows, and is itself in the map. */
  WALLS(Rule::walls),
  /** A library is used where it lives. */
  LIBRARIES(Rule::libraries),
  /** Only the root package knows the process, the clock, chance and the machine's defaults. */
  WORLD(
      (code, type) ->
          type.getAccessesFromSelf().stream()
              .filter(_ -> !code.place(type).equals(PackageMap.ROOT))
              .map(Rule::target)
              .filter(Rule::isWorld)),
  /** Nothing is logged; the validator's library is told to be silent. */
  LOGGING(
      (code, type) ->
          type.getSimpleName().equals("ProfileValidator")
              ? Stream.empty()
              : code.used(type)
                  .map(JavaClass::getName)
                  .filter(name -> name.matches("(java\\.util\\.logging|org\\.slf4j)\\..*"))),
  /** A command is called like its path, and is a file of its own in the package of its noun. */
  COMMANDS(Rule::commands),
  /** No name that would take in anything. */
  NAMES(
      (code, type) ->
          code.place(type).matches("(.*\\.)?(util|utils|common|helper|helpers|impl|manager|misc)")
                  || type.getSimpleName().matches(".+(Util|Utils|Helper|Impl|Manager)")
              ? Stream.of("is called " + type.getName())
              : Stream.empty()),
  /** Every package says in package-info that null is marked. */
  NULLNESS(
      (_, type) ->
          type.getPackage().isAnnotatedWith(NullMarked.class)
              ? Stream.empty()
              : Stream.of("is in a package without @NullMarked")),
  /** At most four parameters, then a record. */
  PARAMETERS(
      (_, type) ->
          type.getCodeUnits().stream()
              .filter(unit -> Parameters.written(unit) > Parameters.MOST)
              .map(JavaCodeUnit::getFullName)),
  /** Nothing is extended that was not made for it. */
  CLOSED(
      (_, type) ->
          isOpen(type) ? Stream.of("is neither final nor sealed nor abstract") : Stream.empty());

  private static final Set<String> OF_THE_PROCESS =
      Set.of(
          "java.lang.System.in",
          "java.lang.System.out",
          "java.lang.System.err",
          "java.lang.System.console",
          "java.lang.System.currentTimeMillis",
          "java.lang.System.exit",
          "java.lang.System.getenv",
          "java.lang.System.getProperties",
          "java.lang.System.getProperty",
          "java.lang.System.nanoTime",
          "java.lang.System.setProperty",
          "java.lang.Runtime.exit",
          "java.lang.Runtime.halt",
          "java.lang.Math.random",
          "java.security.SecureRandom.<init>",
          "java.time.ZoneId.systemDefault",
          "java.util.Locale.getDefault",
          "java.util.Random.<init>",
          "java.util.UUID.randomUUID",
          "java.util.concurrent.ThreadLocalRandom.current");

  private final BiFunction<Code, JavaClass, Stream<String>> broken;

  Rule(BiFunction<Code, JavaClass, Stream<String>> broken) {
    this.broken = broken;
  }

  /** How a class breaks this rule, a sentence each; none where it keeps it. */
  Stream<String> brokenBy(Code code, JavaClass type) {
    return broken.apply(code, type).map(how -> type.getName() + " " + how);
  }

  private static Stream<String> walls(Code code, JavaClass type) {
    var area = PackageMap.areaOf(code.place(type));
    if (area.isEmpty()) {
      return Stream.of("is in a package that the map does not know");
    }
    return code.used(type)
        .filter(code::owns)
        .filter(
            used ->
                PackageMap.areaOf(code.place(used))
                    .filter(
                        other ->
                            other.equals(area.get()) || area.get().uses().contains(other.name()))
                    .isEmpty())
        .map(used -> "uses " + used.getName());
  }

  private static Stream<String> libraries(Code code, JavaClass type) {
    String home = PackageMap.areaOf(code.place(type)).map(Area::name).orElse("");
    return code.used(type)
        .filter(
            used ->
                PackageMap.libraryOf(used.getPackageName())
                    .filter(library -> !library.homes().contains(home))
                    .isPresent())
        .map(used -> "uses " + used.getName());
  }

  private static String target(JavaAccess<?> access) {
    return access.getTarget().getOwner().getName() + "." + access.getTarget().getName();
  }

  private static boolean isWorld(String target) {
    return OF_THE_PROCESS.contains(target)
        || target.matches("java\\.time\\.Clock\\.(system|tick).*")
        || target.matches("java\\.time\\.\\w+\\.now");
  }

  private static Stream<String> commands(Code code, JavaClass type) {
    boolean annotated = type.isAnnotatedWith(Command.class);
    if (!annotated) {
      return type.getSimpleName().endsWith("Command")
          ? Stream.of("is called a command and is none")
          : Stream.empty();
    }
    String wanted = CommandName.of(code, type);
    return type.isTopLevelClass() && wanted.equals(type.getName().substring(code.root().length()))
        ? Stream.empty()
        : Stream.of("would be " + wanted);
  }

  private static boolean isOpen(JavaClass type) {
    return !type.isInterface()
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && !type.getModifiers().contains(JavaModifier.FINAL)
        && !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.reflect().isSealed();
  }
}
