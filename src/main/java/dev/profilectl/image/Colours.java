package dev.profilectl.image;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBufferByte;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Turns samples of any meaning into sRGB, by the file's colour profile where that is usable. */
final class Colours {
  private Colours() {}

  /** The picture in sRGB, and whether its profile was applied. */
  record Converted(Pixels pixels, boolean byProfile) {}

  static Converted toSrgb(Samples samples) {
    byte[] colours = colours(samples);
    int bands = colours.length / (samples.width() * samples.height());
    byte[] converted = byProfile(samples, colours, bands);
    byte[] rgb = converted == null ? plain(colours, bands) : converted;
    int[] argb = new int[samples.width() * samples.height()];
    Layout layout = samples.layout();
    for (int i = 0; i < argb.length; i++) {
      int alpha = layout.hasAlpha() ? samples.bytes()[(i + 1) * layout.bands - 1] & 0xff : 0xff;
      argb[i] =
          alpha << 24
              | (rgb[3 * i] & 0xff) << 16
              | (rgb[3 * i + 1] & 0xff) << 8
              | (rgb[3 * i + 2] & 0xff);
    }
    return new Converted(new Pixels(samples.width(), samples.height(), argb), converted != null);
  }

  /** Grey, RGB or CMYK with full ink at 255, without alpha. */
  private static byte[] colours(Samples samples) {
    byte[] from = samples.bytes();
    return switch (samples.layout()) {
      case GREY, RGB, CMYK -> from;
      case GREY_ALPHA -> without(from, 2);
      case RGBA -> without(from, 4);
      case YCC -> fromYcc(from, 3);
      case CMYK_INVERTED -> inverted(from);
      case YCCK -> fromYcck(from);
    };
  }

  private static byte[] without(byte[] from, int bands) {
    byte[] to = new byte[from.length / bands * (bands - 1)];
    for (int i = 0, j = 0; i < from.length; i++) {
      if (i % bands != bands - 1) {
        to[j++] = from[i];
      }
    }
    return to;
  }

  private static byte[] inverted(byte[] from) {
    byte[] to = new byte[from.length];
    for (int i = 0; i < to.length; i++) {
      to[i] = (byte) ~from[i];
    }
    return to;
  }

  private static byte[] fromYcc(byte[] from, int bands) {
    byte[] to = from.clone();
    for (int i = 0; i < from.length; i += bands) {
      float y = from[i] & 0xff;
      float cb = (from[i + 1] & 0xff) - 128;
      float cr = (from[i + 2] & 0xff) - 128;
      to[i] = sample(y + 1.402f * cr);
      to[i + 1] = sample(y - 0.344136f * cb - 0.714136f * cr);
      to[i + 2] = sample(y + 1.772f * cb);
    }
    return to;
  }

  /** The first three turn into ink as they are, only black is stored the other way round. */
  private static byte[] fromYcck(byte[] from) {
    byte[] to = fromYcc(from, 4);
    for (int i = 3; i < to.length; i += 4) {
      to[i] = (byte) ~to[i];
    }
    return to;
  }

  private static byte sample(float value) {
    return (byte) Math.clamp((int) (value + 0.5f), 0, 255);
  }

  private static byte[] plain(byte[] from, int bands) {
    if (bands == 3) {
      return from;
    }
    byte[] to = new byte[from.length / bands * 3];
    for (int i = 0; i < to.length / 3; i++) {
      if (bands == 1) {
        Arrays.fill(to, 3 * i, 3 * i + 3, from[i]);
      } else {
        int black = 255 - (from[4 * i + 3] & 0xff);
        for (int b = 0; b < 3; b++) {
          to[3 * i + b] = (byte) (((255 - (from[4 * i + b] & 0xff)) * black + 127) / 255);
        }
      }
    }
    return to;
  }

  /** Null where there is no profile, it is sRGB anyway, of another kind, or broken. */
  private static byte @Nullable [] byProfile(Samples samples, byte[] colours, int bands) {
    byte[] icc = samples.icc();
    if (icc == null || IccName.isSrgb(icc)) {
      return null;
    }
    try {
      ICC_Profile profile = ICC_Profile.getInstance(icc);
      if (profile.getNumComponents() != bands) {
        return null;
      }
      ICC_Profile[] way = {profile, ICC_Profile.getInstance(ColorSpace.CS_sRGB)};
      byte[] to = new byte[samples.width() * samples.height() * 3];
      new ColorConvertOp(way, null).filter(raster(samples, colours, bands), raster(samples, to, 3));
      return to;
    } catch (CMMException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  private static WritableRaster raster(Samples samples, byte[] bytes, int bands) {
    int[] offsets = new int[bands];
    Arrays.setAll(offsets, i -> i);
    return Raster.createInterleavedRaster(
        new DataBufferByte(bytes, bytes.length),
        samples.width(),
        samples.height(),
        samples.width() * bands,
        bands,
        offsets,
        null);
  }
}
