package dev.profilectl.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that makes tunnels, all to one port of this machine, or none. */
final class Tunnels implements AutoCloseable {
  private final ServerSocket listening;
  private final int port;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** To a port; 0 to refuse everybody. */
  Tunnels(int port) throws IOException {
    this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    this.port = port;
    Thread.ofVirtual().start(this::accept);
  }

  /** Where it listens. */
  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort();
  }

  /** What it was asked. */
  List<String> heads() {
    return List.copyOf(heads);
  }

  private void accept() {
    while (!listening.isClosed()) {
      try {
        Socket client = listening.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      StringBuilder head = new StringBuilder();
      InputStream in = client.getInputStream();
      while (head.indexOf("\r\n\r\n") < 0) {
        int next = in.read();
        if (next < 0) {
          return;
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      OutputStream out = client.getOutputStream();
      if (port == 0) {
        out.write("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        return;
      }
      try (Socket server = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
        out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.UTF_8));
        Thread back = Thread.ofVirtual().start(() -> copy(server, client));
        copy(client, server);
        back.join();
      }
    } catch (IOException gone) {
      // the client's own business
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      from.getInputStream().transferTo(to.getOutputStream());
    } catch (IOException gone) {
      // either end is closed
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
