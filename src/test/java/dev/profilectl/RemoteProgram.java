package dev.profilectl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The program with a target named {@code live} and a token in its environment.
 *
 * @param home where it keeps things
 * @param token for the target
 */
record RemoteProgram(Path home, String token) {
  /** Adds the target, with settings as flags. */
  RemoteProgram at(String system, String url, String... settings) {
    List<String> words =
        Stream.concat(
                Stream.of("target", "add", "live", "--system", system, "--url", url),
                Stream.of(settings))
            .toList();
    Program.Run added = line(words);
    assertThat(added.exit()).as(added.err()).isZero();
    return this;
  }

  /** Runs a command line on the target. */
  Program.Run run(String... words) {
    return line(Stream.concat(Stream.of(words), Stream.of("--target", "live")).toList());
  }

  /** Runs a command line. */
  Program.Run line(List<String> words) {
    Map<String, String> environment = new HashMap<>();
    environment.putAll(Map.of("HOME", home.toString(), "COLUMNS", "100", "NO_COLOR", "1"));
    environment.put("PROFILECTL_TOKEN", token);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Application application =
        new Application(
            new Channels(
                InputStream.nullInputStream(),
                out,
                new PrintWriter(err, true, StandardCharsets.UTF_8),
                new Streams(false, false, false)),
            environment,
            home);
    int exit = new CommandRunner(application).run(words.toArray(String[]::new));
    return new Program.Run(
        exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
