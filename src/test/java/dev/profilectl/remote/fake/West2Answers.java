package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The envelopes of a variant, with the quirks that are on. */
final class West2Answers {
  private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

  private final West2Variant variant;
  private final Quirks<West2Quirk> quirks;

  West2Answers(West2Variant variant, Quirks<West2Quirk> quirks) {
    this.variant = variant;
    this.quirks = quirks;
  }

  /** Success with this as data; absent when null. */
  ObjectNode success(@Nullable JsonNode data) {
    ObjectNode answer = Json.object();
    base(answer.putObject("base"), variant == West2Variant.C ? 1 : 10000, "success");
    if (data != null) {
      boolean listed = quirks.has(West2Quirk.DATA_AS_ARRAY) && data.isObject();
      answer.set("data", listed ? JsonNodeFactory.instance.arrayNode().add(data) : data);
    }
    return answer;
  }

  ObjectNode failure(String message) {
    ObjectNode answer = Json.object();
    boolean flat = quirks.has(West2Quirk.FLAT_ERRORS);
    base(flat ? answer : answer.putObject("base"), variant == West2Variant.C ? 0 : -1, message);
    return answer;
  }

  private void base(ObjectNode base, int code, String message) {
    if (quirks.has(West2Quirk.CODE_AS_STRING)) {
      base.put("code", String.valueOf(code));
    } else {
      base.put("code", code);
    }
    base.put("msg", message);
  }

  /** Who is not logged in. */
  Response stranger(Request request) {
    if (variant == West2Variant.C) {
      return framework(request, 401);
    }
    int status = quirks.has(West2Quirk.FLAT_ERRORS) ? 401 : 200;
    String said = variant == West2Variant.B ? "unauthorized" : "token is invalid or expired";
    return Response.json(status, Json.write(failure(said)));
  }

  /** What a framework says where no code of the server was asked. */
  Response framework(Request request, int status) {
    return switch (variant) {
      case A -> Response.json(200, Json.write(failure("no such call: " + request.path())));
      case B -> Response.json(status, Json.write(failure("unauthorized")));
      case C ->
          Response.json(
              status,
              Json.write(
                  Json.object()
                      .put("timestamp", "2026-11-20T07:46:02.000+00:00")
                      .put("status", status)
                      .put("error", reason(status))
                      .put("path", request.path())));
      case SPEC ->
          Response.text(status, "text/plain; charset=utf-8", status + " " + reason(status));
    };
  }

  private static String reason(int status) {
    return switch (status) {
      case 400 -> "Bad Request";
      case 401 -> "Unauthorized";
      case 405 -> "Method Not Allowed";
      case 413 -> "Request Entity Too Large";
      case 500 -> "Internal Server Error";
      default -> "page not found";
    };
  }

  /** A user in the names and times of the variant. */
  ObjectNode user(West2User user) {
    boolean camel = variant == West2Variant.C;
    boolean brief = quirks.has(West2Quirk.SHORT_TIME_NAMES);
    ObjectNode node = Json.object().put("id", user.id()).put("username", user.username());
    if (quirks.has(West2Quirk.PASSWORD_HASH)) {
      node.put("password", "$2a$10$" + "A".repeat(53));
    }
    node.put(camel ? "avatarUrl" : "avatar_url", user.avatar());
    West2User.Times times = user.times();
    node.put(camel ? "createdAt" : brief ? "create_at" : "created_at", time(times.created()));
    node.put(camel ? "updatedAt" : brief ? "update_at" : "updated_at", time(times.updated()));
    Instant deleted = times.deleted();
    boolean zero = variant == West2Variant.SPEC;
    String name = camel ? "deletedAt" : brief ? "delete_at" : "deleted_at";
    if (deleted == null && !zero) {
      node.set(name, NullNode.getInstance());
    } else {
      node.put(name, time(deleted == null ? Instant.EPOCH : deleted));
    }
    return node;
  }

  private String time(Instant time) {
    return switch (variant) {
      case SPEC, B -> write("uuuu-MM-dd HH:mm:ss", time, BEIJING);
      case A -> write("uuuu-MM-dd'T'HH:mm:ss.SSSxxx", time, ZoneOffset.UTC);
      case C -> write("uuuu-MM-dd'T'HH:mm:ss", time, BEIJING);
    };
  }

  private static String write(String pattern, Instant time, ZoneId zone) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time.atZone(zone));
  }
}
