package dev.profilectl.remote.fake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * Stands before a real server and spoils some exchanges. What becomes of a person's n-th request
 * depends on the seed, the person and n alone, in whatever order many of them come.
 */
public final class FaultProxy implements AutoCloseable {
  private static final List<String> PERSONS =
      List.of("Authorization", "Access-Token", "Token", "User-Id");
  private static final Duration DRIP = Duration.ofNanos(50_000);

  private final ServerSocket listening;
  private final URI server;
  private final long seed;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Map<String, Integer> counts = new ConcurrentHashMap<>();
  private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();
  private volatile int percent;

  /** What is done to an exchange. */
  public enum Harm {
    NONE,
    /** Reset when the head has come. */
    RESET_BEFORE_BODY,
    /** Half of the request reaches the server; then both ends are reset. */
    RESET_IN_BODY,
    /** The server does it; the client sees a reset. */
    RESET_AFTER_BODY,
    /** The server does it; its answer ends within the head. */
    HALF_HEAD,
    /** The server does it; its answer ends within the body. */
    HALF_BODY,
    /** The server does it; its answer claims to be longer than it is. */
    LENGTH_TOO_LONG,
    /** The server does it; its answer claims to be shorter than it is. */
    LENGTH_TOO_SHORT,
    /** The server does it; the answer has two lengths. */
    TWO_LENGTHS,
    /** The server does it; the answer comes a byte at a time. */
    DRIP,
    /** The server does it; the answer comes twice. */
    TWICE,
    /** The server does it; what comes back is no HTTP. */
    GARBAGE,
    /** A gateway's page, and nothing is done. */
    PAGE_INSTEAD,
    /** A gateway's page, though it is done. */
    PAGE_AFTERWARDS,
    /** A page that says 200, though nothing is done. */
    LOGIN_PAGE,
    /** The server does it; nothing comes back, for as long as the client waits. */
    SILENCE
  }

  /**
   * One exchange.
   *
   * @param person what the request proved itself by
   * @param harm what was done to it
   */
  public record Visit(String person, String method, String path, Harm harm) {
    /** Whether it would have changed something. */
    public boolean isWrite() {
      return !method.equals("GET");
    }
  }

  private FaultProxy(URI server, long seed, int percent) throws IOException {
    this.listening = new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    this.server = server;
    this.seed = seed;
    this.percent = percent;
  }

  /** Before a server; so many of a hundred exchanges are spoiled. */
  public static FaultProxy before(String server, long seed, int percent) {
    try {
      FaultProxy proxy = new FaultProxy(URI.create(server), seed, percent);
      Thread.ofVirtual().start(proxy::accept);
      return proxy;
    } catch (IOException noSocket) {
      throw new UncheckedIOException(noSocket);
    }
  }

  /** Where clients reach it. */
  public String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** From now on nothing is spoiled. */
  public void heal() {
    percent = 0;
  }

  /** Every exchange so far, those of one person in their order. */
  public List<Visit> visits() {
    return List.copyOf(visits);
  }

