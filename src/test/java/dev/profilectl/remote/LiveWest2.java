package dev.profilectl.remote;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Tokens;
import dev.profilectl.profile.Field;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeWest2;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.remote.fake.West2Pair;
import dev.profilectl.remote.fake.West2Quirk;
import dev.profilectl.remote.fake.West2Variant;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** West2-online below a path; it shows the hash of the password. */
final class LiveWest2 extends LiveSystem {
  final FakeWest2 fake;
  private final West2Variant variant;
  private final String id;
  private final String other;

  LiveWest2(West2Variant variant, UnaryOperator<Manners> where) {
    this.fake = FakeWest2.start(variant, "/douyin", where);
    this.variant = variant;
    this.id = fake.user(ADA, "secret-password");
    this.other = fake.user("bob", "other-password");
    fake.turnOn(West2Quirk.PASSWORD_HASH);
  }

  @Override
  DocumentedSystem system() {
    return DocumentedSystem.WEST2;
  }

  @Override
  FakeServer server() {
    return fake.server();
  }

  @Override
  String url() {
    return fake.server().url("/douyin");
  }

  @Override
  String id() {
    return id;
  }

  @Override
  String other() {
    return other;
  }

  @Override
  Tokens tokens() {
    West2Pair pair = fake.tokens(id);
    boolean two = variant == West2Variant.SPEC || variant == West2Variant.A;
    return tokens(pair.access(), two ? pair.refresh() : null);
  }

  @Override
  ObjectNode row() {
    return JsonNodeFactory.instance.objectNode().put("avatar_url", fake.avatar(id));
  }

  @Override
  Optional<byte[]> picture() {
    return fake.picture(id);
  }

  @Override
  String column(Field field) {
    return field.key();
  }

  @Override
  Set<Field> changeable() {
    return EnumSet.noneOf(Field.class);
  }

  @Override
  Field freeText() {
    return Field.DESC;
  }

  @Override
  void set(String column, @Nullable Object value) {
    throw new IllegalStateException("nothing to set");
  }

  @Override
  Map<TargetSetting, String> settings() {
    return variant == West2Variant.C ? Map.of(TargetSetting.SUCCESS_CODES, "1") : Map.of();
  }

  @Override
  boolean servesPictures() {
    return variant != West2Variant.A;
  }

  @Override
  Set<String> secrets() {
    return Set.of("$2a$10$");
  }

  @Override
  public void close() {
    fake.close();
  }
}
