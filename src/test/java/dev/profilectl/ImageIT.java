package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import dev.profilectl.Checkout.Outcome;
import dev.profilectl.remote.Keys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Maven made for users, as a user has it: without Java, somewhere else, not quite whole. */
class ImageIT {
  private static final long MEGABYTE = 1_000_000;

  @TempDir private Path folder;

  @Test
  void needsNoJavaAndNoFolderThatCanBeWritten() throws Exception {
    Path image = copy();
    assertThat(Files.exists(image.resolve("runtime"))).as("there is a jlink").isTrue();
    boolean root = "root".equals(System.getProperty("user.name"));
    assumeThat(root).as("only root can be somebody else").isTrue();
    List<String> nobody =
        List.of(
            Checkout.onPath("setpriv").orElseThrow().toString(),
            "--reuid=65534",
            "--regid=65534",
            "--clear-groups");
    new ProcessBuilder("chmod", "-R", "a+rX", folder.toString()).inheritIO().start().waitFor();
    Outcome version = run(image, nobody, "version");
    assertThat(version.err()).isEmpty();
    assertThat(version.out()).startsWith("profilectl ");
    assertThat(run(image, nobody, "user", "list", "--store", ":memory:").exit()).isZero();
  }

  @Test
  void startsFromItsCache() throws Exception {
    Outcome traced =
        run(
            PackagedImage.HOME,
            List.of("/usr/bin/env", "PROFILECTL_JAVA_OPTS=-Xlog:class+load:stderr"),
            "version");
    assertThat(traced.err().lines().filter(line -> line.contains("shared objects file")))
        .as("classes from the cache")
        .hasSizeGreaterThan(1000);
    assertThat(traced.err()).doesNotContain("profilectl.jar");
  }

