package dev.profilectl.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user's {@code config.toml}: read once, when it is first asked for, and edited as text. */
public final class ConfigFile {
  private final Optional<Path> file;
  private @Nullable ObjectNode tree;

  /** At a place; empty where the environment names no home. Need not be there. */
  public ConfigFile(Optional<Path> file) {
    this.file = file;
  }

  /** An edit, said twice: as text, and as what it means. */
  interface Edit {
    /** Changes the meaning, or throws what forbids it. */
    void meaning(ObjectNode tree);

    /** The changed text. */
    TomlText text(TomlText before);
  }

  /** The file, for sentences. */
  String name() {
    return file.map(Path::toString).orElse("");
  }

  /**
   * Everything in it; empty where there is no file. Not to be changed.
   *
   * @throws Usage where it is no TOML
   * @throws Fault where it cannot be read
   */
  ObjectNode tree() {
    ObjectNode read = tree;
    if (read == null) {
      read = parse(text());
      tree = read;
    }
    return read;
  }

  private String text() {
    try {
      return file.isPresent() && Files.exists(file.get()) ? Files.readString(file.get()) : "";
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", name()), unreadable);
    }
  }

  /** A text as a tree; the place of a mistake is told as one of this file. */
  ObjectNode parse(String text) {
    if (text.isEmpty()) {
      // The library takes a fifth of the start of a command, and most have no file.
      return JsonNodeFactory.instance.objectNode();
    }
    try {
      TomlMapper toml = new TomlMapper();
      return toml.readTree(text) instanceof ObjectNode table ? table : toml.createObjectNode();
    } catch (JsonProcessingException notToml) {
      int line = notToml.getLocation() == null ? 0 : notToml.getLocation().getLineNr();
      throw new Usage(Message.of("config.not-toml", name(), line));
    }
  }

  /**
   * Edits the file as it is now, while no other process does. Where the changed text would not mean
   * what the edit says, or cannot be written, the file is left as it was.
   *
   * @throws Usage where nothing names a place for it, or it is written in a way that cannot be
   *     edited
   */
  void edit(Edit edit) {
    Path named = file.orElseThrow(() -> new Usage(Message.of("place.config")));
    Path folder = Objects.requireNonNull(named.toAbsolutePath().getParent());
    try {
      AtomicFile.makeFolder(folder);
    } catch (IOException cause) {
      throw notWritten(cause);
    }
    tree =
        LockFile.holding(
            folder.resolve("." + named.getFileName() + ".lock"), () -> edited(named, edit));
  }

  private ObjectNode edited(Path named, Edit edit) {
    String before = text();
    ObjectNode intended = parse(before);
    edit.meaning(intended);
    String after = edit.text(new TomlText(before)).text();
    ObjectNode meant = understood(after);
    if (!withoutEmptyTables(meant).equals(withoutEmptyTables(intended))) {
      throw byHand();
    }
    try {
      if (!after.equals(before)) {
        AtomicFile.write(AtomicFile.behindLinks(named), after, AtomicFile.Access.AS_BEFORE);
      }
    } catch (IOException cause) {
      throw notWritten(cause);
    }
    return meant;
  }

  private ObjectNode understood(String text) {
    try {
      return parse(text);
    } catch (Usage broken) {
      throw byHand();
    }
  }

  /** {@code [targets]} with nothing in it says as much as none. */
  private static ObjectNode withoutEmptyTables(ObjectNode tree) {
    ObjectNode copy = tree.deepCopy();
    copy.properties().removeIf(entry -> isEmptyTable(entry.getValue()));
    return copy;
  }

  private static boolean isEmptyTable(JsonNode node) {
    return node.isObject() && node.isEmpty();
  }

  private Usage byHand() {
    return new Usage(Message.of("config.by-hand", name()));
  }

  private Fault notWritten(IOException cause) {
    return new Fault(Message.of("file.not-written", name(), IoReason.of(cause)), cause);
  }
}
