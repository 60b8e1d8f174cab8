package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.time.Clock;
import java.time.Instant;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * A line of JSON for every request. Neither headers nor parameters nor bodies are in it, so that no
 * secret can be.
 */
final class AccessLog {
  private static final int LONGEST_PATH = 200;

  private final @Nullable Writer out;
  private final Clock clock;

  AccessLog(@Nullable Writer out, Clock clock) {
    this.out = out;
    this.clock = clock;
  }

  /** Tells what became of a request that began then; status 0 means that nobody was answered. */
  void tell(Request request, Instant began, int status, long bytes) {
    if (out == null) {
      return;
    }
    String path = request.getHttpURI().getPath();
    String shown = path == null ? "" : path;
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("time", began.toString());
    line.put("method", request.getMethod());
    line.put("path", shown.substring(0, Math.min(shown.length(), LONGEST_PATH)));
    line.put("status", status);
    line.put("bytes", bytes);
    line.put("ms", clock.millis() - began.toEpochMilli());
    line.put("remote", Request.getRemoteAddr(request));
    write(line.toString() + '\n');
  }

  private synchronized void write(String line) {
    try {
      if (out != null) {
        out.write(line);
        out.flush();
      }
    } catch (IOException full) {
      // A log that cannot be written must not stop the service it tells of.
    }
  }
}
