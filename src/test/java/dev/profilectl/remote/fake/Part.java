package dev.profilectl.remote.fake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A part of a multipart body, as a server understood it. */
final class Part {
  private final String name;
  private final @Nullable String fileName;
  private final String type;
  private final byte[] content;

  Part(String name, @Nullable String fileName, String type, byte[] content) {
    this.name = name;
    this.fileName = fileName;
    this.type = type;
    this.content = content;
  }

  String name() {
    return name;
  }

  /** Whether it came with a file name, be it an empty one. */
  boolean isFile() {
    return fileName != null;
  }

  /** Empty for a field that is no file. */
  String fileName() {
    return fileName == null ? "" : fileName;
  }

  String type() {
    return type;
  }

  byte[] content() {
    return content;
  }

  String text() {
    return new String(content, StandardCharsets.UTF_8);
  }

  /** What follows the last dot of the file name, in its own case; empty without a dot. */
  String extension() {
    int dot = fileName().lastIndexOf('.');
    return dot < 0 ? "" : fileName().substring(dot + 1);
  }
}
