package dev.profilectl.remote.fake;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 on a loopback address, parsed by hand so that a request is seen exactly as it was sent.
 * It remembers every request and spoils the exchanges it is told to spoil.
 */
public final class FakeServer implements AutoCloseable {
  private final Manners manners;
  private final Handler handler;
  private final ServerSocket listening;
  private final FaultScript faults = new FaultScript();
  private final ConcurrentLinkedQueue<Request> requests = new ConcurrentLinkedQueue<>();
  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile Duration latency = Duration.ZERO;
  private volatile boolean recording = true;

  private FakeServer(Manners manners, Handler handler) throws IOException {
    this.manners = manners;
    this.handler = handler;
    this.listening = new ServerSocket();
    listening.bind(new InetSocketAddress(InetAddress.ofLiteral(manners.address()), 0), 1000);
  }

  /** On 127.0.0.1 at a free port, taking everything. */
  public static FakeServer start(Handler handler) {
    return start(Manners.plain(), handler);
  }

  /** With manners of its own. */
  public static FakeServer start(Manners manners, Handler handler) {
    try {
      var server = new FakeServer(manners, handler);
      Thread.ofVirtual().start(server::accept);
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The next requests go wrong in this order; the first fault is for the first of them. */
  public void next(Fault... script) {
    faults.next(List.of(script));
  }

  /**
   * Every request that meets a condition goes wrong, unless the script has something for it. For a
   * fault that comes before the body is read the condition sees the request without its body.
   */
  public void on(Predicate<Request> condition, Fault fault) {
    faults.on(condition, fault);
  }

  /** From now on nothing goes wrong. */
  public void heal() {
    faults.clear();
  }

  /** How long every answer takes, after the request was read. */
  public void latency(Duration each) {
    latency = each;
  }

  /** Whether requests are remembered; a long benchmark has no use for them. */
  public void recording(boolean on) {
    recording = on;
  }

  /** The requests in the order in which they were read. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Forgets the requests. */
  public void clear() {
    requests.clear();
  }

  /** How many connections were made to it. */
  public int connections() {
    return connections.get();
  }

  /** What the handler threw: always a mistake of the fake. */
  public List<Throwable> failures() {
    return List.copyOf(failures);
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** A URL there. */
  public String url(String path) {
    String host = manners.address().contains(":") ? "[::1]" : manners.address();
    return (manners.tls() == null ? "http://" : "https://") + host + ":" + port() + path;
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket socket = listening.accept();
        connections.incrementAndGet();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    try (socket) {
      Connection connection = new Connection(socket, manners.tls());
      while (exchange(connection)) {
        // the client may go on
      }
    } catch (IOException gone) {
      // the client's own business
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      open.remove(socket);
    }
  }

  /** Whether the connection lives on. */
  private boolean exchange(Connection connection) throws IOException, InterruptedException {
    String text = connection.head();
    if (text == null) {
      return false;
    }
    @Nullable Request head = Request.parse(text).orElse(null);
    if (head == null) {
      return send(connection, Manners.BAD_HEAD);
    }
    Fault fault = faults.atHead(head);
    if (fault.isEarly()) {
      record(head);
      if (fault.kind() == Fault.Kind.EMPTY_413) {
        return send(connection, Manners.BARE_413);
      }
      connection.reset();
      return false;
    }
    @Nullable Response refusal = refusal(head);
    if (refusal != null) {
      record(head);
      send(connection, refusal);
      return false;
    }
    Request request = head.withBody(body(connection, head));
    record(request);
    Duration wait = latency;
    if (wait.isPositive()) {
      Thread.sleep(wait);
    }
    Fault late = fault.kind() == Fault.Kind.NONE ? faults.atBody(request) : fault;
    return answer(connection, request, late)
        && !request.headerOrEmpty("Connection").equalsIgnoreCase("close");
  }

  private void record(Request request) {
    if (recording) {
      requests.add(request);
    }
  }

  private static boolean isChunked(Request head) {
    return head.headerOrEmpty("Transfer-Encoding").toLowerCase(Locale.ROOT).contains("chunked");
  }

  private static long length(Request head) {
    String length = head.headerOrEmpty("Content-Length");
    return length.matches("\\d{1,18}") ? Long.parseLong(length) : 0;
  }

  private @Nullable Response refusal(Request head) {
    if (isChunked(head)) {
      return manners.frames().chunked() ? null : Manners.BAD_HEAD;
    }
    Manners.Limit limit = manners.limit();
    long sent = length(head) + (limit.withHead() ? head.head().length() : 0);
    return sent > limit.bytes() ? limit.answer().with("Connection", "close") : null;
  }

  private byte[] body(Connection connection, Request head) throws IOException {
    if (head.header("Expect") != null && manners.frames().continues()) {
      connection.write(Response.raw("HTTP/1.1 100 Continue\r\n\r\n").body());
    }
    return isChunked(head) ? connection.chunks() : connection.body(length(head));
  }

  private boolean answer(Connection connection, Request request, Fault fault)
      throws IOException, InterruptedException {
    return switch (fault.kind()) {
      case INSTEAD -> send(connection, requireNonNull(fault.response()));
      case AFTERWARDS -> {
        handled(request);
        yield send(connection, requireNonNull(fault.response()));
      }
      case RESET_AFTER_READ_BEFORE_HANDLING, RESET_BEFORE_READ, EMPTY_413 -> {
        connection.reset();
        yield false;
      }
      case RESET_AFTER_HANDLING -> {
        handled(request);
        connection.reset();
        yield false;
      }
      case HALF_ANSWER -> {
        Response whole = handled(request);
        byte[] bytes = whole.bytes(false, 1);
        int cut = whole.body().length / 2;
        connection.write(Arrays.copyOf(bytes, bytes.length - cut));
        yield false;
      }
      case NONE, DELAY, DRIP, DUPLICATE -> ordinary(connection, request, fault);
    };
  }

  private boolean ordinary(Connection connection, Request request, Fault fault)
      throws IOException, InterruptedException {
    Response whole = handled(request);
    byte[] bytes = whole.bytes(request.method().equals("HEAD"), 0);
    if (fault.kind() == Fault.Kind.DRIP) {
      connection.drip(bytes, fault.pause());
    } else {
      if (fault.pause().isPositive()) {
        Thread.sleep(fault.pause());
      }
      connection.write(bytes);
    }
    if (fault.kind() == Fault.Kind.DUPLICATE) {
      connection.write(bytes);
    }
    return !whole.isRaw();
  }

  private Response handled(Request request) {
    try {
      return handler.handle(request);
    } catch (RuntimeException | AssertionError mistake) {
      failures.add(mistake);
      return Response.text(500, "text/plain", "the fake itself failed: " + mistake);
    }
  }

  private static boolean send(Connection connection, Response response) throws IOException {
    connection.write(response.bytes(false, 0));
    return !response.isRaw();
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
