package dev.profilectl.image;

import java.io.IOException;

/**
 * Reads one format. What a decoder throws, of whatever kind, is told as {@code image-broken}; it
 * may therefore trust nothing in the file and need not wrap anything.
 */
interface Decoder {

  /** The facts, from the header and the metadata; no pixel is decoded, nothing is inflated. */
  ImageFacts header(byte[] file) throws IOException;

  /**
   * Hands all pixels to the sink, as stored: not turned, colours not converted. Fails where the
   * pixel data ends early.
   *
   * @return whether there were more frames or pages than the one handed over
   */
  boolean decode(byte[] file, PixelSink sink) throws IOException;
}
