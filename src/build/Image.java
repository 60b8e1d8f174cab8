import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/// Build step: makes what users get from what Maven made.
///
///     profilectl-VERSION-PLATFORM/
///       bin/profilectl    the launcher
///       lib/              the program as one jar, SQLite's library, the JVM's options and caches
///       runtime/          a Java with the modules the program needs; missing where there is no jlink
///       share/            man pages, completions, licences
///
/// Usage: `java Image.java BUILD VERSION TIME [plain]`, in the project's folder. BUILD is Maven's output
/// folder; the image goes to `image` below it. TIME is what every file is dated. With `plain` it
/// has no runtime and the native libraries of every platform: any JDK 25 runs it.
final class Image {
  /// By jdeps, and three that are found by name only: the curves of TLS, charsets such as GBK, and
  /// file systems in zips.
  private static final String MODULES =
      "java.desktop,java.logging,java.management,java.naming,java.net.http,java.scripting,"
          + "java.security.jgss,java.sql,java.xml,jdk.crypto.ec,jdk.charsets,jdk.net,jdk.unsupported,"
          + "jdk.zipfs";

  private static final List<String> JLINK =
      List.of(
          "--add-modules",
          MODULES,
          "--compress",
          "zip-6",
          "--strip-debug",
          "--no-man-pages",
          "--no-header-files");

  private static final String SQLITE = "org/sqlite/native/";

  private final Path build;
  private final Path top;
  private final Instant time;
  private final boolean plain;

  private Image(Path build, String version, Instant time, boolean plain) {
    this.build = build;
    this.time = time;
    this.plain = plain;
    String name = "profilectl-" + version + "-" + (plain ? "any" : platform());
    top = build.resolve("image").resolve(name);
  }

  static void main(String[] args) throws Exception {
    boolean plain = args.length > 3 && args[3].equals("plain");
    new Image(Path.of(args[0]), args[1], Instant.parse(args[2]), plain).make();
  }

  private void make() throws IOException, InterruptedException {
    delete(top);
    copy(Path.of("src/build/image"), top);
    Path lib = top.resolve("lib");
    try (JarOutputStream jar =
        new JarOutputStream(Files.newOutputStream(lib.resolve("profilectl.jar")))) {
      merge(jar, lib);
    }
    share();
    if (!plain) {
      Files.copy(Path.of("src/test/resources/images/photo.jpg"), lib.resolve("rehearsal.jpg"));
      Files.delete(top.resolve("bin/profilectl.cmd"));
      runtime();
    } else {
      Files.delete(lib.resolve("rehearse"));
    }
    date(top);
    if (!plain) {
      rehearse();
    }
  }

  /// `linux-x64` for example.
  private static String platform() {
    String os = system().toLowerCase(Locale.ROOT).replace("mac", "macos");
    return os + "-" + (architecture().equals("x86_64") ? "x64" : architecture());
  }

  private static String system() {
    String name = System.getProperty("os.name");
    return name.startsWith("Mac") ? "Mac" : name.startsWith("Windows") ? "Windows" : "Linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }

  /// All in one jar, as a JVM of this version reads them: a class that is nowhere, and libraries do
  /// look for such, would be looked for in forty.
  private void merge(JarOutputStream out, Path lib) throws IOException {
    List<Path> jars = new ArrayList<>(List.of(build.resolve("profilectl.jar")));
    try (Stream<Path> libraries = Files.list(build.resolve("lib"))) {
      libraries.sorted().forEach(jars::add);
    }
    Map<String, byte[]> entries = new TreeMap<>();
    for (Path each : jars) {
      try (JarFile jar = new JarFile(each.toFile(), true, JarFile.OPEN_READ, Runtime.version())) {
        for (JarEntry entry : jar.versionedStream().filter(e -> !e.isDirectory()).toList()) {
          try (InputStream in = jar.getInputStream(entry)) {
            take(entries, each, entry.getName(), in.readAllBytes(), lib);
          }
        }
      }
    }
    put(out, JarFile.MANIFEST_NAME, manifest());
    for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
      put(out, entry.getKey(), entry.getValue());
    }
  }

  private void take(Map<String, byte[]> to, Path jar, String name, byte[] bytes, Path lib)
      throws IOException {
    boolean isLicence = name.matches("(META-INF/)?(LICENSE|NOTICE|DEPENDENCIES|COPYING)[^/]*");
    if (isLicence) {
      String from = jar.getFileName().toString().replaceFirst("\\.jar$", "");
      Path folder =
          Files.createDirectories(top.resolve("share/doc/profilectl/libraries").resolve(from));
      Files.write(folder.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes);
    } else if (name.startsWith("META-INF/services/")) {
      to.merge(name, withLineEnd(bytes), Image::joined);
    } else if (name.startsWith(SQLITE) && !plain) {
      if (name.startsWith(SQLITE + system() + "/" + architecture() + "/")) {
        Files.write(lib.resolve(name.substring(name.lastIndexOf('/') + 1)), bytes);
      }
    } else if (!isUnused(name)) {
      to.putIfAbsent(name, bytes);
    }
  }

