package dev.profilectl.remote;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.profilectl.dialect.Answer;
import dev.profilectl.dialect.Sensitive;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Flow;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Shows requests and answers to whoever looks for a fault, without secrets and with personal data
 * masked. One exchange is one text of several lines.
 */
public final class Trace {
  /** Shows nothing. */
  public static final Trace NONE = new Trace(null);

  private static final int LONGEST_BODY = 4000;
  private static final JsonMapper JSON = new JsonMapper();
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

  private final @Nullable Consumer<String> lines;

  private Trace(@Nullable Consumer<String> lines) {
    this.lines = lines;
  }

  /** Shows lines to somebody, who may be asked by several threads at once. */
  public static Trace to(Consumer<String> lines) {
    return new Trace(lines);
  }

  void sending(HttpRequest request) {
    if (lines != null) {
      List<String> text = new ArrayList<>();
      text.add("> " + request.method() + " " + shown(request.uri()));
      headers(text, "> ", request.headers().map());
      String type = request.headers().firstValue("Content-Type").orElse("");
      request
          .bodyPublisher()
          .filter(body -> body.contentLength() != 0)
          .ifPresent(body -> text.add("> " + body(type, body)));
      tell(text);
    }
  }

  void answered(HttpRequest request, Answer answer) {
    if (lines != null) {
      List<String> text = new ArrayList<>();
      text.add("< " + answer.status() + " to " + request.method() + " " + shown(request.uri()));
      headers(text, "< ", answer.headers());
      text.add("< " + body(answer));
      tell(text);
    }
  }

  void failed(HttpRequest request, Throwable cause) {
    if (lines != null) {
      String reason = cause.getClass().getSimpleName();
      tell(
          List.of(
              "< no answer to " + request.method() + " " + shown(request.uri()) + ": " + reason));
    }
  }

  private synchronized void tell(List<String> text) {
    if (lines != null) {
      text.stream().map(Trace::visible).forEach(lines);
    }
  }

  /** What a server sends may not move a cursor, also not for who looks at the file later. */
  private static String visible(String line) {
    return UNSEEN.matcher(line).replaceAll(found -> escaped(found.group()));
  }

  private static String escaped(String unseen) {
    return unseen
        .codePoints()
        .mapToObj(point -> "\\\\x{%x}".formatted(point))
        .collect(Collectors.joining());
  }

  /** The address without the values of secret or personal parameters. */
  private static String shown(URI address) {
    String query = address.getRawQuery();
    String start = address.toString();
    if (query == null) {
      return start;
    }
    return start.substring(0, start.indexOf('?') + 1) + form(query);
  }

  private static void headers(List<String> text, String mark, Map<String, List<String>> headers) {
    headers.forEach(
        (name, values) ->
            values.forEach(
                value -> {
                  boolean secret = Sensitive.isSecret(name) || name.equalsIgnoreCase("User-Id");
                  text.add(mark + name + ": " + (secret ? Sensitive.HIDDEN : value));
                }));
  }

  private static String body(String type, BodyPublisher body) {
    String size = "(" + body.contentLength() + " bytes)";
    if (type.startsWith("multipart/")) {
      return parts(bytes(body)) + " " + size;
    }
    String text = new String(bytes(body), StandardCharsets.UTF_8);
    return (type.startsWith("application/json") ? json(text) : form(text)) + " " + size;
  }

  /** The heads of the parts; what they hold is a picture. */
  private static String parts(byte[] body) {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    int last = text.lastIndexOf("\r\n--");
    return end < 0 || last < 0
        ? "(no parts)"
        : text.substring(0, end).replace("\r\n", " | ")
            + " | (picture) | "
            + text.substring(last + 2).strip();
  }

  private static String body(Answer answer) {
    String size = "(" + answer.body().length + " bytes)";
    JsonNode json = answer.json();
    if (json.isContainerNode()) {
      return cut(Sensitive.masked(json).toString()) + " " + size;
    }
    return size;
  }

  private static String json(String text) {
    try {
      return cut(Sensitive.masked(JSON.readTree(text)).toString());
    } catch (JsonProcessingException ours) {
      return "(not JSON)";
    }
  }

  private static String form(String text) {
    return Arrays.stream(text.split("&", -1))
        .filter(pair -> !pair.isEmpty())
        .map(
            pair -> {
              int equals = pair.indexOf('=');
              String name = equals < 0 ? pair : pair.substring(0, equals);
              String value = equals < 0 ? "" : pair.substring(equals + 1);
              return name + "=" + masked(name, value);
            })
        .collect(Collectors.joining("&"));
  }

  private static String masked(String name, String value) {
    if (value.isEmpty()) {
      return value;
    }
    if (Sensitive.isSecret(name)) {
      return Sensitive.HIDDEN;
    }
    return Sensitive.isPersonal(name)
        ? Sensitive.mask(URLDecoder.decode(value, StandardCharsets.UTF_8))
        : value;
  }

  private static String cut(String text) {
    return text.length() <= LONGEST_BODY ? text : text.substring(0, LONGEST_BODY) + "…";
  }

  /** What a publisher of bytes would send. */
  private static byte[] bytes(BodyPublisher body) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    body.subscribe(
        new Flow.Subscriber<>() {
          @Override
          public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
          }

          @Override
          public void onNext(ByteBuffer part) {
            byte[] bytes = new byte[part.remaining()];
            part.get(bytes);
            all.writeBytes(bytes);
          }

          @Override
          public void onError(Throwable cause) {}

          @Override
          public void onComplete() {}
        });
    return all.toByteArray();
  }
}
