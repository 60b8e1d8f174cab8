package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A PNG file taken apart. Chunks that the pixels do not need are looked at only where they matter
 * here, dropped where they are damaged, and never inflated except a colour profile of sane size.
 */
final class PngFile {
  private static final int MAX_PROFILE = 4 * 1024 * 1024;

  private final byte[] file;
  private final List<Chunk> data = new ArrayList<>();
  private @Nullable Chunk header;
  private @Nullable Chunk palette;
  private @Nullable Chunk transparency;
  private @Nullable Chunk profile;
  private int orientation = 1;
  private boolean animated;

  /** A chunk's name and where its content lies in the file. */
  record Chunk(String name, int at, int length) {}

  PngFile(byte[] file) throws IOException {
    this.file = file;
    int at = 8;
    while (at + 12 <= file.length) {
      long length = number(at) & 0xffffffffL;
      Chunk chunk =
          new Chunk(
              new String(file, at + 4, 4, ISO_8859_1),
              at + 8,
              (int) Math.min(length, file.length - at - 8));
      if (chunk.name().equals("IEND")) {
        break;
      }
      keep(chunk);
      at = (int) Math.min(file.length, at + 12L + length);
    }
    if (header == null || header.length() < 13) {
      throw new EOFException();
    }
  }

  private void keep(Chunk chunk) {
    switch (chunk.name()) {
      case "IHDR" -> header = header == null ? chunk : header;
      case "PLTE" -> palette = palette == null ? chunk : palette;
      case "IDAT" -> data.add(chunk);
      case "tRNS" -> transparency = sound(chunk) ? chunk : null;
      case "iCCP" -> profile = sound(chunk) ? chunk : null;
      case "acTL" -> animated = true;
      case "eXIf" -> {
        if (sound(chunk)) {
          orientation = Exif.orientation(file, chunk.at(), chunk.length());
        }
      }
      default -> {}
    }
  }

  private boolean sound(Chunk chunk) {
    if (chunk.at() + chunk.length() + 4 > file.length) {
      return false;
    }
    CRC32 sum = new CRC32();
    sum.update(file, chunk.at() - 4, chunk.length() + 4);
    return (int) sum.getValue() == number(chunk.at() + chunk.length());
  }

  private int number(int at) {
    return ByteBuffer.wrap(file).getInt(at);
  }

  private Chunk header() {
    if (header == null) {
      throw new IllegalStateException();
    }
    return header;
  }

  ImageFacts facts() throws IOException {
    int width = number(header().at());
    int height = number(header().at() + 4);
    if (width < 1 || height < 1) {
      throw new IOException("no size");
    }
    return new ImageFacts(ImageFormat.PNG, width, height, orientation, file.length);
  }

  int depth() {
    return file[header().at() + 8];
  }

  int colourType() {
    return file[header().at() + 9];
  }

  boolean interlaced() {
    return file[header().at() + 12] == 1;
  }

  boolean animated() {
    return animated;
  }

  /** The palette's red, green, blue, and so on; empty where there is none. */
  byte[] palette() throws IOException {
    if (palette == null) {
      return new byte[0];
    }
    check(palette);
    return Arrays.copyOfRange(file, palette.at(), palette.at() + palette.length());
  }

  /** The content of tRNS; empty where there is none. */
  byte[] transparency() {
    return transparency == null
        ? new byte[0]
        : Arrays.copyOfRange(file, transparency.at(), transparency.at() + transparency.length());
  }

  /** The pieces of the compressed pixels. Their checksums are right. */
  List<Chunk> data() throws IOException {
    check(header());
    for (Chunk chunk : data) {
      check(chunk);
    }
    return data;
  }

  private void check(Chunk chunk) throws IOException {
    if (!sound(chunk)) {
      throw new IOException("checksum of " + chunk.name());
    }
  }

  /** The colour profile; null where there is none, or it is damaged or too large. */
  byte @Nullable [] icc() {
    if (profile == null) {
      return null;
    }
    int at = profile.at();
    int end = profile.at() + profile.length();
    while (at < end && file[at] != 0) {
      at++;
    }
    if (at + 2 >= end) {
      return null;
    }
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(file, at + 2, end - at - 2);
      byte[] whole = new byte[MAX_PROFILE];
      int length = inflater.inflate(whole);
      return inflater.finished() ? Arrays.copyOf(whole, length) : null;
    } catch (DataFormatException e) {
      return null;
    }
  }
}
