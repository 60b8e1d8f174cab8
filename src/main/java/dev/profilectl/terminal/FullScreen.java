package dev.profilectl.terminal;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * The whole terminal for one piece of work: a screen of its own, keys one by one, nothing echoed.
 * Whatever ends the process, the terminal is given back: a shell beside it holds its settings and
 * sends the farewell when this process is gone.
 */
public final class FullScreen implements AutoCloseable {
  /** No signals by keys, no stopping of output, no quoting of the next key. */
  private static final String MODES = "-isig -ixon -iexten";

  private static final String BEGIN = "\u001b[?2026h";
  private static final String END = "\u001b[?2026l";

  /** Another screen, no cursor, marked pastes, no new line behind the last column. */
  private static final String ENTER = "\u001b[?1049h\u001b[?25l\u001b[?2004h\u001b[?7l\u001b[2J";

  /** Ends first what may have been cut off: a picture, a frame. */
  private static final String LEAVE =
      "\u001b\\" + END + "\u001b[0m\u001b[?7h\u001b[?2004l\u001b[?25h\u001b[?1049l";

  private static final String FORGET_KITTY = "\u001b_Ga=d,d=A,q=2\u001b\\";

  /** Stops every process of the job, as Ctrl-Z does. */
  private static final String STOP = "kill -TSTP 0";

  private static final int TRIES = 3;
  private static final TerminalSize USUAL = new TerminalSize(80, 24);

  private final Listener listener;
  private final boolean kitty;
  private final List<Runnable> unregister = new ArrayList<>();
  private @Nullable Held held;
  private Sheet shown = Sheet.of(List.of());

  /** The terminal, and who reads its keys. */
  private record Held(RawTty tty, Thread reader) {}

  /** Who is told; on threads of their own. */
  public interface Listener {
    /** A key was pressed. */
    void key(Key key);

    /** The terminal has another size. */
    void resized();

    /** The terminal is gone. */
    void gone();
  }

  private FullScreen(Listener listener, boolean kitty) {
    this.listener = listener;
    this.kitty = kitty;
  }

  /**
   * Takes the terminal.
   *
   * @param kitty whether pictures are drawn by kitty's protocol, which keeps them until told not to
   * @throws Failure.Fault where there is none, or it belongs to another job
   */
  public static FullScreen open(Listener listener, boolean kitty) {
    FullScreen screen = new FullScreen(listener, kitty);
    if (!screen.take()) {
      throw new Failure.Fault(Message.of("terminal.not-ours"));
    }
    screen.on("WINCH", listener::resized);
    screen.on("HUP", listener::gone);
    screen.on("TSTP", () -> listener.key(new Key.Control('z')));
    return screen;
  }

  private void on(String signal, Runnable then) {
    Object before = Signals.register(signal, then);
    unregister.add(() -> Signals.unregister(signal, before));
  }

  private boolean take() {
    try {
      String farewell = (kitty ? "\u001b\\" + FORGET_KITTY : "") + LEAVE;
      RawTty tty = RawTty.open(new RawTty.Manner(MODES, farewell)).orElse(null);
      if (tty == null) {
        return false;
      }
      held = new Held(tty, Thread.ofPlatform().daemon().name("keys").start(() -> read(tty)));
      send(ENTER);
      forget();
      return true;
    } catch (IOException broken) {
      throw broken(broken);
    }
  }

  private static Failure broken(IOException broken) {
    return new Failure.Fault(
        Message.of("terminal.broken", String.valueOf(broken.getMessage())), broken);
  }

  /** Until this is not the terminal any more. A read comes back soon, with nothing if need be. */
  private void read(RawTty tty) {
    KeyReader keys = new KeyReader(listener::key);
    byte[] bytes = new byte[1024];
    InputStream in = tty.in();
    try {
      while (!Thread.currentThread().isInterrupted()) {
        int count = in.read(bytes);
        if (count > 0) {
          keys.read(bytes, count);
        } else {
          keys.pause();
        }
      }
    } catch (IOException hungUp) {
      if (!Thread.currentThread().isInterrupted()) {
        listener.gone();
      }
    }
  }

  /** Its size now. */
  public TerminalSize size() {
    return Tty.size().orElse(USUAL);
  }

  /** From now on nothing counts as shown. */
  public void forget() {
    shown = Sheet.of(List.of());
    send("\u001b[0m\u001b[2J");
  }

  /** Shows this and nothing else; sends only what is different. */
  public void show(Sheet frame) {
    boolean others = !frame.pictures().equals(shown.pictures());
    StringBuilder text = new StringBuilder(BEGIN);
    if (others && kitty) {
      text.append(FORGET_KITTY);
    }
    boolean touched = others;
    int lines = Math.max(frame.lines().size(), shown.lines().size());
    for (int i = 0; i < lines; i++) {
      String line = i < frame.lines().size() ? frame.lines().get(i) : "";
      boolean same = i < shown.lines().size() && line.equals(shown.lines().get(i));
      boolean cleared = others && (under(shown, i) || under(frame, i));
      if (!same || cleared) {
        text.append("\u001b[").append(i + 1).append(";1H\u001b[2K").append(line);
        text.append("\u001b[0m");
        touched |= under(frame, i);
      }
    }
    if (touched) {
      for (Sheet.Placed placed : frame.pictures()) {
        text.append("\u001b[").append(placed.row() + 1).append(';').append(placed.column() + 1);
        text.append('H').append(placed.sequence());
      }
    }
    shown = frame;
    send(text.append(END).toString());
  }

  private static boolean under(Sheet frame, int line) {
    return frame.pictures().stream()
        .anyMatch(placed -> line >= placed.row() && line < placed.row() + placed.rows());
  }

  private void send(String text) {
    Held now = held;
    if (now == null) {
      return;
    }
    try {
      now.tty.out().write(text.getBytes(StandardCharsets.UTF_8));
      now.tty.out().flush();
    } catch (IOException gone) {
      listener.gone();
    }
  }

  /**
   * Gives the terminal back and stops, as Ctrl-Z does; returns when the job is in front again.
   *
   * @throws Failure.Fault where the terminal cannot be had any more
   */
  public void suspend() {
    release();
    Object before = Signals.registerDefault("TSTP");
    try {
      for (int i = 0; i < TRIES; i++) {
        new ProcessBuilder("/bin/sh", "-c", STOP).inheritIO().start().waitFor();
        if (take()) {
          return;
        }
        // it goes on in the background, where there is nothing to do for it
      }
      throw new Failure.Fault(Message.of("terminal.not-ours"));
    } catch (IOException broken) {
      throw broken(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      Signals.unregister("TSTP", before);
    }
  }

  /** The reader first, lest it takes a key from who reads next. */
  private void release() {
    Held now = held;
    held = null;
    if (now == null) {
      return;
    }
    now.reader.interrupt();
    try {
      now.reader.join(1000);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    now.tty.close();
  }

  /** Gives the terminal back. */
  @Override
  public void close() {
    unregister.forEach(Runnable::run);
    unregister.clear();
    release();
  }
}
