package dev.profilectl;

import dev.profilectl.cli.CommandShape;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.cli.help.ManPage;
import dev.profilectl.cli.help.Topic;
import dev.profilectl.terminal.Streams;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Build step: writes a page for {@code man} about every command and every topic.
 *
 * <p>Usage: {@code ManPages FOLDER}; pages go to {@code man1} and {@code man7} below it.
 */
final class ManPages {
  private ManPages() {}

  /** Writes them all. */
  public static void main(String[] words) throws IOException {
    Path folder = Path.of(words[0]);
    Channels none =
        new Channels(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintWriter(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            Streams.NONE);
    Workspace workspace = new Application(none, Map.of(), folder);
    write(CommandShape.all(workspace), folder, workspace.version());
    for (Topic topic : Topic.values()) {
      Path page = folder.resolve("man7").resolve("profilectl-" + topic.word() + ".7");
      write(page, ManPage.of(topic, workspace.version()));
    }
  }

  private static void write(CommandShape command, Path folder, String version) throws IOException {
    Path page = folder.resolve("man1").resolve(ManPage.name(command) + ".1");
    write(page, ManPage.of(command, version));
    for (CommandShape sub : command.commands()) {
      write(sub, folder, version);
    }
  }

  private static void write(Path page, String text) throws IOException {
    Files.createDirectories(page.getParent());
    Files.writeString(page, text);
  }
}
