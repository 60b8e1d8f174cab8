package dev.profilectl.store;

import dev.profilectl.profile.Avatar;
import dev.profilectl.profile.Blob;
import dev.profilectl.profile.DirectorySubject;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.NewAvatar;
import dev.profilectl.profile.People;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Secret;
import dev.profilectl.profile.UserId;
import dev.profilectl.profile.UserRef;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A user in a store, read past the directory by a second one on the same file. */
record StoredUser(Path file, ProfileDirectory directory) implements DirectorySubject {
  private static final UserId ADA = People.id(1);

  /** Makes the user, and opens the store. */
  static StoredUser in(Path file) {
    Stores.create(
        file,
        1,
        Field.USERNAME,
        "Ada.L",
        Field.PASSWORD,
        new Secret("canary-pass"),
        Field.CITY,
        "London");
    return new StoredUser(file, Stores.open(file));
  }

  private static Profile read(ProfileDirectory store) {
    return store.find(new UserRef.ById(ADA.text())).orElseThrow();
  }

  @Override
  public UserId user() {
    return ADA;
  }

  @Override
  public String username() {
    return "Ada.L";
  }

  @Override
  public Optional<UserId> somebodyElse() {
    return Optional.of(People.id(2));
  }

  @Override
  public Map<String, String> row() {
    try (ProfileDirectory other = Stores.open(file)) {
      Profile user = read(other);
      Map<String, String> row = new TreeMap<>();
      for (Field field : EnumSet.complementOf(EnumSet.of(Field.ID))) {
        Object value = user.get(field);
        if (field.kind() != Field.Kind.TIME) {
          row.put(field.key(), field.isSecret() ? kept(field, null) : kept(field, value));
        }
      }
      return row;
    }
  }

  @Override
  public String column(Field field) {
    return field.key();
  }

  /** What a hash is made of cannot be told. */
  @Override
  public String kept(Field field, @Nullable Object value) {
    return field.isSecret() ? "?" : value == null ? "" : value.toString();
  }

  @Override
  public int changes() {
    try (ProfileDirectory other = Stores.open(file)) {
      return (int) read(other).version() - 1;
    }
  }

  @Override
  public Set<Field> changeable() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Field field : directory.settable()) {
      switch (field.kind()) {
        case TEXT, GENDER, DATE, JSON, SECRET -> fields.add(field);
        default -> {}
      }
    }
    return fields;
  }

  @Override
  public Field freeText() {
    return Field.DESC;
  }

  @Override
  public Set<String> secrets() {
    return Set.of("canary-pass", "$2a$", "$2b$");
  }

  @Override
  public NewAvatar picture(int number) {
    Blob content = Blob.of(("picture " + number).getBytes(StandardCharsets.UTF_8));
    return new NewAvatar(content, new Avatar.Shape("png", 3, 4), "avatar.png", null);
  }

  @Override
  public boolean servesPictures() {
    return true;
  }

  @Override
  public void close() {
    directory.close();
  }
}
