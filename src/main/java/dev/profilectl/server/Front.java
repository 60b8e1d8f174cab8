package dev.profilectl.server;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Message;
import dev.profilectl.server.Faults.Fault;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Blocker;
import org.eclipse.jetty.util.Callback;

/** Takes every request to its call, and whatever comes of it back as an answer. */
final class Front extends Handler.Abstract {
  private static final String HEALTH = "/healthz";

  private final List<SystemCalls> systems;
  private final Map<String, Place> places = new HashMap<>();
  private final PictureFiles pictures;
  private final Inside inside;

  /**
   * What a front needs besides the calls.
   *
   * @param bodies reads what is sent
   * @param faults what goes wrong on purpose
   * @param log where requests are told
   * @param locale the language of what no system says
   * @param clock tells the time
   */
  record Inside(Bodies bodies, Faults faults, AccessLog log, Locale locale, Clock clock) {}

  private record Place(SystemCalls system, Map<String, SystemCalls.Call> methods) {}

  Front(List<SystemCalls> systems, PictureFiles pictures, Inside inside) {
    this.systems = List.copyOf(systems);
    this.pictures = pictures;
    this.inside = inside;
    for (SystemCalls system : systems) {
      system.calls().forEach((path, methods) -> places.put(path, new Place(system, methods)));
    }
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback)
      throws InterruptedException {
    Instant began = inside.clock().instant();
    Exchange exchange = new Exchange(request, inside.bodies());
    String path = exchange.path();
    Fault fault = path.equals(HEALTH) ? Fault.NONE : fault();
    if (fault == Fault.DROP_BEFORE) {
      drop(request, callback, began);
      return true;
    }
    Reply reply =
        switch (fault) {
          case FAIL -> Reply.text(503, "Service Unavailable");
          case TOO_MANY -> Reply.text(429, "Too Many Requests").with("Retry-After", "1");
          default -> answer(exchange, request.getMethod());
        };
    if (fault == Fault.DROP_AFTER) {
      reply.close();
      drop(request, callback, began);
      return true;
    }
    inside.log().tell(request, began, reply.status(), reply.length());
    boolean whole =
        request.getHeaders().contains(HttpHeader.EXPECT) || inside.bodies().drain(request);
    if (whole) {
      reply.send(request, response, callback);
    } else {
      sendBeforeTheRest(reply, request, response, callback);
    }
    return true;
  }

  /** Hung up on while it still sends, a client would lose the answer: some more is let come. */
  private void sendBeforeTheRest(
      Reply reply, Request request, Response response, Callback callback) {
    try (Blocker.Callback sent = Blocker.callback()) {
      reply.send(request, response, sent);
      sent.block();
      inside.bodies().drain(request);
      callback.succeeded();
    } catch (IOException gone) {
      callback.failed(gone);
    }
  }

  private Fault fault() throws InterruptedException {
    if (inside.faults().latency() > 0) {
      Thread.sleep(inside.faults().latency());
    }
    return inside.faults().next();
  }

  private void drop(Request request, Callback callback, Instant began) {
    inside.log().tell(request, began, 0, 0);
    request.getConnectionMetaData().getConnection().getEndPoint().close();
    callback.failed(new IOException("dropped on purpose"));
  }

  private Reply answer(Exchange exchange, String method) {
    String path = exchange.path();
    try {
      return found(exchange, method);
    } catch (Refused refused) {
      Reply reply = refusal(path, refused.status(), refused.sentence());
      if (refused.secondsToWait() > 0) {
        reply = reply.with("Retry-After", String.valueOf(refused.secondsToWait()));
      }
      // The rest of the body is of no use to anybody.
      return refused.status() == 404 ? reply : reply.with("Connection", "close");
    } catch (Failure failure) {
      return system(path)
          .map(system -> system.failure(failure))
          .orElseGet(() -> plain(Told.status(failure), failure.sentence()));
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError bug) {
      return refusal(path, 500, Message.of("serve.broken"));
    }
  }

  private Reply found(Exchange exchange, String method) {
    String path = exchange.path();
    String wanted = method.equals("HEAD") ? "GET" : method;
    Place place = places.get(path);
    if (place != null) {
      SystemCalls.Call call = place.methods().get(wanted);
      return call == null
          ? refusal(path, 405, Message.of("serve.no-method"))
              .with("Allow", String.join(", ", new TreeSet<>(place.methods().keySet())))
          : call.answer(exchange);
    }
    boolean picture = PictureFiles.owns(path);
    if (!picture && !path.equals(HEALTH)) {
      throw new Refused(404, Message.of("serve.no-path"));
    }
    if (!wanted.equals("GET")) {
      return refusal(path, 405, Message.of("serve.no-method")).with("Allow", "GET, HEAD");
    }
    return picture ? pictures.answer(exchange) : healthy();
  }

  private static Reply healthy() {
    return Reply.json(JsonNodeFactory.instance.objectNode().put("status", "ok"));
  }

  private Optional<SystemCalls> system(String path) {
    return systems.stream().filter(system -> system.owns(path)).findFirst();
  }

  private Reply refusal(String path, int status, Message why) {
    return system(path)
        .map(system -> system.refusal(status, why))
        .orElseGet(() -> plain(status, why));
  }

  private Reply plain(int status, Message why) {
    return Reply.json(
        status,
        JsonNodeFactory.instance
            .objectNode()
            .put("code", status)
            .put("msg", why.in(inside.locale())));
  }
}
