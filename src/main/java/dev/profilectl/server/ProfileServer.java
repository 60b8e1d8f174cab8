package dev.profilectl.server;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Unavailable;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.UserId;
import dev.profilectl.server.ServerSettings.Place;
import dev.profilectl.validation.ProfileValidator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The documented systems as a server, over a directory. It runs until it is closed. */
public final class ProfileServer implements AutoCloseable {
  private static final Duration ENDING = Duration.ofSeconds(25);
  private static final int THREADS = 12;

  private final Server jetty;
  private final Bodies bodies;
  private final Changes changes;
  private final String url;

  private ProfileServer(Server jetty, Bodies bodies, Changes changes, String url) {
    this.jetty = jetty;
    this.bodies = bodies;
    this.changes = changes;
    this.url = url;
  }

  /**
   * Starts it. The backing stays the caller's to close, after this.
   *
   * @param faults what is to go wrong on purpose, as a flag writes it; empty for nothing
   * @throws Usage where the settings cannot be
   * @throws Unavailable where the address is taken
   */
  public static ProfileServer start(
      ServerSettings settings, String faults, Backing backing, Outside outside) {
    Place place = settings.place();
    if (settings.testAuth() && !isLoopback(place.host())) {
      throw new Usage(Message.of("serve.beyond-loopback", place.host()));
    }
    Faults planned = Faults.parse(faults, outside.clock());
    QueuedThreadPool threads = new QueuedThreadPool(THREADS, THREADS);
    // Whoever waits, for a body or for a turn, costs no thread.
    threads.setVirtualThreadsExecutor(Executors.newVirtualThreadPerTaskExecutor());
    Server jetty = new Server(threads);
    ServerConnector connector = connector(jetty, settings, outside.clock());
    try {
      connector.open();
    } catch (IOException taken) {
      String where = place.host() + ":" + place.port();
      throw new Unavailable(
          Message.of("serve.cannot-listen", where, String.valueOf(taken.getMessage())));
    }
    String url =
        "%s://%s:%d"
            .formatted(
                place.tls() == null ? "http" : "https",
                place.host().contains(":") ? "[" + place.host() + "]" : place.host(),
                connector.getLocalPort());
    Bodies bodies = bodies(settings, outside);
    String run = "serve-" + UserId.randomText(outside.random()).substring(0, 5);
    Changes changes = new Changes(backing.directory(), run, outside.actor());
    Desk desk =
        new Desk(
            settings,
            backing,
            new ProfileRules(new ProfileValidator()),
            changes,
            new Callers(backing.tokens(), settings, outside.clock()));
    String publicUrl = place.publicUrl() == null ? url : place.publicUrl().replaceAll("/+$", "");
    PictureFiles pictures = new PictureFiles(backing, publicUrl, new Shelf(bodies.folder()));
    Front front =
        new Front(
            systems(desk, pictures),
            pictures,
            new Front.Inside(
                bodies,
                planned,
                new AccessLog(outside.accessLog(), outside.clock()),
                settings.locale(),
                outside.clock()));
    jetty.setHandler(new GracefulHandler(front));
    jetty.setErrorHandler(new PlainErrors());
    jetty.setStopTimeout(ENDING.toMillis());
    ProfileServer server = new ProfileServer(jetty, bodies, changes, url);
    try {
      jetty.start();
    } catch (Exception cause) {
      server.close();
      throw new Fault(Message.of("serve.cannot-listen", url, cause.toString()), cause);
    }
    return server;
  }

  private static List<SystemCalls> systems(Desk desk, PictureFiles pictures) {
    return Stream.of(
            new WeiduCalls(desk),
            new West2Calls(desk, pictures),
            new AnqicmsCalls(desk, pictures),
            new ZaihangyunCalls(desk, pictures))
        .filter(calls -> desk.settings().systems().contains(calls.system()))
        .toList();
  }

  private static Bodies bodies(ServerSettings settings, Outside outside) {
    try {
      return new Bodies(
          Files.createTempDirectory("profilectl-uploads-"), settings.limits(), outside.clock());
    } catch (IOException noRoom) {
      throw new Fault(Message.of("serve.no-room"), noRoom);
    }
  }

  private static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException nowhere) {
      return false;
    }
  }

  private static ServerConnector connector(Server jetty, ServerSettings settings, Clock clock) {
    Place place = settings.place();
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    // A connection may be silent for so long before a request, and the request take as long.
    HttpConnectionFactory plain =
        new PromptConnections(http, settings.limits().patience().multipliedBy(2), clock);
    ConnectionFactory[] layers = {plain};
    if (place.tls() != null) {
      // Whom a client means by name does not matter: there is one certificate.
      http.addCustomizer(new SecureRequestCustomizer(false));
      SslContextFactory.Server tls = new SslContextFactory.Server();
      tls.setSslContext(PemKeys.context(place.tls()));
      layers = new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
    }
    ServerConnector connector = new ServerConnector(jetty, 1, 1, layers);
    connector.setHost(place.host());
    connector.setPort(place.port());
    connector.setIdleTimeout(settings.limits().patience().toMillis());
    connector.setAcceptQueueSize(1024);
    jetty.addConnector(connector);
    return connector;
  }

  /** Where it is reached, {@code http://127.0.0.1:9004} for example. */
  public String url() {
    return url;
  }

  /** Takes nothing new, finishes what is in flight, and is gone. */
  @Override
  public void close() {
    try {
      jetty.stop();
    } catch (Exception cause) {
      throw new Fault(Message.of("serve.broken"), cause);
    } finally {
      changes.close();
      try {
        bodies.close();
      } catch (IOException leftover) {
        // A file more in the folder for temporary ones is no reason to fail.
      }
    }
  }
}
