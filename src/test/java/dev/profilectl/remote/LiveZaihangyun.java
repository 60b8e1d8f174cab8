package dev.profilectl.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.Tokens;
import dev.profilectl.profile.Field;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.FakeZaihangyun;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.validation.DocumentedSystem;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Zaihangyun; Ada has a birthday to lose, and no password. */
final class LiveZaihangyun extends LiveSystem {
  static final String OPEN_ID = "wx-open-secret";

  final FakeZaihangyun fake;
  private final boolean form;
  private final long id;
  private final long other;
  private final AtomicInteger made = new AtomicInteger();

  LiveZaihangyun(boolean form, UnaryOperator<Manners> where) {
    this.fake = FakeZaihangyun.start(where);
    this.form = form;
    this.id =
        fake.user(
            "zt-0",
            Map.of(
                "username",
                ADA,
                "birthday",
                "1815-12-10",
                "city",
                "London",
                "mobile",
                "1",
                "wechat_openid",
                OPEN_ID,
                "ext_data",
                "{\"a\":1}",
                "gender",
                "2"));
    this.other = fake.user("zt-bob", Map.of("username", "bob"));
  }

  @Override
  DocumentedSystem system() {
    return DocumentedSystem.ZAIHANGYUN;
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
    return String.valueOf(id);
  }

  @Override
  String other() {
    return String.valueOf(other);
  }

  @Override
  Tokens tokens() {
    String token = "zt-" + made.incrementAndGet();
    fake.token(token, id);
    return tokens(token, null);
  }

  @Override
  ObjectNode row() {
    return Objects.requireNonNull(fake.row(id));
  }

  @Override
  Optional<byte[]> picture() {
    return fake.picture(id);
  }

  @Override
  String column(Field field) {
    return field == Field.AVATAR_URL ? "avatar" : field.key();
  }

  /** All but the password, which every other change destroys. */
  @Override
  Set<Field> changeable() {
    return EnumSet.of(
        Field.NICKNAME,
        Field.GENDER,
        Field.BIRTHDAY,
        Field.OAID,
        Field.DEVICE_ID,
        Field.EMAIL,
        Field.COUNTRY,
        Field.PROVINCE,
        Field.CITY,
        Field.ENTER_PASS,
        Field.EXT_DATA);
  }

  @Override
  Field freeText() {
    return Field.NICKNAME;
  }

  @Override
  void set(String column, @Nullable Object value) {
    fake.set(id, column, value);
  }

  @Override
  Map<TargetSetting, String> settings() {
    return form ? Map.of(TargetSetting.BODY, "form") : Map.of();
  }

  @Override
  Set<String> secrets() {
    return Set.of(OPEN_ID);
  }

  @Override
  public void close() {
    fake.close();
  }
}
