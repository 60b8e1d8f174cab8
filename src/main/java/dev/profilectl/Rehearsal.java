package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.store.NativeLibrary;
import dev.profilectl.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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
  private static final List<List<String>> VERBS =
      List.of(
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
          List.of("user", "updat"));

  /** Two of them are wrong on purpose: what tells failures is to be known as well. */
  private static final Set<Integer> MEANT =
      Set.of(ExitCode.OK.number(), ExitCode.USAGE.number(), ExitCode.INVALID.number());

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
    for (List<String> verb : VERBS) {
      String[] line =
          verb.stream().map(word -> word.equals("PICTURE") ? picture : word).toArray(String[]::new);
      int exit = new CommandRunner(new Application(channels, environment, folder)).run(line);
      if (!MEANT.contains(exit)) {
        throw new IllegalStateException(String.join(" ", verb));
      }
    }
  }
}
