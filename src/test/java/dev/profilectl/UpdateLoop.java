package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Runs many {@code user update} in one process: store, name of the writer, how many, users in turn.
 * Acknowledges each on standard output when it is done.
 */
final class UpdateLoop {
  private UpdateLoop() {}

  static void main(String[] words) {
    PrintWriter err =
        new PrintWriter(new OutputStreamWriter(System.err, StandardCharsets.UTF_8), true);
    Channels channels =
        new Channels(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            err,
            new Streams(false, false, false));
    PrintStream acknowledge = System.out;
    int count = Integer.parseInt(words[2]);
    for (int i = 0; i < count; i++) {
      String user = words[3 + i % (words.length - 3)];
      String label = words[1] + "-" + i;
      int exit =
          new CommandRunner(new Application(channels, System.getenv(), Path.of("")))
              .run(
                  "user",
                  "update",
                  user,
                  "--store",
                  words[0],
                  "--set",
                  "label=" + label,
                  "--city",
                  "c" + i % 7);
      if (exit != 0) {
        err.println(label + " ended with " + exit);
        System.exit(1);
      }
      acknowledge.println(label);
      acknowledge.flush();
    }
  }
}
