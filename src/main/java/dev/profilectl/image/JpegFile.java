package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A JPEG file taken apart: what its frame header says, and the picture without any metadata, which
 * damaged metadata therefore cannot spoil.
 */
final class JpegFile {
  /** What even the finest progression needs, and what many scans of a big picture may cost. */
  private static final int USUAL_SCANS = 20;

  private static final long MAX_SCANNED = 500_000_000;

  /** A beginning, and a marker with transform 0, which makes the decoder not touch the samples. */
  private static final byte[] START =
      "\u00ff\u00d8\u00ff\u00ee\0\u000eAdobe\0\144\0\0\0\0\0".getBytes(ISO_8859_1);

  private static final byte[] END = {(byte) 0xff, (byte) 0xd9};

  private final byte[] file;
  private final JoinedInput picture = new JoinedInput();
  private final JpegProfile profile = new JpegProfile();
  private int frame;
  private int orientation = 1;
  private int adobeTransform = -1;
  private boolean jfif;
  private int scans;
  private final JpegCoverage coverage = new JpegCoverage();

  private JpegFile(byte[] file) {
    this.file = file;
  }

  /** Takes all of the file apart. */
  static JpegFile whole(byte[] file) throws IOException {
    JpegFile jpeg = new JpegFile(file);
    jpeg.walk(true);
    return jpeg;
  }

  /** Takes it apart up to the pixels. */
  static JpegFile head(byte[] file) throws IOException {
    JpegFile jpeg = new JpegFile(file);
    jpeg.walk(false);
    return jpeg;
  }

  ImageFacts facts() throws IOException {
    if (width() == 0 || height() == 0) {
      throw new IOException("no size");
    }
    return new ImageFacts(ImageFormat.JPEG, width(), height(), orientation, file.length);
  }

  private int width() {
    return BigEndian.number(file, frame + 7);
  }

  private int height() {
    return BigEndian.number(file, frame + 5);
  }

  /** Whether there are several scans, each refining the whole picture. */
  boolean progressive() {
    return (file[frame + 1] & 0xff) == 0xc2;
  }

  /** Of a file taken apart whole: whether one scan brings all there is to know of each row. */
  boolean inOneScan() {
    return scans == 1 && !progressive();
  }

  /** 1 for grey, 3 for colours, 4 for CMYK. */
  int components() throws IOException {
    int components = file[frame + 9] & 0xff;
    if (components != 1 && components != 3 && components != 4) {
      throw new IOException("components");
    }
    return components;
  }

  /** What the coefficients of all pixels take, two bytes each; at least one. */
  long coefficientBytes() throws IOException {
    int widest = 1;
    int highest = 1;
    long blocks = 0;
    for (int i = 0; i < components(); i++) {
      int sampling = file[frame + 11 + 3 * i] & 0xff;
      widest = Math.max(widest, sampling >> 4);
      highest = Math.max(highest, sampling & 15);
      blocks += (long) (sampling >> 4) * (sampling & 15);
    }
    return Math.max(1, 2L * width() * height() * blocks / ((long) widest * highest));
  }

  /** The picture alone: tables, frame, scans, and an Adobe marker against guessing of colours. */
  JoinedInput picture() {
    return picture;
  }

  byte @Nullable [] icc() {
    return profile.bytes();
  }

  /** What the samples mean, by what the Adobe and JFIF markers say, else by the components. */
  Layout layout() throws IOException {
    return switch (components()) {
      case 1 -> Layout.GREY;
      case 3 -> isRgb() ? Layout.RGB : Layout.YCC;
      default ->
          switch (adobeTransform) {
            case -1 -> Layout.CMYK;
            case 2 -> Layout.YCCK;
            default -> Layout.CMYK_INVERTED;
          };
    };
  }

  private boolean isRgb() {
    if (jfif) {
      return false;
    }
    boolean named = file[frame + 10] == 'R' && file[frame + 13] == 'G' && file[frame + 16] == 'B';
    return adobeTransform == 0 || (adobeTransform == -1 && named);
  }

  private void walk(boolean whole) throws IOException {
    picture.add(START, 0, START.length);
    int at = 2;
    while (true) {
      at = JpegMarkers.next(file, at);
      int marker = file[at + 1] & 0xff;
      if (marker == JpegMarkers.END) {
        break;
      }
      int end = JpegMarkers.end(file, at);
      if (!JpegMarkers.followed(file, end) && !JpegMarkers.needed(marker)) {
        end = JpegMarkers.resume(file, at + 2);
      }
      if (marker == JpegMarkers.SCAN) {
        if (frame == 0 || tooManyScans(++scans)) {
          throw new IOException("scans");
        }
        if (!whole) {
          return;
        }
        coverage.add(file, at);
        end = JpegMarkers.endOfEntropy(file, end);
      }
      if (end > file.length) {
        throw new EOFException();
      }
      segment(marker, at, end);
      at = end;
      if (at == file.length && scans > 0) {
        break; // no end marker; whether the pixels are whole is for the decoder to say
      }
    }
    if (frame == 0 || !coverage.whole(file, frame)) {
      throw new EOFException();
    }
    picture.add(END, 0, END.length);
  }

  private boolean tooManyScans(int count) {
    return count > USUAL_SCANS && (long) width() * height() * count > MAX_SCANNED;
  }

  private void segment(int marker, int at, int end) throws IOException {
    switch (marker) {
      case 0xc0, 0xc1, 0xc2 -> {
        if (file[at + 4] != 8 || end < at + 10 + 3 * file[at + 9]) {
          throw new IOException("frame");
        }
        frame = at;
        picture.add(file, at, end - at);
      }
      case 0xc4, 0xda, 0xdb, 0xdd -> picture.add(file, at, end - at);
      case 0xe0 -> jfif |= starts(at, end, "JFIF\0");
      case 0xe1 -> {
        if (starts(at, end, "Exif\0") && orientation == 1) {
          orientation = Exif.orientation(file, at + 4, end - at - 4);
        }
      }
      case 0xe2 -> {
        if (starts(at, end, "ICC_PROFILE\0")) {
          profile.add(file, at + 16, end);
        }
      }
      case 0xee -> {
        if (starts(at, end, "Adobe") && end - at >= 16) {
          adobeTransform = file[at + 15] & 0xff;
        }
      }
      default -> {
        if (marker >= 0xc3 && marker <= 0xcf) {
          throw Refusal.notAnImage("JPEG, lossless or arithmetic");
        }
      }
    }
  }

  private boolean starts(int at, int end, String text) {
    int from = at + 4;
    return end - from >= text.length()
        && new String(file, from, text.length(), ISO_8859_1).equals(text);
  }
}