  /** Forgets the exchanges. */
  public void forget() {
    visits.clear();
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      Connection client = new Connection(socket, null);
      while (exchange(client)) {
        // the client may go on
      }
    } catch (IOException gone) {
      // of either side
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  private Harm harm(String person) {
    int number = counts.merge(person, 1, Integer::sum);
    SplittableRandom random =
        new SplittableRandom(seed * 31 + person.hashCode() * 1_000_003L + number);
    if (random.nextInt(100) >= percent) {
      return Harm.NONE;
    }
    Harm[] all = Harm.values();
    Harm harm = all[1 + random.nextInt(all.length - 1)];
    // A silence costs the client its whole patience.
    return harm == Harm.SILENCE && random.nextInt(4) > 0 ? Harm.RESET_AFTER_BODY : harm;
  }

  /** Whether the connection lives on. */
  private boolean exchange(Connection client) throws IOException, InterruptedException {
    String text = client.head();
    if (text == null) {
      return false;
    }
    Request head = Request.parse(text).orElseThrow(() -> new IOException("no HTTP: " + text));
    String person =
        PERSONS.stream()
            .map(head::headerOrEmpty)
            .filter(value -> !value.isEmpty())
            .findFirst()
            .orElse("");
    Harm harm = harm(person);
    visits.add(new Visit(person, head.method(), head.path(), harm));
    if (harm == Harm.RESET_BEFORE_BODY) {
      client.reset();
      return false;
    }
    String length = head.headerOrEmpty("Content-Length");
    byte[] body = client.body(length.isEmpty() ? 0 : Long.parseLong(length));
    return switch (harm) {
      case RESET_IN_BODY -> {
        send(text, Arrays.copyOf(body, body.length / 2), false);
        client.reset();
        yield false;
      }
      case PAGE_INSTEAD, LOGIN_PAGE -> {
        client.write(page(harm == Harm.PAGE_INSTEAD ? 502 : 200));
        yield true;
      }
      default -> answer(client, harm, send(text, body, true));
    };
  }

  private static byte[] page(int status) {
    return Response.html(status, "<html><h1>" + status + "</h1></html>").bytes(false, 0);
  }

  /** What the server answers; null where it is not waited for. */
  private byte @Nullable [] send(String head, byte[] body, boolean whole) throws IOException {
    try (Socket socket = new Socket(server.getHost(), server.getPort())) {
      Connection upstream = new Connection(socket, null);
      upstream.write(head.getBytes(StandardCharsets.ISO_8859_1));
      upstream.write(body);
      if (!whole) {
        upstream.reset();
        return null;
      }
      String answer = upstream.head();
      if (answer == null) {
        throw new IOException("the server hung up");
      }
      int at = answer.toLowerCase(Locale.ROOT).indexOf("content-length:");
      String length = at < 0 ? "0" : answer.substring(at + 15).split("\r\n", 2)[0].strip();
      byte[] first = answer.getBytes(StandardCharsets.ISO_8859_1);
      byte[] rest = upstream.body(Long.parseLong(length));
      byte[] all = Arrays.copyOf(first, first.length + rest.length);
      System.arraycopy(rest, 0, all, first.length, rest.length);
      return all;
    }
  }

  private static boolean answer(Connection client, Harm harm, byte @Nullable [] answer)
      throws IOException, InterruptedException {
    byte[] whole = answer == null ? new byte[0] : answer;
    String text = new String(whole, StandardCharsets.ISO_8859_1);
    int head = text.indexOf("\r\n\r\n") + 4;
    switch (harm) {
      case NONE -> client.write(whole);
      case HALF_HEAD -> client.write(Arrays.copyOf(whole, head / 2));
      case HALF_BODY -> client.write(Arrays.copyOf(whole, (head + whole.length) / 2));
      case LENGTH_TOO_LONG -> client.write(lengthened(text, whole.length - head + 7));
      case LENGTH_TOO_SHORT -> client.write(lengthened(text, Math.max(0, whole.length - head - 7)));
      case TWO_LENGTHS ->
          client.write(
              text.replaceFirst("\r\n", "\r\nContent-Length: 3\r\n")
                  .getBytes(StandardCharsets.ISO_8859_1));
      case DRIP -> client.drip(whole.length > 2_000 ? Arrays.copyOf(whole, 2_000) : whole, DRIP);
      case TWICE -> {
        client.write(whole);
        client.write(whole);
      }
      case GARBAGE -> client.write(Response.raw("\u0016\u0003\u0001 no HTTP\n\n").body());
      case PAGE_AFTERWARDS -> client.write(page(504));
      case SILENCE -> client.head();
      default -> client.reset();
    }
    return harm == Harm.NONE || harm == Harm.PAGE_AFTERWARDS;
  }

  private static byte[] lengthened(String answer, int length) {
    return answer
        .replaceFirst("(?i)content-length: *[0-9]+", "Content-Length: " + length)
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() {
    try {
      listening.close();
      for (Socket socket : open) {
        socket.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
