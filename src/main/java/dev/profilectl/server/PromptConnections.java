package dev.profilectl.server;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;
import org.jspecify.annotations.Nullable;

/**
 * Connections whose requests begin in time. A limit on silence alone lets a client send a byte of
 * its headers now and then, for ever.
 */
final class PromptConnections extends HttpConnectionFactory {
  private final Duration longest;
  private final Clock clock;

  /** With the longest that the head of a request may take. */
  PromptConnections(HttpConfiguration http, Duration longest, Clock clock) {
    super(http);
    this.longest = longest;
    this.clock = clock;
  }

  @Override
  public Connection newConnection(Connector connector, EndPoint endPoint) {
    HttpConnection connection = new Prompt(getHttpConfiguration(), connector, endPoint);
    return configure(connection, connector, endPoint);
  }

  private final class Prompt extends HttpConnection {
    private @Nullable Instant began;

    Prompt(HttpConfiguration http, Connector connector, EndPoint endPoint) {
      super(http, connector, endPoint);
    }

    @Override
    protected RequestHandler newRequestHandler() {
      return new RequestHandler() {
        @Override
        public boolean headerComplete() {
          began = null;
          return super.headerComplete();
        }
      };
    }

    @Override
    public void onFillable() {
      super.onFillable();
      if (getParser().getState().compareTo(HttpParser.State.CONTENT) >= 0) {
        return;
      }
      Instant now = clock.instant();
      Instant since = began;
      if (since == null) {
        began = now;
      } else if (now.isAfter(since.plus(longest))) {
        getEndPoint().close();
      }
    }
  }
}
