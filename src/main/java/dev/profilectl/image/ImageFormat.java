package dev.profilectl.image;

import java.util.Locale;

/**
 * The kinds of pictures that are read. JPEG and PNG are also written.
 *
 * <p>To add one: a constant here, what its first bytes look like in {@code Signature}, a {@code
 * Decoder} and its line in {@code Decoders}, and files of it among the fixtures.
 */
public enum ImageFormat {
  /** Baseline and progressive, grey, colour and CMYK. */
  JPEG("jpg"),
  /** All colour types and depths; of an animated one the still picture. */
  PNG("png"),
  /** Lossy, lossless, with transparency; of an animated one the first frame. */
  WEBP("webp"),
  /** The first frame. */
  GIF("gif"),
  /** Windows and OS/2 bitmaps. */
  BMP("bmp"),
  /** The first page. */
  TIFF("tif");

  private final String extension;

  ImageFormat(String extension) {
    this.extension = extension;
  }

  /** The name in lower case, as users write it: {@code jpeg}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The media type: {@code image/jpeg}. */
  public String mediaType() {
    return "image/" + word();
  }

  /** The usual ending of file names, without a dot: {@code jpg}. */
  public String extension() {
    return extension;
  }
}
