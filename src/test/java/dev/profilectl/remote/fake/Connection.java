package dev.profilectl.remote.fake;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** One connection of a client, read and written byte for byte. */
final class Connection {
  private static final int END_OF_HEAD = 0x0D0A0D0A;
  private static final int MOST_HEAD = 1 << 20;

  private final Socket plain;
  private final InputStream in;
  private final OutputStream out;

  Connection(Socket plain, @Nullable SSLContext tls) throws IOException {
    plain.setTcpNoDelay(true);
    this.plain = plain;
    Socket spoken = plain;
    if (tls != null) {
      var secure = (SSLSocket) tls.getSocketFactory().createSocket(plain, null, 0, true);
      secure.setUseClientMode(false);
      spoken = secure;
    }
    in = new BufferedInputStream(spoken.getInputStream(), 1 << 16);
    out = spoken.getOutputStream();
  }

  /** The next head with its empty line; null when the client has gone. */
  @Nullable String head() throws IOException {
    var head = new ByteArrayOutputStream(512);
    int last = 0;
    while (last != END_OF_HEAD) {
      int next = in.read();
      if (next < 0 || head.size() > MOST_HEAD) {
        return null;
      }
      head.write(next);
      last = last << 8 | next;
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  byte[] body(long length) throws IOException {
    byte[] body = in.readNBytes(Math.toIntExact(length));
    if (body.length < length) {
      throw new EOFException("the body was cut off");
    }
    return body;
  }

  byte[] chunks() throws IOException {
    var body = new ByteArrayOutputStream();
    while (true) {
      String size = line().split(";", -1)[0].strip();
      int length = Integer.parseInt(size, 16);
      if (length == 0) {
        while (!line().isEmpty()) {
          // trailers are of no interest
        }
        return body.toByteArray();
      }
      body.writeBytes(body(length));
      line();
    }
  }

  private String line() throws IOException {
    var line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("a chunk was cut off");
      } else if (next == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1).strip();
      }
      line.write(next);
    }
  }

  void write(byte[] bytes) throws IOException {
    out.write(bytes);
    out.flush();
  }

  void drip(byte[] bytes, Duration pause) throws IOException, InterruptedException {
    for (byte each : bytes) {
      out.write(each);
      out.flush();
      Thread.sleep(pause);
    }
  }

  /** Ends with RST: what is under way in either direction is lost. */
  void reset() throws IOException {
    plain.setSoLinger(true, 0);
    plain.close();
  }
}
