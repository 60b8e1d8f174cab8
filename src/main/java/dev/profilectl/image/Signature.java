package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;

/** Recognises files by their first bytes, the ones that are read and the ones that are not. */
final class Signature {
  private static final int LOOKED_AT = 1024;

  private Signature() {}

  /** A file that is no picture for us: how it begins, and what to call it. */
  private record Other(int offset, String bytes, String name) {}

  private static final List<Other> OTHERS =
      List.of(
          new Other(0, "%PDF", "PDF"),
          new Other(0, "%!PS", "PostScript"),
          new Other(0, "PK\3\4", "ZIP"),
          new Other(0, "\u001f\u008b", "gzip"),
          new Other(0, "8BPS", "Photoshop"),
          new Other(0, "gimp xcf", "GIMP"),
          new Other(0, "\u00ff\n", "JPEG XL"),
          new Other(4, "JXL ", "JPEG XL"),
          new Other(4, "jP  ", "JPEG 2000"),
          new Other(0, "\0\0\1\0", "ICO"),
          new Other(0, "\u007fELF", "program"),
          new Other(0, "MZ", "program"),
          new Other(4, "ftypavif", "AVIF"),
          new Other(4, "ftypavis", "AVIF"),
          new Other(4, "ftyphei", "HEIC"),
          new Other(4, "ftyphev", "HEIC"),
          new Other(4, "ftypmif1", "HEIC"),
          new Other(4, "ftypmsf1", "HEIC"),
          new Other(4, "ftyp", "video"),
          new Other(8, "AVI ", "video"),
          new Other(0, "\u001aE\u00df\u00a3", "video"));

  /**
   * The format of a file.
   *
   * @throws dev.profilectl.failure.Failure.Invalid {@code not-an-image}, naming what it looks like
   */
  static ImageFormat recognise(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(bytes.length, LOOKED_AT), ISO_8859_1);
    if (head.startsWith("\u00ff\u00d8\u00ff")) {
      return ImageFormat.JPEG;
    }
    if (head.startsWith("\u0089PNG\r\n\u001a\n")) {
      return ImageFormat.PNG;
    }
    if (head.startsWith("RIFF") && head.startsWith("WEBP", 8)) {
      return ImageFormat.WEBP;
    }
    if (head.startsWith("GIF87a") || head.startsWith("GIF89a")) {
      return ImageFormat.GIF;
    }
    if (head.startsWith("BM") && BmpDecoder.plausible(bytes)) {
      return ImageFormat.BMP;
    }
    if (head.startsWith("II*\0")
        || head.startsWith("MM\0*")
        || head.startsWith("II+\0")
        || head.startsWith("MM\0+")) {
      return ImageFormat.TIFF;
    }
    throw Refusal.notAnImage(name(head));
  }

  private static String name(String head) {
    if (head.isEmpty()) {
      return "empty";
    }
    for (Other other : OTHERS) {
      if (head.startsWith(other.bytes(), other.offset())) {
        return other.name();
      }
    }
    String text = head.toLowerCase(Locale.ROOT);
    if (text.contains("<svg")) {
      return "SVG";
    }
    if (text.contains("<!doctype html") || text.contains("<html") || text.contains("<body")) {
      return "HTML";
    }
    if (text.stripLeading().startsWith("<?xml")) {
      return "XML";
    }
    return isText(head) ? "text" : "unknown";
  }

  /** UTF-8 without control characters; the last character may be cut off. */
  private static boolean isText(String head) {
    String text = new String(head.getBytes(ISO_8859_1), UTF_8);
    int bad = text.indexOf('\ufffd');
    return (bad < 0 || bad >= text.length() - 1)
        && text.chars().allMatch(c -> (c >= ' ' && c != 0x7f) || (c >= '\t' && c <= '\r'));
  }
}
