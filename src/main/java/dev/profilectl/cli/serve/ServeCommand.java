package dev.profilectl.cli.serve;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.ServeChoice;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.cli.Workspace.Serving;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Column;
import dev.profilectl.output.Printer;
import dev.profilectl.validation.DocumentedSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}. */
@Command(
    name = "serve",
    header = {
      "Serve the local store by the documented APIs, until the process is told to end.",
      "",
      "  profilectl serve --auth test --store :memory: --seed-users 100",
      "  profilectl serve --port 0 --ready-file ready.txt --systems weidu,zaihangyun"
    })
public final class ServeCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description = "Where to listen; 127.0.0.1, this machine alone, by default.")
  String host = "127.0.0.1";

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "The port, 9004 by default; 0 for a free one.")
  int port = 9004;

  @Option(
      names = "--systems",
      paramLabel = "A,B",
      description = "Whose calls are answered: weidu, west2, anqicms, zaihangyun; all by default.")
  String systems = String.join(",", DocumentedSystem.words());

  @Option(
      names = "--quirks",
      paramLabel = "A,B",
      description = "Of which systems with the side effects of their real servers, or all.")
  String quirks = "";

  @Option(
      names = "--auth",
      paramLabel = "HOW",
      description = "required, or test: ids in requests are believed, on this machine only.")
  String auth = "required";

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Write the address to a file when all is ready; it goes at the end.")
  @Nullable String readyFile;

  @Option(
      names = "--tls-cert",
      paramLabel = "FILE",
      description = "A certificate in PEM: answer by https; with --tls-key.")
  @Nullable String certificate;

  @Option(
      names = "--tls-key",
      paramLabel = "FILE",
      description = "Its key in PEM, PKCS #8 without a password.")
  @Nullable String key;

  @Option(
      names = "--max-upload",
      paramLabel = "SIZE",
      description = "The largest file that is taken, 10MiB by default, at most 20MiB.")
  String maxUpload = "10MiB";

  @Option(
      names = "--access-log",
      paramLabel = "FILE",
      description = "Append a line of JSON for every request.")
  @Nullable String accessLog;

  @Option(
      names = "--public-url",
      paramLabel = "URL",
      description = "What addresses of pictures begin with; the address itself by default.")
  @Nullable String publicUrl;

  @Option(
      names = "--fault",
      paramLabel = "PLAN",
      description = "Fail on purpose: latency=50ms,fail=5%%,rate=10/s,drop=1%%,seed=7.")
  String faults = "";

  @Option(
      names = "--seed-users",
      paramLabel = "N",
      description = "Make this many users first, those that are not there yet.")
  int seedUsers;

  @Option(
      names = "--seed",
      paramLabel = "N",
      description = "Which users: the same for the same number, 42 by default.")
  long seed = 42;

  /** In a workspace. */
  public ServeCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      ServeChoice choice = choice(session);
      try (Serving serving = workspace.serve(session.storeToWrite(), choice)) {
        if (seedUsers > 0) {
          SeededUsers.make(serving.seeds(), seed, seedUsers, workspace.loginName());
        }
        Printer printer = session.printer();
        if (printer.structured()) {
          printer.one(List.of(Column.of("url", Serving::url)), serving);
        } else {
          printer.line("ready " + serving.url());
        }
        writeReady(serving.url());
        serving.await();
        deleteReady();
      }
      return ExitCode.OK.number();
    }
  }

  private ServeChoice choice(Session session) {
    if (!auth.equals("required") && !auth.equals("test")) {
      throw wrong("--auth", auth, "required, test");
    }
    if (port < 0 || port > 65535) {
      throw wrong("--port", String.valueOf(port), "0-65535");
    }
    if ((certificate == null) != (key == null)) {
      throw new Usage(Message.of("serve.half-tls"));
    }
    if (publicUrl != null && !publicUrl.matches("https?://[^/?#]+[^?#]*")) {
      throw wrong("--public-url", publicUrl, "https://users.example.org");
    }
    return new ServeChoice(
        new ServeChoice.Place(host, port, publicUrl, certificate, key),
        systems("--systems", systems),
        Set.copyOf(
            quirks.equals("all")
                ? List.of(DocumentedSystem.values())
                : systems("--quirks", quirks)),
        auth.equals("test"),
        UploadSize.parse("--max-upload", maxUpload),
        faults,
        accessLog,
        session.locale());
  }

  private static List<DocumentedSystem> systems(String flag, String words) {
    return Arrays.stream(words.split(",", -1))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                DocumentedSystem.of(word)
                    .orElseThrow(
                        () -> wrong(flag, word, String.join(", ", DocumentedSystem.words()))))
        .distinct()
        .toList();
  }

  private static Usage wrong(String flag, String value, String right) {
    return new Usage(Message.of("usage.option", flag, value, right));
  }

  /** Whole or not there: whoever waits for the file reads it at once. */
  private void writeReady(String url) {
    if (readyFile == null) {
      return;
    }
    Path file = workspace.file(readyFile);
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.writeString(aside, url + "\n");
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new Fault(Message.of("serve.ready-failed", file, IoReason.of(unwritable)), unwritable);
    }
  }

  private void deleteReady() {
    if (readyFile == null) {
      return;
    }
    try {
      Files.deleteIfExists(workspace.file(readyFile));
    } catch (IOException stays) {
      throw new Fault(Message.of("serve.ready-failed", readyFile, IoReason.of(stays)), stays);
    }
  }
}
