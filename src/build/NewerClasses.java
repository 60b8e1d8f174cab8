import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Build step: gives the classes of a library from before Java 6 the form of Java 8. The JVM takes
/// no older ones into its AOT cache, so they would be read and verified anew at every start. What
/// they lack are stack maps, which the JDK works out.
///
/// Usage: `java NewerClasses.java JAR`; the jar is changed in place. Does nothing the second time.
final class NewerClasses {
  private static final ClassTransform NEWER =
      ((ClassTransform)
              (to, element) -> {
                if (element instanceof ClassFileVersion) {
                  to.withVersion(ClassFile.JAVA_8_VERSION, 0);
                } else {
                  to.with(element);
                }
              })
          // Code that nobody touches would be copied as it is, without stack maps.
          .andThen(ClassTransform.transformingMethodBodies((to, element) -> to.with(element)));

  static void main(String[] args) throws IOException {
    Path jar = Path.of(args[0]);
    try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
        FileSystem inside = FileSystems.newFileSystem(jar);
        var files = Files.walk(inside.getPath("/"))) {
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        ClassModel old = format.parse(file);
        if (old.majorVersion() < ClassFile.JAVA_6_VERSION) {
          byte[] newer = format.transformClass(old, NEWER);
          List<VerifyError> errors = format.verify(newer);
          if (!errors.isEmpty()) {
            throw new IllegalStateException(file + " cannot be made newer", errors.getFirst());
          }
          Files.write(file, newer);
        }
      }
    }
  }
}