  @Test
  void worksWithACacheThatIsDamagedOrMissing() throws Exception {
    Path image = copy();
    Path cache = image.resolve("lib/profilectl.aot");
    Outcome good = run(image, List.of(), "--help");
    assertThat(good.exit()).isZero();
    long size = Files.size(cache);

    try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {42}), size / 3);
    }
    assertThat(run(image, List.of(), "--help")).as("one byte").isEqualTo(good);
    try (FileChannel file = FileChannel.open(cache, StandardOpenOption.WRITE)) {
      file.truncate(size / 2);
    }
    assertThat(run(image, List.of(), "--help")).as("cut").isEqualTo(good);
    Files.writeString(cache, "");
    assertThat(run(image, List.of(), "--help")).as("empty").isEqualTo(good);
    Files.copy(image.resolve("lib/profilectl.jar"), image.resolve("lib/other"));
    Files.move(image.resolve("lib/other"), cache, StandardCopyOption.REPLACE_EXISTING);
    Files.setLastModifiedTime(cache, FileTime.from(Instant.EPOCH));
    assertThat(run(image, List.of(), "--help")).as("no cache at all").isEqualTo(good);
    Files.delete(cache);
    assertThat(run(image, List.of(), "--help")).as("missing").isEqualTo(good);
  }

  @Test
  void worksWithACacheOfAnotherJar() throws Exception {
    Path image = copy();
    Outcome good = run(image, List.of(), "--help");
    Files.setLastModifiedTime(
        image.resolve("lib/profilectl.jar"), FileTime.from(Instant.ofEpochSecond(1)));
    assertThat(run(image, List.of(), "--help")).isEqualTo(good);
  }

  /** Most systems keep them in PEM alone, which no Java reads by itself. */
  @Test
  void believesWhomTheMachineBelieves() throws Exception {
    Keys keys = Keys.of(folder, "dns:localhost");
    byte[] picture = Files.readAllBytes(Path.of("src/test/resources/images/photo.jpg"));
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(keys.context()));
    server.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "image/jpeg");
          exchange.sendResponseHeaders(200, picture.length);
          exchange.getResponseBody().write(picture);
          exchange.close();
        });
    server.start();
    try {
      String url = "https://localhost:" + server.getAddress().getPort() + "/photo.jpg";
      Path bundle = Files.createDirectories(folder.resolve("root/etc/ssl/certs"));
      String[] words = {"avatar", "upload", "ada", url, "--allow-private", "--store", store()};
      List<String> there = List.of("/usr/bin/env", "PROFILECTL_SYSTEM_ROOT=" + folder + "/root");
      run(PackagedImage.HOME, List.of(), "user", "create", "ada", "--store", store());
      Outcome refused = run(PackagedImage.HOME, there, words);
      assertThat(refused.exit()).as(refused.err()).isEqualTo(4);
      Files.copy(keys.certificate(), bundle.resolve("ca-certificates.crt"));
      Outcome taken = run(PackagedImage.HOME, there, words);
      assertThat(taken.exit()).as(taken.err()).isZero();
      Files.writeString(bundle.resolve("ca-certificates.crt"), "no certificate");
      assertThat(run(PackagedImage.HOME, there, words).exit()).isEqualTo(4);
    } finally {
      server.stop(0);
    }
  }

  private String store() {
    return folder.resolve("store.db").toString();
  }

  @Test
  void installsAndTakesAwayWhatItInstalledAlone() throws Exception {
    Path prefix = Files.createDirectories(folder.resolve("some where"));
    Path theirs = Files.createDirectories(prefix.resolve("share/man/man1")).resolve("a.1");
    Files.writeString(theirs, "of another program");
    List<Path> before = files(prefix);
    String installer = PackagedImage.HOME.resolve("install").toString();

    Outcome done = start(List.of(installer, "--prefix", prefix.toString()));
    assertThat(done.err()).isEmpty();
    assertThat(done.out()).startsWith("Installed in " + prefix + ": profilectl ");
    Path link = prefix.resolve("bin/profilectl");
    assertThat(start(List.of(link.toString(), "version")).out()).startsWith("profilectl ");
    assertThat(prefix.resolve("share/man/man1/profilectl-user-update.1")).isRegularFile();
    assertThat(prefix.resolve("share/bash-completion/completions/profilectl")).isRegularFile();
    assertThat(prefix.resolve("lib/profilectl/lib/profilectl.aot")).isRegularFile();

    Outcome gone = start(List.of(installer, "--prefix", prefix.toString(), "--uninstall"));
    assertThat(gone.exit()).as(gone.err()).isZero();
    assertThat(files(prefix)).isEqualTo(before);
  }

  @Test
  void installsOverNothingOfAnother() throws Exception {
    Path other = Files.createDirectories(folder.resolve("bin")).resolve("profilectl");
    Files.writeString(other, "of another");
    String installer = PackagedImage.HOME.resolve("install").toString();
    Outcome refused = start(List.of(installer, "--prefix=" + folder));
    assertThat(refused.exit()).isEqualTo(1);
    assertThat(refused.err()).contains(other + " is there, and not from here");
    assertThat(folder.resolve("lib")).doesNotExist();
  }

  private static List<Path> files(Path top) throws IOException {
    try (var files = Files.walk(top)) {
      return files.sorted().toList();
    }
  }

  @Test
  void isOfASizeThatCanBeSent() throws Exception {
    try (var files = Files.walk(PackagedImage.HOME)) {
      long bytes = files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
      assertThat(bytes).isLessThan(140 * MEGABYTE);
    }
  }

  /** Times and links as they are: what an archive would give. */
  private Path copy() throws IOException, InterruptedException {
    Path image = folder.resolve("it's an image");
    Process copy =
        new ProcessBuilder("cp", "-Rp", PackagedImage.HOME.toString(), image.toString())
            .inheritIO()
            .start();
    assertThat(copy.waitFor()).isZero();
    return image;
  }

  private Outcome run(Path image, List<String> before, String... words) throws Exception {
    List<String> command = new ArrayList<>(before);
    command.add(image.resolve("bin/profilectl").toString());
    command.addAll(List.of(words));
    return start("/nowhere", command);
  }

  private Outcome start(List<String> command) throws Exception {
    return start("/usr/bin:/bin", command);
  }

  private Outcome start(String path, List<String> command) throws Exception {
    Path out = Files.createTempFile(folder, "out", "");
    Path err = Files.createTempFile(folder, "err", "");
    var builder = new ProcessBuilder(command);
    builder.redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("PATH", path, "HOME", folder.toString()));
    Process process = builder.start();
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
  }
}
