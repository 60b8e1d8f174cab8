package dev.profilectl.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Compiled code below a root package: the program, or the package that breaks the rules.
 *
 * @param root the name of the root package
 * @param classes all of it
 */
record Code(String root, JavaClasses classes) {
  /** What is compiled into a folder below a root package, other packages left out. */
  static Code of(Path folder, String root) {
    // Names are all that is asked of libraries; looking into their jars takes seconds.
    ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
    return new Code(
        root,
        new ClassFileImporter()
            .importPath(folder)
            .that(
                DescribedPredicate.describe(
                    "of " + root, type -> isBelow(root, type.getPackageName()))));
  }

  private static boolean isBelow(String root, String packageName) {
    return (packageName + ".").startsWith(root + ".");
  }

  /** Everything but the descriptions of packages. */
  List<JavaClass> types() {
    return classes.stream().filter(type -> !type.getSimpleName().equals("package-info")).toList();
  }

  boolean owns(JavaClass type) {
    return isBelow(root, type.getPackageName());
  }

  /** The name of a class's package below the root; empty for the root itself. */
  String place(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(root) ? PackageMap.ROOT : name.substring(root.length() + 1);
  }

  /** What a class uses, arrays by what they hold. */
  Stream<JavaClass> used(JavaClass type) {
    return type.getDirectDependenciesFromSelf().stream()
        .map(Dependency::getTargetClass)
        .map(JavaClass::getBaseComponentType)
        .distinct();
  }
}
