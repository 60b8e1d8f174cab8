package dev.profilectl.bulk;

import dev.profilectl.failure.Failure;
import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/**
 * The text of an input: decoded strictly, without its byte order mark, and a record at a time, so
 * that one that never ends is noticed before it fills the memory.
 */
final class InputText extends Reader {
  /** The most characters of a record, unless a format bounds it closer. */
  private static final int LONGEST = 16 << 20;

  private static final int CHUNK = 1 << 15;
  private static final int LONGEST_START = 1 << 16;
  private static final char MARK = '\uFEFF';

  private final String name;
  private final InputStream in;
  private final CharsetDecoder decoder;
  private final ByteBuffer bytes = ByteBuffer.allocate(CHUNK).flip();
  private char[] chars = new char[CHUNK];
  private int at;
  private int end;
  private boolean started;
  private boolean exhausted;
  private @Nullable Failure broken;
  private long line = 1;
  private boolean afterReturn;
  private Spot record;
  private long taken;
  private int longest = LONGEST;

  /**
   * Of a stream.
   *
   * @param start bytes that were already read from it
   */
  InputText(String name, InputStream in, byte[] start, Charset charset) {
    this.name = name;
    this.in = in;
    this.record = new Spot(name, 1);
    this.decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    bytes.clear();
    bytes.put(start).flip();
  }

  /** The name of the input, at its first line. */
  Spot first() {
    return new Spot(name, 1);
  }

  /** Bounds the records of this text closer; in MiB. */
  void bound(int mebibytes) {
    longest = mebibytes << 20;
  }

  /** A record begins at this line; from here its characters are counted. */
  void recordBegins(long recordLine) {
    record = record.at(recordLine);
    taken = 0;
  }

  /** The start of the text, to where the first line that is not blank ends; nothing is taken. */
  String start() {
    while (!hasLine() && end - at < LONGEST_START && fill()) {
      // until there is enough
    }
    return new String(chars, at, end - at);
  }

  private boolean hasLine() {
    int from = at;
    while (from < end && Character.isWhitespace(chars[from])) {
      from++;
    }
    for (int i = from; i < end; i++) {
      if (chars[i] == '\n' || chars[i] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** The next line without its end; {@code null} where there is none. */
  @Nullable String line() {
    StringBuilder text = null;
    while (have()) {
      int stop = at;
      while (stop < end && chars[stop] != '\n') {
        stop++;
      }
      take(stop - at);
      if (stop < end) {
        String rest = new String(chars, at, stop - at);
        at = stop + 1;
        return withoutReturn(text == null ? rest : text.append(rest).toString());
      }
      text = text == null ? new StringBuilder() : text;
      text.append(chars, at, stop - at);
      at = stop;
    }
    throwIfBroken();
    return text == null ? null : text.toString();
  }

  private static String withoutReturn(String text) {
    return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
  }

  @Override
  public int read(char[] to, int offset, int length) {
    if (!have()) {
      throwIfBroken();
      return -1;
    }
    int count = Math.min(length, end - at);
    System.arraycopy(chars, at, to, offset, count);
    at += count;
    take(count);
    return count;
  }

  /** The next character, taken; -1 at the end. */
  int next() {
    if (!have()) {
      throwIfBroken();
      return -1;
    }
    take(1);
    return chars[at++];
  }

  /** The next character, left there; -1 where there is none that can be read. */
  int ahead() {
    return have() ? chars[at] : -1;
  }

  private void take(int count) {
    taken += count;
    // parsers read ahead by what their buffers hold
    if (taken > longest + CHUNK) {
      throw record.input("long", Map.of("max", longest >> 20));
    }
  }

  private void throwIfBroken() {
    if (broken != null) {
      throw broken;
    }
  }

  private boolean have() {
    boolean more = true;
    while (at == end && more) {
      more = fill();
    }
    return at < end;
  }

  /** Decodes some more behind what is there; false at the end and where it cannot be read. */
  private boolean fill() {
    makeRoom();
    int before = end;
    while (end == before && broken == null && !exhausted) {
      CharBuffer room = CharBuffer.wrap(chars, end, chars.length - end);
      CoderResult result = decoder.decode(bytes, room, false);
      decoded(room.position() - end, result);
      if (end == before && broken == null && result.isUnderflow() && !readBytes()) {
        finish();
        exhausted = true;
      }
    }
    return end > before;
  }

  /** What was decoded counts even where an error follows: rows before it are good. */
  private void decoded(int count, CoderResult result) {
    for (int i = end; i < end + count; i++) {
      char c = chars[i];
      boolean newLine = c == '\r' || (c == '\n' && !afterReturn);
      line += newLine ? 1 : 0;
      afterReturn = c == '\r';
    }
    end += count;
    if (!started && end > at) {
      started = true;
      at += chars[at] == MARK ? 1 : 0;
    }
    if (result.isError()) {
      byte[] bad = new byte[Math.min(result.length(), bytes.remaining())];
      bytes.get(bad);
      broken =
          new Spot(name, line)
              .input(
                  "encoding",
                  Map.of(
                      "value",
                      HexFormat.ofDelimiter(" ").formatHex(bad),
                      "charset",
                      decoder.charset().name()));
    }
  }

  private void finish() {
    CharBuffer room = CharBuffer.wrap(chars, end, chars.length - end);
    CoderResult result = decoder.decode(bytes, room, true);
    if (!result.isError()) {
      result = decoder.flush(room);
    }
    decoded(room.position() - end, result);
  }

  private void makeRoom() {
    if (at == end) {
      at = 0;
      end = 0;
    } else if (chars.length - end < 2) {
      chars = Arrays.copyOf(chars, chars.length * 2);
    }
  }

  private boolean readBytes() {
    bytes.compact();
    try {
      int count = in.read(bytes.array(), bytes.position(), bytes.remaining());
      bytes.position(bytes.position() + Math.max(0, count));
      return count >= 0;
    } catch (EOFException | ZipException damaged) {
      broken = new Spot(name, line).input("gzip", Map.of());
      return true;
    } catch (IOException unreadable) {
      broken = new Fault(Message.of("file.unreadable", name), unreadable);
      return true;
    } finally {
      bytes.flip();
    }
  }

  @Override
  public void close() {
    try {
      in.close();
    } catch (IOException nothingIsLost) {
      // only read from
    }
  }
}
