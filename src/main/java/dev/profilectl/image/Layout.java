package dev.profilectl.image;

/** What the samples of a pixel mean. */
enum Layout {
  GREY(1),
  GREY_ALPHA(2),
  RGB(3),
  /** Not premultiplied. */
  RGBA(4),
  /** Luminance and two chrominances as JPEG has them. */
  YCC(3),
  /** Ink, 255 is full. */
  CMYK(4),
  /** As Adobe writes it: 255 is no ink. */
  CMYK_INVERTED(4),
  /** CMYK as Adobe writes it, whose first three are turned into YCC. */
  YCCK(4);

  final int bands;

  Layout(int bands) {
    this.bands = bands;
  }

  boolean hasAlpha() {
    return this == RGBA || this == GREY_ALPHA;
  }
}
