package dev.profilectl.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.IoReason;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * The file with credentials as a tree of JSON. Members that nobody here knows are kept. No failure
 * has the exception of the JSON library as its cause, which may quote what it has read.
 */
final class CredentialsFile {
  private static final int MOST_BYTES = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Path file;
  private final Path folder;
  private final Optional<String> user;

  CredentialsFile(Path file, Optional<String> user) {
    this.file = file;
    this.folder = Objects.requireNonNull(file.toAbsolutePath().getParent());
    this.user = user;
  }

  /** Whether there is a file, or a link in its place. */
  boolean isThere() {
    return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  /** Everything in it; an empty object where there is no file. */
  ObjectNode read() {
    if (!isThere()) {
      return JSON.createObjectNode();
    }
    try {
      guard();
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", file), unreadable);
    }
    return glance();
  }

  /** The same, whoever may read it; an empty object where there is no file. */
  ObjectNode glance() {
    if (!isThere()) {
      return JSON.createObjectNode();
    }
    if (Files.isSymbolicLink(file)) {
      throw new Denied(Message.of("credentials.link", file));
    }
    try {
      byte[] bytes;
      try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
        bytes = in.readNBytes(MOST_BYTES + 1);
      }
      JsonNode tree = JSON.readTree(bytes);
      if (bytes.length <= MOST_BYTES && tree instanceof ObjectNode object && isSound(object)) {
        return object;
      }
      throw broken();
    } catch (JsonProcessingException notJson) {
      throw broken();
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", file), unreadable);
    }
  }

  private static boolean isSound(ObjectNode tree) {
    JsonNode targets = tree.path("targets");
    return targets.isMissingNode() || targets.isObject();
  }

  /** What is told where the file is not what this program writes. */
  Denied broken() {
    return new Denied(Message.of("credentials.broken", file));
  }

  /** Refuses what others could have laid there, and closes what they could read. */
  private void guard() throws IOException {
    guard(folder, "rwx------");
    guard(file, "rw-------");
  }

  private void guard(Path path, String mode) throws IOException {
    if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      return;
    }
    if (Files.isSymbolicLink(path)) {
      throw new Denied(Message.of("credentials.link", path));
    }
    boolean folderIsMeant = path.equals(folder);
    if (folderIsMeant ? !Files.isDirectory(path) : !Files.isRegularFile(path)) {
      throw new Denied(Message.of("credentials.no-file", path));
    }
    String owner = Files.getOwner(path, LinkOption.NOFOLLOW_LINKS).getName();
    if (user.isPresent() && !user.get().equals(owner)) {
      throw new Denied(Message.of("credentials.owner", path, owner));
    }
    if (!AtomicFile.restrict(path, mode)) {
      throw new Denied(Message.of("credentials.open", path));
    }
  }

  /** Changes the file while nobody else does; the change says whether anything is different. */
  boolean change(Predicate<ObjectNode> change) {
    makeFolder();
    return LockFile.holding(
        folder.resolve("." + file.getFileName() + ".lock"),
        () -> {
          ObjectNode tree = read();
          if (!change.test(tree)) {
            return false;
          }
          try {
            String text = tree.toPrettyString() + "\n";
            AtomicFile.write(file, text, AtomicFile.Access.OWNER);
          } catch (IOException cause) {
            throw notWritten(cause);
          }
          return true;
        });
  }

  <T> T locked(String target, Supplier<T> work) {
    makeFolder();
    return LockFile.holding(folder.resolve(".renew-" + target + ".lock"), work);
  }

  private void makeFolder() {
    try {
      // Before anything is made in it: a link would lead the lock file elsewhere.
      guard();
      AtomicFile.makeFolder(folder);
      guard();
    } catch (IOException cause) {
      throw notWritten(cause);
    }
  }

  private Fault notWritten(IOException cause) {
    return new Fault(Message.of("file.not-written", file, IoReason.of(cause)), cause);
  }
}
