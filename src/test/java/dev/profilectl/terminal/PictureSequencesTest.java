package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;

/** The sequences of kitty and iTerm2, read as their documents say. */
class PictureSequencesTest {
  private static final Pattern KITTY =
      Pattern.compile("\u001b_G([^;\u001b]*);([^\u001b]*)\u001b\\\\");
  private static final TerminalSize CELLS = new TerminalSize(4, 2);

  /** What each of the sequences says, and the payload of all. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Sent(List<String> keys, byte[] payload) {}

  private static Sent kitty(String text) {
    List<String> keys = new ArrayList<>();
    StringBuilder data = new StringBuilder();
    Matcher sequence = KITTY.matcher(text);
    int end = 0;
    while (sequence.find()) {
      assertThat(sequence.start()).as("nothing between the sequences").isEqualTo(end);
      assertThat(sequence.group(2)).hasSizeLessThanOrEqualTo(4096);
      end = sequence.end();
      keys.add(sequence.group(1));
      data.append(sequence.group(2));
      if (sequence.end() < text.length()) {
        assertThat(sequence.group(2).length() % 4).isZero();
      }
    }
    assertThat(end).isEqualTo(text.length());
    return new Sent(keys, Base64.getDecoder().decode(data.toString()));
  }

  @Test
  void kittyGetsAFileInChunks() {
    byte[] file = new byte[7000];
    new Random(1).nextBytes(file);
    Sent sent = kitty(KittyPicture.png(file, CELLS));
    assertThat(sent.payload).isEqualTo(file);
    assertThat(sent.keys).containsExactly("a=T,f=100,C=1,c=4,r=2,q=2,m=1", "q=2,m=1", "q=2,m=0");
  }

  @Test
  void aSmallFileIsOneChunk() {
    byte[] file = new byte[3072];
    assertThat(kitty(KittyPicture.png(file, CELLS)).keys)
        .containsExactly("a=T,f=100,C=1,c=4,r=2,q=2,m=0");
  }

  @Test
  void kittyGetsPixelsThatFillTheCells() throws DataFormatException {
    Pixels picture = new Pixels(3, 1, new int[] {0xFF102030, 0x80FF0000, 0x00FFFFFF});
    Sent sent = kitty(KittyPicture.pixels(picture, new TerminalSize(2, 1), new Pixels.Size(2, 3)));
    assertThat(sent.keys).containsExactly("a=T,f=32,o=z,s=4,v=3,C=1,c=2,r=1,q=2,m=0");
    byte[] expected = new byte[4 * 4 * 3];
    byte[] first = {0x10, 0x20, 0x30, -1, -1, 0, 0, -128, -1, -1, -1, 0};
    System.arraycopy(first, 0, expected, 0, first.length);
    assertThat(inflated(sent.payload)).isEqualTo(expected);
  }

  private static byte[] inflated(byte[] bytes) throws DataFormatException {
    try (Inflater inflater = new Inflater()) {
      inflater.setInput(bytes);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] some = new byte[64];
      while (!inflater.finished()) {
        out.write(some, 0, inflater.inflate(some));
      }
      return out.toByteArray();
    }
  }

  @Test
  void iterm2GetsTheFile() {
    byte[] file = "not really a picture".getBytes(StandardCharsets.US_ASCII);
    assertThat(Iterm2Picture.file(file, CELLS))
        .isEqualTo(
            "\u001b]1337;File=inline=1;size=20;width=4;height=2;preserveAspectRatio=1;"
                + "doNotMoveCursor=1:bm90IHJlYWxseSBhIHBpY3R1cmU=\u0007");
  }

  @Test
  void sizesAreInCells() {
    Graphics kitty = new Graphics(Protocol.KITTY, new Pixels.Size(10, 20), 256);
    TerminalSize room = new TerminalSize(32, 20);
    assertThat(kitty.fit(new Pixels.Size(512, 512), room)).isEqualTo(new Pixels.Size(320, 320));
    assertThat(kitty.fit(new Pixels.Size(1000, 4000), room)).isEqualTo(new Pixels.Size(100, 400));
    assertThat(kitty.fit(new Pixels.Size(8, 8), room)).isEqualTo(new Pixels.Size(8, 8));
    assertThat(kitty.cells(new Pixels.Size(321, 320))).isEqualTo(new TerminalSize(33, 16));
    TerminalSize large = new TerminalSize(400, 200);
    Pixels.Size huge = new Pixels.Size(4000, 4000);
    assertThat(kitty.fit(huge, large)).isEqualTo(new Pixels.Size(4000, 4000));
    assertThat(kitty.by(Protocol.SIXEL).fit(huge, large)).isEqualTo(new Pixels.Size(1000, 1000));
    assertThat(kitty.by(Protocol.BLOCKS).fit(huge, room)).isEqualTo(new Pixels.Size(32, 32));
  }
}
