package dev.profilectl.image.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A server that answers whatever a test wants it to, byte for byte, and remembers who came. */
public final class LoopbackServer implements AutoCloseable {
  /** Writes an answer; may go on for ever. */
  public interface Answer {
    /** To a request with this head. */
    void write(String head, OutputStream out) throws IOException, InterruptedException;
  }

  private final ServerSocket listening;
  private final Answer answer;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> ends = new LinkedBlockingQueue<>();

  private LoopbackServer(ServerSocket listening, Answer answer) {
    this.listening = listening;
    this.answer = answer;
    Thread.ofVirtual().start(this::accept);
  }

  /** On 127.0.0.1. */
  public static LoopbackServer of(Answer answer) {
    return at("127.0.0.1", 0, answer);
  }

  static LoopbackServer at(String address, int port, Answer answer) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
      return over(socket, answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static LoopbackServer over(ServerSocket socket, Answer answer) {
    return new LoopbackServer(socket, answer);
  }

  /** Always the same lines, then the body. */
  public static Answer plain(String lines, byte... body) {
    return (_, out) -> {
      out.write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.write(body);
    };
  }

  static Answer redirect(String location) {
    return plain("HTTP/1.1 302 Found\nContent-Length: 0\nLocation: " + location + "\n");
  }

  static Answer ok(byte... body) {
    return plain("HTTP/1.1 200 OK\nContent-Length: " + body.length + "\n", body);
  }

  /** The head, then the same again and again, with a pause between. */
  static Answer drip(String lines, String drop) {
    return (_, out) -> {
      out.write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      BlockingQueue<String> never = new LinkedBlockingQueue<>();
      while (never.poll(5, TimeUnit.MILLISECONDS) == null) {
        out.write(drop.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
      }
    };
  }

  /** The head, then the same again and again as fast as it is taken. */
  static Answer flood(String lines, String drop) {
    byte[] much = drop.repeat(1 + 60_000 / drop.length()).getBytes(StandardCharsets.ISO_8859_1);
    return (_, out) -> {
      out.write(lines.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      while (!Thread.interrupted()) {
        out.write(much);
      }
    };
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
    try (socket) {
      String head = head(socket.getInputStream());
      heads.add(head);
      answer.write(head, socket.getOutputStream());
      ends.add("answered");
    } catch (IOException cutOff) {
      ends.add("cut off");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static String head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  /** How many connections were made to it. */
  public int connections() {
    return connections.get();
  }

  /** The requests, in the order they came. */
  public List<String> heads() {
    return heads;
  }

  /** How the next exchange ended: {@code answered}, or {@code cut off} by the other side. */
  String end() throws InterruptedException {
    return String.valueOf(ends.poll(20, TimeUnit.SECONDS));
  }

  /** Where it listens. */
  public int port() {
    return listening.getLocalPort();
  }

  /** A URL there. */
  public String url(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
