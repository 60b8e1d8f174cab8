package dev.profilectl.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of targets, in a file that its owner alone may read (0600 in a folder of 0700). Each
 * belongs to the origin it was stored for and is given for no other.
 *
 * <p>Every method throws {@link Denied}, with what to do, where the file or its folder is a link,
 * belongs to somebody else or cannot be closed to others, or where the file is broken; {@link
 * Fault} where it cannot be read or written. Then nothing was changed.
 */
public final class Credentials {
  private static final String TARGETS = "targets";
  private static final String ORIGIN = "origin";
  private static final String ACCESS = "access";
  private static final String REFRESH = "refresh";
  private static final String OWNER = "owner";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String SAVED_AT = "saved_at";

  private final Optional<CredentialsFile> file;

  /**
   * In a file.
   *
   * @param file empty where the environment names no home; then there are none, and none can be
   *     stored
   * @param user the name of whom the process runs as; empty where that is not known
   */
  public Credentials(Optional<Path> file, Optional<String> user) {
    this.file = file.map(path -> new CredentialsFile(path, user));
  }

  /**
   * The tokens of a target.
   *
   * @param origin whom they may be sent to; see {@link TargetUrl#origin}
   * @param tokens the tokens
   * @param owner whose they are; null where that is not known
   * @param savedAt when they were stored
   */
  public record Entry(String origin, Tokens tokens, @Nullable Owner owner, Instant savedAt) {}

  /**
   * Whose tokens they are.
   *
   * @param id what the system knows the user by
   * @param name what people do; null where the system has no name
   */
  public record Owner(String id, @Nullable String name) {
    /** {@code ada (id 7)}. */
    @Override
    public String toString() {
      return name == null ? "id " + id : name + " (id " + id + ")";
    }
  }

  /** What is stored for a target; empty where nothing is, or for another origin only. */
  public Optional<Entry> read(String target, String origin) {
    return file.map(stored -> stored.read().path(TARGETS).path(target))
        .filter(node -> !node.isMissingNode())
        .map(this::entry)
        .filter(entry -> entry.origin.equals(origin));
  }

  private Entry entry(JsonNode node) {
    try {
      String refresh = node.path(REFRESH).asText("");
      return new Entry(
          text(node, ORIGIN),
          new Tokens(new Token(text(node, ACCESS)), refresh.isEmpty() ? null : new Token(refresh)),
          owner(node.path(OWNER)),
          Instant.parse(text(node, SAVED_AT)));
    } catch (IllegalArgumentException | DateTimeParseException notOurs) {
      throw place().broken();
    }
  }

  private static @Nullable Owner owner(JsonNode node) {
    return node.isObject() ? new Owner(text(node, ID), node.path(NAME).textValue()) : null;
  }

  private static String text(JsonNode node, String key) {
    String text = node.path(key).textValue();
    if (text == null) {
      throw new IllegalArgumentException(key);
    }
    return text;
  }

  /**
   * Stores what is known of a target, in the place of what was.
   *
   * @throws Usage where nothing names a place for the file
   */
  public void save(String target, Entry entry) {
    place()
        .change(
            tree -> {
              ObjectNode node = tree.withObject("/" + TARGETS).putObject(target);
              node.put(ORIGIN, entry.origin);
              entry.tokens.access().reveal(access -> node.put(ACCESS, access));
              Token refresh = entry.tokens.refresh();
              if (refresh != null) {
                refresh.reveal(text -> node.put(REFRESH, text));
              }
              if (entry.owner != null) {
                node.putObject(OWNER).put(ID, entry.owner.id).put(NAME, entry.owner.name);
              }
              node.put(SAVED_AT, entry.savedAt.toString());
              return true;
            });
  }

  /** Forgets what is stored for a target, whatever its origin; whether there was anything. */
  public boolean remove(String target) {
    return file.isPresent()
        && place().isThere()
        && place().change(tree -> tree.withObject("/" + TARGETS).remove(target) != null);
  }

  /** The names of the targets that something is stored for, in the order of their first login. */
  public List<String> targets() {
    List<String> names = new ArrayList<>();
    file.ifPresent(stored -> stored.read().path(TARGETS).fieldNames().forEachRemaining(names::add));
    return names;
  }

  /** As {@link #targets}, and changes nothing: not even who may read the file. */
  public List<String> glance() {
    List<String> names = new ArrayList<>();
    file.ifPresent(
        stored -> stored.glance().path(TARGETS).fieldNames().forEachRemaining(names::add));
    return names;
  }

  /**
   * Does something while no other thread or process does it for the same target: to read the tokens
   * again, renew them if nobody else has, and save them. A refresh token that is used twice is lost
   * on many systems. Not to be called again within.
   *
   * @param target a legal name
   * @throws Usage where nothing names a place for the file
   */
  public <T> T locked(String target, Supplier<T> work) {
    Target.checkName(target);
    return place().locked(target, work);
  }

  private CredentialsFile place() {
    return file.orElseThrow(() -> new Usage(Message.of("place.credentials")));
  }
}
