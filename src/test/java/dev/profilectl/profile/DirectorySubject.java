package dev.profilectl.profile;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A directory with one user in it, and what can be known of it without asking it. */
public interface DirectorySubject extends AutoCloseable {
  /** Under test. */
  ProfileDirectory directory();

  /** The one that may be changed. */
  UserId user();

  /** Its name, which has an upper-case letter. */
  String username();

  /** Somebody whom this directory does not let be changed, or who is not there. */
  Optional<UserId> somebodyElse();

  /** All that is kept of the user but times, by column, read past the directory. */
  Map<String, String> row();

  /** The column that a field is kept in. */
  String column(Field field);

  /** What a column is to hold for a value; {@code null} for a cleared one. */
  String kept(Field field, @Nullable Object value);

  /** How many changes have reached whoever keeps the users. */
  int changes();

  /** The fields that may be set and cleared as often as one likes. */
  Set<Field> changeable();

  /** One of them that takes any text of up to 32 characters. */
  Field freeText();

  /** What must never be told of the user. */
  Set<String> secrets();

  /** A picture that the directory takes; two numbers give two pictures. */
  NewAvatar picture(int number);

  /** Whether pictures can be fetched from where the profile says they are. */
  boolean servesPictures();

  @Override
  void close();
}
