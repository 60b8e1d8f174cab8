package dev.profilectl.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Tokens;
import dev.profilectl.profile.Field;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeWeidu;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.remote.fake.WeiduQuirk;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Weidu; a test environment has no tokens. */
final class LiveWeidu extends LiveSystem {
  static final String MOBILE = "13812345678";
  static final String MAIL = "ada@canary.example";

  final FakeWeidu fake;
  private final boolean test;
  private final String id;
  private final String other;

  LiveWeidu(boolean test, UnaryOperator<Manners> where) {
    this.fake = FakeWeidu.start(where);
    this.test = test;
    this.id =
        fake.user(
            "secret-password",
            Map.of(
                "username", ADA, "mobile", MOBILE, "email", MAIL, "city", "London", "gender", 2));
    this.other = fake.user("other-password", Map.of("username", "bob"));
    if (test) {
      fake.turnOn(WeiduQuirk.TEST_MODE);
    }
  }

  @Override
  DocumentedSystem system() {
    return DocumentedSystem.WEIDU;
  }

  @Override
  FakeServer server() {
    return fake.server();
  }

  @Override
  String url() {
    return fake.server().url("");
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
    return tokens(fake.token(id), null);
  }

  @Override
  ObjectNode row() {
    return Objects.requireNonNull(fake.row(id));
  }

  @Override
  Optional<byte[]> picture() {
    return fake.file(row().path("avatar_url").asText());
  }

  @Override
  String column(Field field) {
    return field == Field.DESC ? "description" : field.key();
  }

  @Override
  String kept(Field field, @Nullable Object value) {
    return field == Field.GENDER && value == null ? "0" : super.kept(field, value);
  }

  @Override
  Set<Field> changeable() {
    return EnumSet.of(
        Field.USERNAME,
        Field.NICKNAME,
        Field.AVATAR_URL,
        Field.CITY,
        Field.PROVINCE,
        Field.COUNTRY,
        Field.GENDER,
        Field.LEVEL,
        Field.MAJOR,
        Field.DESC);
  }

  @Override
  Field freeText() {
    return Field.DESC;
  }

  @Override
  void set(String column, @Nullable Object value) {
    fake.set(id, column, Objects.requireNonNull(value));
  }

  @Override
  Map<TargetSetting, String> settings() {
    String files = fake.fileBase().replaceFirst("/$", "");
    return test
        ? Map.of(
            TargetSetting.FILE_BASE, files, TargetSetting.AUTH, "test", TargetSetting.USER_ID, id)
        : Map.of(TargetSetting.FILE_BASE, files);
  }

  @Override
  Set<String> secrets() {
    return Set.of("$2a$10$", MOBILE, MAIL);
  }

  @Override
  public void close() {
    fake.close();
  }
}
