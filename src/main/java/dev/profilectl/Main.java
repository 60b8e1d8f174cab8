package dev.profilectl;

import dev.profilectl.cli.CommandRunner;
import dev.profilectl.cli.Workspace.Channels;
import dev.profilectl.terminal.Streams;
import dev.profilectl.trust.Trust;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** The process: its streams, its environment, its exit. */
public final class Main {
  private Main() {}

  /** Runs the words of the command line and exits with the code of the table. */
  public static void main(String[] words) {
    HeadStart.start(words);
    // the launcher knows where the machine keeps it
    String bundle = System.getProperty("profilectl.ca-bundle");
    if (bundle != null) {
      Trust.name(Path.of(bundle));
    }
    // Not System.out: a PrintStream swallows its errors.
    Channels channels =
        new Channels(
            new FileInputStream(FileDescriptor.in),
            new FileOutputStream(FileDescriptor.out),
            new PrintWriter(
                new OutputStreamWriter(
                    new FileOutputStream(FileDescriptor.err), StandardCharsets.UTF_8),
                true),
            terminals());
    Application application =
        new Application(channels, environment(), Path.of("").toAbsolutePath());
    int exit = new CommandRunner(application).run(words);
    channels.err().flush();
    // System.exit asks for a logger first, and that takes a third of a bare start.
    if (exit != 0 || othersRun()) {
      System.exit(exit);
    }
  }

  /** Whether a thread would keep the process from ending. */
  private static boolean othersRun() {
    Thread self = Thread.currentThread();
    ThreadGroup group = self.getThreadGroup();
    Thread[] threads = new Thread[group.activeCount() + 10];
    int count = group.enumerate(threads);
    for (Thread each : Arrays.copyOf(threads, count)) {
      if (!each.equals(self) && !each.isDaemon()) {
        return true;
      }
    }
    return false;
  }

  /** The launcher knows which streams are terminals; without it the system is asked. */
  private static Streams terminals() {
    String digits = System.getProperty("profilectl.tty");
    return digits == null
        ? Streams.ofProcess()
        : new Streams(digits.contains("0"), digits.contains("1"), digits.contains("2"));
  }

  /** The launcher may have had to change the locale for the JVM; this is the one the user has. */
  private static Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(System.getenv());
    String locale = System.getProperty("profilectl.locale");
    if (locale != null) {
      environment.put("LC_ALL", locale);
    }
    return environment;
  }
}
