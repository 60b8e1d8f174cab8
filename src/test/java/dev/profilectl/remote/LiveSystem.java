package dev.profilectl.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Token;
import dev.profilectl.config.Tokens;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Secret;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.remote.fake.Request;
import dev.profilectl.remote.fake.West2Variant;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One of the documented systems on this machine, with Ada, Bob, and what only it can tell. */
abstract class LiveSystem implements AutoCloseable {
  static final String ADA = "Ada.L";

  /** Every way a system can behave that matters to the directory. */
  enum Kind {
    WEIDU,
    WEIDU_TEST,
    WEST2_SPEC,
    WEST2_A,
    WEST2_B,
    WEST2_C,
    ANQICMS,
    ZAIHANGYUN,
    ZAIHANGYUN_FORM;

    LiveSystem start() {
      return start(UnaryOperator.identity());
    }

    LiveSystem start(UnaryOperator<Manners> where) {
      return switch (this) {
        case WEIDU -> new LiveWeidu(false, where);
        case WEIDU_TEST -> new LiveWeidu(true, where);
        case WEST2_SPEC -> new LiveWest2(West2Variant.SPEC, where);
        case WEST2_A -> new LiveWest2(West2Variant.A, where);
        case WEST2_B -> new LiveWest2(West2Variant.B, where);
        case WEST2_C -> new LiveWest2(West2Variant.C, where);
        case ANQICMS -> new LiveAnqicms(where);
        case ZAIHANGYUN -> new LiveZaihangyun(false, where);
        case ZAIHANGYUN_FORM -> new LiveZaihangyun(true, where);
      };
    }

    /** Whether it has fields to be changed. */
    boolean updates() {
      return !name().startsWith("WEST2");
    }
  }

  abstract DocumentedSystem system();

  abstract FakeServer server();

  /** The address of the target. */
  abstract String url();

  /** Ada's id. */
  abstract String id();

  /** Bob's id. */
  abstract String other();

  /** A new access token of Ada's, and a refresh token where there are such. */
  abstract Tokens tokens();

  /** Ada as stored, whatever her own answers say. */
  abstract ObjectNode row();

  /** Ada's picture as stored. */
  abstract Optional<byte[]> picture();

  /** The column of a field. */
  abstract String column(Field field);

  /** Fields that may be set and cleared as often as one likes. */
  abstract Set<Field> changeable();

  /** One that takes any text. */
  abstract Field freeText();

  /** By another hand. */
  abstract void set(String column, @Nullable Object value);

  Map<TargetSetting, String> settings() {
    return Map.of();
  }

  boolean servesPictures() {
    return true;
  }

  Set<String> secrets() {
    return Set.of();
  }

  /** What a column holds for a value. */
  String kept(Field field, @Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Secret secret -> secret.reveal(text -> text);
      default -> value.toString();
    };
  }

  /** Ada as stored but for times, as texts. */
  final Map<String, String> columns() {
    Map<String, String> columns = new TreeMap<>();
    row()
        .properties()
        .forEach(
            column -> {
              if (!column.getKey().matches(".*(_at|_time)|last_password_update")) {
                columns.put(column.getKey(), column.getValue().asText(""));
              }
            });
    return columns;
  }

  /** Whether a request changes something, if only a file that nobody uses yet. */
  static boolean isChange(Request request) {
    return !request.method().equals("GET") && !request.path().endsWith("/login");
  }

  /** Whether a request changes the profile itself. */
  static boolean isUpdate(Request request) {
    return isChange(request) && !isUpload(request) && !request.path().endsWith("/users/avatar");
  }

  /** Whether a request carries a picture. */
  static boolean isUpload(Request request) {
    return request.headerOrEmpty("Content-Type").startsWith("multipart/");
  }

  final int changes() {
    return (int) server().requests().stream().filter(LiveSystem::isChange).count();
  }

  static Tokens tokens(String access, @Nullable String refresh) {
    return new Tokens(new Token(access), refresh == null ? null : new Token(refresh));
  }

  static Set<Field> fields(Field first, Field... more) {
    return EnumSet.of(first, more);
  }

  @Override
  public abstract void close();
}
