package dev.profilectl.remote;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.config.Tokens;
import dev.profilectl.profile.Field;
import dev.profilectl.remote.fake.FakeAnqicms;
import dev.profilectl.remote.fake.FakeServer;
import dev.profilectl.remote.fake.Manners;
import dev.profilectl.validation.DocumentedSystem;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** AnQiCMS; Ada has neither e-mail nor phone yet. */
final class LiveAnqicms extends LiveSystem {
  final FakeAnqicms fake;
  private final long id;
  private final long other;

  LiveAnqicms(UnaryOperator<Manners> where) {
    this.fake = FakeAnqicms.start(where);
    this.id =
        fake.user(ADA, "secret-password", Map.of("real_name", "Ada", "google_id", "g-secret"));
    this.other = fake.user("bob", "other-password", Map.of());
  }

  @Override
  DocumentedSystem system() {
    return DocumentedSystem.ANQICMS;
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
    return switch (field) {
      case USERNAME -> "user_name";
      case NICKNAME -> "real_name";
      case DESC -> "introduce";
      case MOBILE -> "phone";
      default -> field.key();
    };
  }

  @Override
  Set<Field> changeable() {
    return fields(Field.USERNAME, Field.NICKNAME, Field.DESC);
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
  Set<String> secrets() {
    return Set.of("g-secret");
  }

  @Override
  public void close() {
    fake.close();
  }
}
