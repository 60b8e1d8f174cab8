package dev.profilectl.bulk;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Opens an input. */
public final class Inputs {
  private static final int GZIP_BUFFER = 1 << 15;

  private Inputs() {}

  /**
   * Which input, and how it is to be read.
   *
   * @param name as the user gave it, for sentences; {@code -} for standard input
   * @param format {@code null} for what the name and the content say
   * @param encoding {@code null} for what a byte order mark says, else UTF-8
   */
  public record Choice(String name, @Nullable InputFormat format, @Nullable Charset encoding) {}

  /**
   * Opens an input; gzip is unpacked whatever the name says. The header is read at once.
   *
   * @param in closed by closing the reader, and where this throws
   * @throws Failure.Invalid where the start cannot be read
   */
  public static RowReader open(InputStream in, Choice choice) {
    boolean open = false;
    try {
      InputText text = text(in, choice);
      InputFormat chosen = choice.format();
      InputFormat format = chosen == null ? FormatGuess.of(choice.name(), text.start()) : chosen;
      RowReader rows =
          switch (format) {
            case CSV -> new CsvRows(text);
            case TSV -> new TsvRows(text);
            case JSON -> JsonRows.of(text);
            case NDJSON -> new NdjsonRows(text);
            case YAML -> YamlRows.of(text);
          };
      open = true;
      return new Detected(rows, format);
    } catch (EOFException | ZipException damaged) {
      throw new Spot(choice.name(), 1).input("gzip", Map.of());
    } catch (IOException unreadable) {
      throw new Fault(Message.of("file.unreadable", choice.name()), unreadable);
    } finally {
      if (!open) {
        closeQuietly(in);
      }
    }
  }

  /**
   * The format of an input, so that what is rejected can be written the same way.
   *
   * @param reader from {@link #open}
   */
  public static InputFormat detected(RowReader reader) {
    if (reader instanceof Detected detected) {
      return detected.format;
    }
    throw new IllegalArgumentException("not opened here");
  }

  private static InputText text(InputStream in, Choice choice) throws IOException {
    PushbackInputStream raw = new PushbackInputStream(in, 2);
    byte[] magic = raw.readNBytes(2);
    raw.unread(magic);
    boolean packed = magic.length == 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b;
    InputStream plain = packed ? new GZIPInputStream(raw, GZIP_BUFFER) : raw;
    byte[] start = plain.readNBytes(4);
    Charset encoding = choice.encoding();
    return new InputText(choice.name(), plain, start, encoding == null ? charset(start) : encoding);
  }

  /** By the mark; without one UTF-16 shows by the zeros of its first two characters. */
  private static Charset charset(byte[] start) {
    boolean two = start.length >= 2;
    if (two && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
      return StandardCharsets.UTF_16LE;
    }
    if (two && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
      return StandardCharsets.UTF_16BE;
    }
    boolean[] zeros = new boolean[4];
    for (int i = 0; i < start.length; i++) {
      zeros[i] = start[i] == 0;
    }
    if (start.length == 4 && Arrays.equals(zeros, new boolean[] {false, true, false, true})) {
      return StandardCharsets.UTF_16LE;
    }
    return start.length == 4 && Arrays.equals(zeros, new boolean[] {true, false, true, false})
        ? StandardCharsets.UTF_16BE
        : StandardCharsets.UTF_8;
  }

  private static void closeQuietly(InputStream in) {
    try {
      in.close();
    } catch (IOException nothingIsLost) {
      // only read from
    }
  }

  /** A reader that knows what it reads. */
  private static final class Detected implements RowReader {
    private final RowReader rows;
    private final InputFormat format;

    Detected(RowReader rows, InputFormat format) {
      this.rows = rows;
      this.format = format;
    }

    @Override
    public List<String> columns() {
      return rows.columns();
    }

    @Override
    public Optional<Row> next() {
      return rows.next();
    }

    @Override
    public void close() {
      rows.close();
    }
  }
}
