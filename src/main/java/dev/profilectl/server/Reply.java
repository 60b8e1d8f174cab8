package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * An answer.
 *
 * @param status of HTTP
 * @param headers besides type and length
 * @param type of the body
 * @param body its bytes, not to be written to; none where there is a file
 * @param file what is sent instead, and closed by {@link #send} or {@link #close}
 */
@SuppressWarnings("ArrayRecordComponent") // pictures are not copied; replies are never compared
record Reply(
    int status,
    Map<String, String> headers,
    String type,
    byte[] body,
    @Nullable SeekableByteChannel file)
    implements AutoCloseable {
  private static final int PIECE = 64 << 10;

  private static final String JSON = "application/json; charset=utf-8";

  static Reply json(ObjectNode body) {
    return json(200, body);
  }

  static Reply json(int status, ObjectNode body) {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    return new Reply(status, Map.of(), JSON, bytes, null);
  }

  /** As what stands in front of a system answers for it: it knows no envelope. */
  static Reply text(int status, String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return new Reply(status, Map.of(), "text/plain; charset=utf-8", bytes, null);
  }

  /** The same with another header. */
  Reply with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Reply(status, more, type, body, file);
  }

  /** How many bytes the body has. */
  long length() {
    try {
      return file == null ? body.length : file.size();
    } catch (IOException gone) {
      return 0;
    }
  }

  /** Sends it, and closes it when all is sent or the client has gone. */
  void send(Request request, Response response, Callback callback) {
    response.setStatus(status);
    if (status != 304) {
      response.getHeaders().put(HttpHeader.CONTENT_TYPE, type);
    }
    // What is said of a person is for whoever asked, and no browser makes a page of it.
    response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
    response.getHeaders().put("X-Content-Type-Options", "nosniff");
    headers.forEach(response.getHeaders()::put);
    if (file == null) {
      response.write(true, ByteBuffer.wrap(body), callback);
      return;
    }
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, length());
    var buffers =
        new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), false, PIECE);
    Content.copy(
        Content.Source.from(buffers, file), response, Callback.from(this::close, callback));
  }

  @Override
  public void close() {
    try {
      if (file != null) {
        file.close();
      }
    } catch (IOException gone) {
      // It was only read.
    }
  }
}
