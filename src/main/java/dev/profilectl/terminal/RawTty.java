package dev.profilectl.terminal;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The controlling terminal without echo and line editing, until closed. Its settings are kept by a
 * shell that puts them back when this process closes the pipe between them, by {@link #close} or by
 * dying of whatever cause. All of it costs 15 ms, a JLine terminal 500.
 */
final class RawTty implements AutoCloseable {
  private static final String DEVICE = "/dev/tty";

  /**
   * Changing a terminal from the background would stop the whole job, so that is found out first. A
   * read waits for a key: where it came back with nothing, a shell that gets the terminal before
   * its settings are back would take that for the end of its input, and end.
   */
  private static final String HOLD =
      """
      trap '' HUP INT QUIT TERM TSTP TTOU
      if [ -r /proc/$$/stat ]; then
        read -r stat </proc/$$/stat
        set -- $stat
        [ "$5" = "$8" ] || exit 1
      else
        case $(ps -o stat= -p $$) in *+*) ;; *) exit 1 ;; esac
      fi
      saved=$(stty -g) && [ -n "$saved" ] || exit 1
      trap 'printf %s "$FAREWELL" >/dev/tty; stty "$saved"' EXIT
      stty -icanon -echo $MODES min 1 time 0 && echo && read -r _ <&3
      """;

  /**
   * What there is to do besides.
   *
   * @param modes more settings, in words of {@code stty}
   * @param farewell what the terminal is sent before it gets its settings back, however that comes
   */
  record Manner(String modes, String farewell) {
    /** Nothing. */
    static final Manner PLAIN = new Manner("", "");
  }

  private final Process shell;
  private final InputStream in;
  private final OutputStream out;

  private RawTty(Process shell, InputStream in, OutputStream out) {
    this.shell = shell;
    this.in = in;
    this.out = out;
  }

  /** Empty where there is no terminal, or where it belongs to another job. */
  static Optional<RawTty> open(Manner manner) throws IOException {
    ProcessBuilder holder =
        new ProcessBuilder("/bin/sh", "-c", "exec 3<&0 </dev/tty || exit 1\n" + HOLD)
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    holder.environment().put("MODES", manner.modes);
    holder.environment().put("FAREWELL", manner.farewell);
    Process shell = holder.start();
    InputStream in = null;
    try {
      if (shell.getInputStream().read() == '\n') {
        in = new Glances(new FileInputStream(DEVICE));
        return Optional.of(new RawTty(shell, in, new FileOutputStream(DEVICE)));
      }
      end(shell);
      return Optional.empty();
    } catch (IOException e) {
      if (in != null) {
        in.close();
      }
      end(shell);
      throw e;
    }
  }

  /** Looks before it reads, a tenth of a second at the longest. */
  private static final class Glances extends FilterInputStream {
    private static final int MOST_MILLIS = 100;
    private static final int LONGEST_PAUSE = 10;

    Glances(InputStream tty) {
      super(tty);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 1 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int pause = 1;
      for (int waited = 0; waited < MOST_MILLIS; waited += pause) {
        if (in.available() > 0) {
          return in.read(bytes, offset, length);
        }
        try {
          Thread.sleep(pause);
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          return -1;
        }
        pause = Math.min(pause + 1, LONGEST_PAUSE);
      }
      return -1;
    }
  }

  /** What is typed and answered; a read that finds nothing says it is at the end, yet is not. */
  InputStream in() {
    return in;
  }

  OutputStream out() {
    return out;
  }

  @Override
  public void close() {
    end(shell);
    try (in) {
      out.close();
    } catch (IOException e) {
      // nothing was kept back that could be lost
    }
  }

  private static void end(Process shell) {
    try {
      shell.getOutputStream().close();
      shell.waitFor(1, TimeUnit.SECONDS);
    } catch (IOException e) {
      shell.destroy();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
