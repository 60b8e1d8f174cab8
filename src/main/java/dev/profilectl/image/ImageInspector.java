package dev.profilectl.image;

/** Says what a file is and holds it against the limits, from its header alone. */
public final class ImageInspector {
  /** The largest file that is read: 20 MiB. */
  public static final int MAX_BYTES = 20 * 1024 * 1024;

  /** The most pixels a picture may have: 50 megapixels. */
  public static final int MAX_PIXELS = 50_000_000;

  /** The longest side, as of JPEG: a row of more would fill the memory by itself. */
  private static final int MAX_SIDE = 65_535;

  private ImageInspector() {}

  /**
   * The facts of a picture, by its content. No pixel is decoded.
   *
   * @throws dev.profilectl.failure.Failure.Invalid for field {@code avatar} with the code {@code
   *     image-too-large}, {@code not-an-image}, {@code image-too-many-pixels}, or {@code
   *     image-broken} where the header itself is damaged
   */
  public static ImageFacts inspect(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw Refusal.tooLarge(bytes.length, MAX_BYTES);
    }
    ImageFormat format = Signature.recognise(bytes);
    ImageFacts facts = Guard.decoding(format, () -> Decoders.of(format).header(bytes));
    if ((long) facts.width() * facts.height() > MAX_PIXELS) {
      throw Refusal.tooManyPixels(facts.width(), facts.height());
    }
    if (Math.max(facts.width(), facts.height()) > MAX_SIDE) {
      throw Refusal.tooLong(facts.width(), facts.height(), MAX_SIDE);
    }
    return facts;
  }
}
