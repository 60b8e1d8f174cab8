package dev.profilectl.image;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.profilectl.failure.Failure;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Pictures that are bombs, or something else besides. {@code -Dattack.all=true} has the slow ones.
 */
class HostilePicturesTest {
  private static final byte[] SCRIPT =
      "<script>alert(1)</script><?php x(); ?>".getBytes(ISO_8859_1);

  static Stream<Arguments> each() {
    return Bombs.all().entrySet().stream()
        .filter(bomb -> Boolean.getBoolean("attack.all") || !bomb.getKey().contains("7000 x 7000"))
        .map(bomb -> Arguments.of(bomb.getKey(), bomb.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("each")
  void aBombIsRefusedOrProcessed(String name, Supplier<byte[]> made) {
    byte[] bomb = made.get();
    assertThat(bomb.length).as(name).isLessThanOrEqualTo(20 << 20);
    List<String> codes = new ArrayList<>();
    try {
      Picture picture = ImagePipeline.process(bomb, ImageOptions.DEFAULTS);
      assertThat(Math.max(picture.width(), picture.height())).isLessThanOrEqualTo(512);
    } catch (Failure.Invalid refused) {
      refused.problems().forEach(problem -> codes.add(problem.code()));
    }
    assertThat(codes)
        .as(name)
        .isSubsetOf("not-an-image", "image-broken", "image-too-many-pixels", "image-too-large");
  }

  /** A picture that is a page, a script or an archive as well is none of these any more. */
  @Test
  void whatIsStoredIsMadeAnew() {
    byte[] zip =
        Bombs.joined(
            "PK\u0003\u0004".getBytes(ISO_8859_1),
            SCRIPT,
            "PK\u0005\u0006".getBytes(ISO_8859_1),
            new byte[18]);
    for (String name :
        new String[] {
          "jpeg-baseline.jpg",
          "png-colour.png",
          "gif-still.gif",
          "webp-lossy.webp",
          "bmp-24.bmp",
          "tiff-plain.tif"
        }) {
      byte[] picture = Fixtures.read(name);
      List<byte[]> polyglots =
          new ArrayList<>(List.of(Bombs.joined(picture, SCRIPT), Bombs.joined(picture, zip)));
      if (name.startsWith("jpeg")) {
        byte[] comment =
            Bombs.joined(
                Bombs.hex("fffe"),
                ByteBuffer.allocate(2).putShort((short) (SCRIPT.length + 2)).array(),
                SCRIPT);
        polyglots.add(
            Bombs.joined(
                Arrays.copyOf(picture, 2),
                comment,
                Arrays.copyOfRange(picture, 2, picture.length)));
      }
      if (name.startsWith("gif")) {
        byte[] comment =
            Bombs.joined(Bombs.hex("21fe"), new byte[] {(byte) SCRIPT.length}, SCRIPT, new byte[1]);
        polyglots.add(
            Bombs.joined(Arrays.copyOf(picture, picture.length - 1), comment, Bombs.hex("3b")));
      }
      if (name.startsWith("png")) {
        polyglots.add(
            Bombs.joined(
                Arrays.copyOf(picture, 33),
                Bombs.chunk("tEXt", SCRIPT),
                Arrays.copyOfRange(picture, 33, picture.length)));
      }
      for (byte[] polyglot : polyglots) {
        byte[] stored;
        try {
          stored = ImagePipeline.process(polyglot, ImageOptions.DEFAULTS).bytes();
        } catch (Failure.Invalid refused) {
          continue;
        }
        String text = new String(stored, ISO_8859_1);
        assertThat(text).as(name).doesNotContain("<script", "<?php", "PK\u0003\u0004");
        assertThat(ImageInspector.inspect(stored).format()).isIn(ImageFormat.JPEG, ImageFormat.PNG);
      }
    }
  }
}
