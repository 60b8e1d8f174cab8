package dev.profilectl.remote.fake;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Weidu's files. It takes anything: text, nothing at all, a name that is a dot. */
final class WeiduFiles {
  private final Map<String, byte[]> bytes = new ConcurrentHashMap<>();
  private final Map<String, String> paths = new ConcurrentHashMap<>();
  private final WeiduIds ids;
  private final Later clock;

  WeiduFiles(WeiduIds ids, Later clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /** Keeps a file and adds what is told of it. */
  void add(String user, Part part, ArrayNode infos) {
    String id = ids.next();
    String day = DateTimeFormatter.BASIC_ISO_DATE.format(clock.now().atOffset(ZoneOffset.UTC));
    String path = day.substring(0, 8) + "/users/" + user + "/" + id + "/" + part.fileName();
    bytes.put(path, part.content());
    paths.put(id, path);
    Optional<Pictures.Decoded> picture = Pictures.decode(part.content());
    long now = clock.now().toEpochMilli();
    ObjectNode info = infos.addObject().put("id", id).put("user_id", user);
    info.put("create_time", now).put("update_time", now).put("path", path);
    int dot = path.lastIndexOf('.');
    String stem = dot > path.lastIndexOf('/') ? path.substring(0, dot) : path;
    info.put("preview_path", picture.isPresent() ? stem + "_preview.jpg" : "");
    info.put("name", part.fileName()).put("extension", part.extension());
    info.put("size", part.content().length);
    info.put("mime_type", picture.map(p -> "image/" + p.format()).orElse(""));
    picture.ifPresent(
        p -> info.put("width", p.image().getWidth()).put("height", p.image().getHeight()));
    info.put("has_pre_img", picture.isPresent());
  }

  /** Where a file lies, below the address of all files. */
  Optional<String> path(String id) {
    return Optional.ofNullable(paths.get(id));
  }

  Optional<byte[]> bytes(String path) {
    return Optional.ofNullable(bytes.get(path)).map(byte[]::clone);
  }
}
