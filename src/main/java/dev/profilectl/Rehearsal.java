package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.cli.Workspace.Serving;
import dev.profilectl.cli.Workspace.StoreChoice;
import dev.profilectl.store.NativeLibrary;
import dev.profilectl.terminal.Streams;
import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Build step: unpacks SQLite's native library, then does what people wait for, once each, in one
 * process, so that the JVM can write down the classes it loaded and linked on the way ({@code
 * -XX:AOTCacheOutput}).
 *
 * <p>Usage: {@code Rehearsal FOLDER PICTURE}; the library goes to {@code native} below the folder,
 * the store it makes to {@code home}.
 */
final class Rehearsal {
  private static final int ROWS = 10_000;

  private static final List<List<String>> VERBS =
      List.of(
          // First, so that all others have a config file to read, as theirs will.
          List.of("target", "add", "shop", "--system", "weidu", "--url", "http://127.0.0.1:9"),
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
          List.of("code", "explain", "400124"),
          List.of("user", "update", "--help"),
          List.of("help", "fields"),
          List.of("version"),
          List.of("__complete", "--", "user", "a"),
          List.of("__complete", "--", "target", "s"),
          List.of("__complete", "--", "run", ""),
          List.of("__complete", "--", "code", "4"),
          List.of("__complete", "--", "field-is", "c"),
          List.of("user", "updat"),
          // Last, and long enough for the JVM to learn what is worth compiling.
          List.of("user", "import", "MANY", "--mode", "upsert", "--set", "city=Rome"),
          List.of("user", "import", "MANY", "--set", "city={username|upper}"),
          List.of("user", "export", "-o", "csv"));

  /** Two of them are wrong on purpose: what tells failures is to be known as well. */
  private static final Set<Integer> MEANT =
      Set.of(ExitCode.OK.number(), ExitCode.USAGE.number(), ExitCode.INVALID.number());

  private static final List<String> CALLS =
      List.of(
          "GET /healthz",
          "PUT /weidu/api/v1/users/update",
          "GET /user/info",
          "GET /api/user/detail",
          "POST /v1/user/update");

  private Rehearsal() {}

  /** Runs every verb; what they print does not matter. */
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]).toAbsolutePath();
    NativeLibrary.unpack(folder.resolve("native"));
    // The folder of the application is another than that of the process.
    String picture = Path.of(words[1]).toAbsolutePath().toString();
    Path home = folder.resolve("home");
    Map<String, String> environment = Map.of("HOME", home.toString(), "COLUMNS", "80");
    Channels channels =
        new Channels(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Streams.NONE);
    String many = many(Files.createDirectories(home)).toString();
    for (List<String> verb : VERBS) {
      String[] line =
          verb.stream()
              .map(word -> word.equals("PICTURE") ? picture : word.equals("MANY") ? many : word)
              .toArray(String[]::new);
      int exit = new CommandRunner(new Application(channels, environment, folder)).run(line);
      if (!MEANT.contains(exit)) {
        throw new IllegalStateException(String.join(" ", verb));
      }
    }
    serve(new Application(channels, environment, folder));
  }

  private static Path many(Path folder) throws IOException {
    List<String> lines = new ArrayList<>(List.of("username,nickname,level"));
    for (int i = 0; i < ROWS; i++) {
      lines.add("user" + i + ",Nick " + i + ",gold");
    }
    return Files.write(folder.resolve("many.csv"), lines);
  }

  /** A server is waited for as well; each system is asked once. */
  private static void serve(Application application) throws IOException {
    ServeChoice choice =
        new ServeChoice(
            new ServeChoice.Place("127.0.0.1", 0, null, null, null),
            List.of(DocumentedSystem.values()),
            Set.of(),
            true,
            1 << 20,
            "",
            null,
            Locale.ENGLISH);
    try (Serving serving = application.serve(new StoreChoice(":memory:", true), choice)) {
      for (String call : CALLS) {
        try (Socket socket =
            new Socket(InetAddress.getLoopbackAddress(), URI.create(serving.url()).getPort())) {
          String request =
              call + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}";
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
          socket.getInputStream().readAllBytes();
        }
      }
    }
  }
}