  /// What belongs to a jar of its own or to a platform: JLine's libraries are for Java before 22.
  private static boolean isUnused(String name) {
    return name.endsWith("module-info.class")
        || name.startsWith("META-INF/maven/")
        || name.startsWith("META-INF/native-image/")
        || name.startsWith("META-INF/versions/")
        || name.startsWith("org/jline/nativ/") && !name.endsWith(".class")
        || name.matches("META-INF/([^/]*\\.(MF|SF|RSA|DSA|kotlin_module)|INDEX.LIST)");
  }

  private byte[] manifest() throws IOException {
    try (JarFile jar = new JarFile(build.resolve("profilectl.jar").toFile());
        InputStream in = jar.getInputStream(jar.getEntry(JarFile.MANIFEST_NAME))) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replaceAll("(?m)^Class-Path:.*\\R(?: .*\\R)*", "")
          .getBytes(StandardCharsets.UTF_8);
    }
  }

  private static byte[] withLineEnd(byte[] bytes) {
    return joined(bytes, new byte[] {'\n'});
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private void put(JarOutputStream out, String name, byte[] bytes) throws IOException {
    JarEntry entry = new JarEntry(name);
    entry.setTimeLocal(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
    out.putNextEntry(entry);
    out.write(bytes);
    out.closeEntry();
  }

  private void share() throws IOException {
    Path share = top.resolve("share");
    copy(build.resolve("man"), share.resolve("man"));
    Map.of(
            "profilectl.bash", "bash-completion/completions/profilectl",
            "_profilectl", "zsh/site-functions/_profilectl",
            "profilectl.fish", "fish/vendor_completions.d/profilectl.fish")
        .forEach((from, to) -> copy(Path.of("completion", from), share.resolve(to)));
    copy(Path.of("LICENSE"), share.resolve("doc/profilectl/LICENSE"));
  }

  /// Made once for every JDK, since that takes longest. A build beside others links to its files.
  private void runtime() throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("java.home"));
    String key = Files.readString(home.resolve("release")) + JLINK + "stripped";
    Path made = Path.of("target/runtime", Integer.toHexString(key.hashCode()));
    if (!Files.exists(made.resolve("release"))) {
      Path part = made.resolveSibling(made.getFileName() + "-" + ProcessHandle.current().pid());
      List<String> words = new ArrayList<>(JLINK);
      words.addAll(List.of("--output", part.toString()));
      int exit =
          ToolProvider.findFirst("jlink")
              .map(jlink -> jlink.run(System.out, System.err, words.toArray(String[]::new)))
              .orElse(1);
      if (exit != 0) {
        System.err.println("no jlink here: the image has no Java of its own");
        return;
      }
      strip(part);
      delete(made);
      Files.move(part, made);
    }
    copy(made, top.resolve("runtime"));
  }

  /// jlink leaves the symbols in native libraries, a sixth of all. Where there is no `strip`, they
  /// stay.
  private static void strip(Path runtime) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of("strip", "--strip-unneeded"));
    try (Stream<Path> files = Files.walk(runtime)) {
      files
          .filter(
              file -> file.toString().endsWith(".so") || file.startsWith(runtime.resolve("bin")))
          .filter(file -> Files.isRegularFile(file))
          .map(Path::toString)
          .forEach(words::add);
    }
    words.add(runtime.resolve("lib/jspawnhelper").toString());
    words.add(runtime.resolve("lib/jexec").toString());
    try {
      new ProcessBuilder(words).inheritIO().start().waitFor();
    } catch (IOException noSuchProgram) {
      return;
    }
  }

  /// Every file and folder gets the same date: archives are then equal, and caches, which know the
  /// date of the jar, fit after unpacking.
  private void date(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!Files.isSymbolicLink(file)) {
          Files.setLastModifiedTime(file, FileTime.from(time));
        }
      }
    }
  }

  private void rehearse() throws IOException, InterruptedException {
    Path log = build.resolve("rehearsal.log");
    Process process =
        new ProcessBuilder("sh", top.resolve("lib/rehearse").toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    if (process.waitFor() != 0) {
      throw new IOException(Files.readString(log));
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(target);
        } else {
          Files.createDirectories(target.getParent());
          Files.copy(file, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  private static void delete(Path top) throws IOException {
    if (Files.exists(top)) {
      try (Stream<Path> files = Files.walk(top)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
