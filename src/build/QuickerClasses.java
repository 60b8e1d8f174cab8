import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.constantpool.InvokeDynamicEntry;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.MethodTypeDesc;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Build step: three changes to classes that a start would otherwise pay for each time.
///
/// - Classes from before Java 6 get the form of Java 8. The JVM takes no older ones into its AOT
///   cache, so they would be read and verified anew. What they lack are stack maps, which the JDK
///   works out.
/// - A `switch` over types becomes a method that asks `instanceof` in the same order. As javac
///   leaves it, the JDK makes a class for each such switch when it is first reached, and no AOT
///   cache keeps that.
/// - picocli asks for a class that is there, instead of one that is not.
///
/// Usage: `java QuickerClasses.java JAR|FOLDER…`; changed in place. Does nothing the second time.
final class QuickerClasses {
  private static final String BOOTSTRAP = "java.lang.runtime.SwitchBootstraps";

  /// picocli looks for this class by name, and to find out that it is nowhere the jar is opened.
  private static final String SOUGHT = "groovy.lang.Closure";

  /// No command is of this one either.
  private static final String NOBODYS = "java.lang.Void";

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
          .andThen(
              ClassTransform.transformingMethodBodies(
                  (to, element) -> {
                    if (element instanceof ConstantInstruction constant
                        && SOUGHT.equals(constant.constantValue())) {
                      to.loadConstant(NOBODYS);
                    } else {
                      to.with(element);
                    }
                  }));

  /// The types that one switch tells apart, and the name of the method that does it now.
  private record Choice(String method, MethodTypeDesc type, List<ClassDesc> types) {}

  private QuickerClasses() {}

  static void main(String[] args) throws IOException {
    List<URL> all = new ArrayList<>();
    for (String arg : args) {
      addTo(all, Path.of(arg));
    }
    try (URLClassLoader loader = new URLClassLoader(all.toArray(URL[]::new))) {
      ClassFile format =
          ClassFile.of(
              ClassFile.StackMapsOption.STACK_MAPS_WHEN_REQUIRED,
              ClassFile.ClassHierarchyResolverOption.of(
                  ClassHierarchyResolver.ofResourceParsing(loader)));
      ClassFile remapped = format.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS);
      for (String arg : args) {
        Path place = Path.of(arg);
        if (Files.isDirectory(place)) {
          rewrite(place, format, remapped);
        } else {
          try (FileSystem inside = FileSystems.newFileSystem(place)) {
            rewrite(inside.getPath("/"), format, remapped);
          }
        }
      }
    }
  }

  /// With the libraries beside a folder of classes, which tell how types are related.
  private static void addTo(List<URL> all, Path place) throws IOException {
    all.add(place.toUri().toURL());
    Path libraries = place.resolveSibling("lib");
    if (Files.isDirectory(libraries)) {
      try (var jars = Files.list(libraries)) {
        for (Path jar : jars.sorted().toList()) {
          all.add(url(jar));
        }
      }
    }
  }

  private static URL url(Path jar) throws MalformedURLException {
    return jar.toUri().toURL();
  }

  private static void rewrite(Path top, ClassFile format, ClassFile remapped) throws IOException {
    try (var files = Files.walk(top)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).toList()) {
        ClassModel old = format.parse(file);
        if (old.majorVersion() < ClassFile.JAVA_6_VERSION) {
          write(file, remapped.transformClass(old, NEWER), format);
        } else {
          Map<InvokeDynamicEntry, Choice> choices = choices(old);
          if (!choices.isEmpty()) {
            write(file, format.transformClass(old, asking(old, choices)), format);
          }
        }
      }
    }
  }

  private static void write(Path file, byte[] newer, ClassFile format) throws IOException {
    List<VerifyError> errors = format.verify(newer);
    if (!errors.isEmpty()) {
      throw new IllegalStateException(file + " cannot be rewritten", errors.getFirst());
    }
    Files.write(file, newer);
  }

  private static Map<InvokeDynamicEntry, Choice> choices(ClassModel type) {
    Map<InvokeDynamicEntry, Choice> choices = new LinkedHashMap<>();
    for (var method : type.methods()) {
      method
          .code()
          .ifPresent(
              code -> {
                for (var element : code) {
                  if (element instanceof InvokeDynamicInstruction call && isByType(call)) {
                    List<ClassDesc> types = new ArrayList<>();
                    call.bootstrapArgs().forEach(label -> types.add((ClassDesc) label));
                    choices.computeIfAbsent(
                        call.invokedynamic(),
                        _ -> new Choice("switch$" + choices.size(), call.typeSymbol(), types));
                  }
                }
              });
    }
    return choices;
  }

  /// Not one with texts, numbers or constants of enums among its cases.
  private static boolean isByType(InvokeDynamicInstruction call) {
    String owner = call.bootstrapMethod().owner().descriptorString();
    return owner.equals("L" + BOOTSTRAP.replace('.', '/') + ";")
        && call.bootstrapMethod().methodName().equals("typeSwitch")
        && call.bootstrapArgs().stream().allMatch(QuickerClasses::isType);
  }

  private static boolean isType(ConstantDesc label) {
    return label instanceof ClassDesc type && type.isClassOrInterface();
  }

  private static ClassTransform asking(ClassModel type, Map<InvokeDynamicEntry, Choice> choices) {
    ClassDesc self = type.thisClass().asSymbol();
    boolean isInterface = type.flags().has(java.lang.reflect.AccessFlag.INTERFACE);
    CodeTransform calls =
        (CodeBuilder to, CodeElement element) -> {
          Choice choice =
              element instanceof InvokeDynamicInstruction call
                  ? choices.get(call.invokedynamic())
                  : null;
          if (choice == null) {
            to.with(element);
          } else {
            to.invokestatic(self, choice.method, choice.type, isInterface);
          }
        };
    return ClassTransform.transformingMethodBodies(calls)
        .andThen(
            ClassTransform.endHandler(
                to ->
                    choices
                        .values()
                        .forEach(
                            choice ->
                                to.withMethodBody(
                                    choice.method,
                                    choice.type,
                                    ClassFile.ACC_PRIVATE
                                        | ClassFile.ACC_STATIC
                                        | ClassFile.ACC_SYNTHETIC,
                                    code -> ask(code, choice.types)))));
  }

  /// As the JDK's: -1 for null, else the first from `restart` on that fits, else their number.
  private static void ask(CodeBuilder code, List<ClassDesc> types) {
    Label notNull = code.newLabel();
    code.aload(0).ifnonnull(notNull).iconst_m1().ireturn().labelBinding(notNull);
    for (int i = 0; i < types.size(); i++) {
      Label next = code.newLabel();
      code.iload(1).loadConstant(i).if_icmpgt(next);
      code.aload(0).instanceOf(types.get(i)).ifeq(next);
      code.loadConstant(i).ireturn().labelBinding(next);
    }
    code.loadConstant(types.size()).ireturn();
  }
}
