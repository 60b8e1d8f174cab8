package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandles;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Build step: does what people wait for, once each, in one process, so that the JVM can write down
 * the classes it loaded and linked on the way ({@code -XX:AOTCacheOutput}).
 *
 * <p>Usage: {@code Rehearsal FOLDER PICTURE}; the store is made in the folder.
 */
final class Rehearsal {
  private static final int ROWS = 10_000;

  private static final List<List<String>> VERBS =
      List.of(
          // First, so that all others have a config file to read, as theirs will.
          List.of("target", "add", "shop", "--system", "weidu", "--url", "URL"),
          List.of("user", "create", "ada", "--nickname", "Ada", "--ext-data", "{\"a\":1}"),
          List.of("user", "update", "ada", "--city", "London", "-o", "table"),
          List.of("user", "update", "ada", "--city", "Paris"),
          List.of("user", "update", "ada", "--gender", "9"),
          List.of("user", "get", "ada"),
          List.of("user", "get", "ada", "-o", "json"),
          List.of("user", "list", "--where", "city=Paris", "-o", "csv"),
          List.of("user", "history", "ada"),
          List.of("avatar", "upload", "ada", "PICTURE"),
          List.of("avatar", "show", "ada", "-o", "table"),
          List.of("avatar", "show", "ada", "--preview", "blocks"),
          List.of("avatar", "show", "ada"),
          List.of("code", "explain", "400124"),
          List.of("--help"),
          List.of("user", "--help"),
          List.of("user", "update", "--help"),
          List.of("help", "fields"),
          List.of("version"),
          List.of("__complete", "--", "user", "a"),
          List.of("__complete", "--", "target", "s"),
          List.of("__complete", "--", "run", ""),
          List.of("__complete", "--", "code", "4"),
          List.of("__complete", "--", "field-is", "c"),
          List.of("user", "updat"),
          List.of("validate", "MANY"),
          // Long enough for the JVM to learn what is worth compiling.
          List.of("user", "import", "MANY", "--mode", "upsert", "--set", "city=Rome"),
          List.of("user", "import", "MANY", "--set", "city={username|upper}"),
          List.of("user", "export", "-o", "csv"));

  /** Two of them are wrong on purpose: what tells failures is to be known as well. */
  private static final Set<Integer> MEANT =
      Set.of(ExitCode.OK.number(), ExitCode.USAGE.number(), ExitCode.INVALID.number());

  private Rehearsal() {}

  /** Runs every verb; what they print does not matter. */
  public static void main(String[] words) throws IOException, IllegalAccessException {
    MethodHandles.lookup().ensureInitialized(Main.class);
    HeadStart.start("user", "update");
    Path folder = Path.of(words[0]).toAbsolutePath();
    Map<String, String> environment =
        Map.of("HOME", folder.toString(), "COLUMNS", "80", "PROFILECTL_TOKEN", "t");
    Channels channels =
        new Channels(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Streams.NONE);
    Application application = new Application(channels, environment, folder);
    try (ServerSocket remote = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Map<String, String> meant =
          Map.of(
              // The folder of the application is another than that of the process.
              "PICTURE", Path.of(words[1]).toAbsolutePath().toString(),
              "MANY", many(folder).toString(),
              "URL", "http://127.0.0.1:" + remote.getLocalPort());
      for (List<String> verb : VERBS) {
        int exit = run(application, verb.stream().map(w -> meant.getOrDefault(w, w)));
        if (!MEANT.contains(exit)) {
          throw new IllegalStateException(String.join(" ", verb));
        }
      }
      Thread.ofVirtual().start(() -> answer(remote));
      run(application, Stream.of("user", "get", "me", "--target", "shop"));
    }
  }

  /** In an application of its own, as it will be. */
  private static int run(Application application, Stream<String> words) {
    return new CommandRunner(application.with(application.environment()))
        .run(words.toArray(String[]::new));
  }

  /** A remote system, as far as the client need see one. */
  private static void answer(ServerSocket remote) {
    byte[] body = "{\"code\":0,\"msg\":\"\",\"data\":{}}".getBytes(StandardCharsets.US_ASCII);
    String head =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length
            + "\r\n\r\n";
    try (Socket socket = remote.accept()) {
      socket.getInputStream().read(new byte[1 << 16]);
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static Path many(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of("username,nickname,level"));
    for (int i = 0; i < ROWS; i++) {
      lines.add("user" + i + ",Nick " + i + ",gold");
    }
    return Files.write(folder.resolve("many.csv"), lines);
  }
}
