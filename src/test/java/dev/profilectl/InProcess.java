package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.scenario.Driver;
import dev.profilectl.terminal.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Runs the program as {@link Main} does, in this JVM. */
final class InProcess implements Driver {
  @Override
  public Result run(Command command) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    PrintWriter writer = new PrintWriter(err, true, StandardCharsets.UTF_8);
    Streams terminals = new Streams(false, command.terminal(), command.terminal());
    try (InputStream in = Files.newInputStream(command.stdin())) {
      Channels channels = new Channels(in, out, writer, terminals);
      var application = new Application(channels, command.environment(), command.folder());
      int exit = new CommandRunner(application).run(command.words().toArray(String[]::new));
      writer.flush();
      return Result.of(exit, out.toByteArray(), err.toByteArray());
    }
  }
}
