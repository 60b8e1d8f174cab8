package dev.profilectl.image;

/** Which decoder reads which format. */
final class Decoders {
  private Decoders() {}

  static Decoder of(ImageFormat format) {
    return switch (format) {
      case JPEG -> new JpegDecoder();
      case PNG -> new PngDecoder();
      case WEBP -> new WebpDecoder();
      case GIF -> new GifDecoder();
      case BMP -> new BmpDecoder();
      case TIFF -> new TiffDecoder();
    };
  }
}
