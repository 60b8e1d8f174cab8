package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class KeyReaderTest {
  private final List<Key> keys = new ArrayList<>();
  private final KeyReader reader = new KeyReader(keys::add);

  private List<Key> read(String... pieces) {
    for (String piece : pieces) {
      byte[] bytes = piece.getBytes(StandardCharsets.UTF_8);
      reader.read(bytes, bytes.length);
    }
    List<Key> came = List.copyOf(keys);
    keys.clear();
    return came;
  }

  @Test
  void lettersOfAnyScript() {
    assertThat(read("aé图🙂"))
        .containsExactly(
            new Key.Letter('a'),
            new Key.Letter('é'),
            new Key.Letter(0x56FE),
            new Key.Letter(0x1F642));
  }

  @Test
  void keysThatAreSequences() {
    assertThat(read("\u001b[A\u001bOB\u001b[1;2C\u001b[3~\u001b[H", "\r\t\u007f\u0003"))
        .containsExactly(
            Key.Named.UP,
            Key.Named.DOWN,
            Key.Named.SHIFT_RIGHT,
            Key.Named.DELETE,
            Key.Named.HOME,
            Key.Named.ENTER,
            Key.Named.TAB,
            Key.Named.BACKSPACE,
            new Key.Control('c'));
  }

  @Test
  void aSequenceMayComeInPieces() {
    assertThat(read("\u001b", "[", "1;2", "A")).containsExactly(Key.Named.SHIFT_UP);
  }

  @Test
  void aLoneEscapeIsAKeyAfterAPause() {
    assertThat(read("\u001b")).isEmpty();
    reader.pause();
    assertThat(read("a")).containsExactly(Key.Named.ESCAPE, new Key.Letter('a'));
  }

  /** Else a late answer of the terminal would delete a picture: there is a d in it. */
  @Test
  void answersAreNoKeys() {
    assertThat(read("\u001b_Gi=31;add\u001b\\\u001b[?62;4c\u001bP1$rdd\u001b\\\u001b]11;d\u0007x"))
        .containsExactly(new Key.Letter('x'));
  }

  @Test
  void aPasteIsOne() {
    assertThat(read("\u001b[200~d\nd~a\u001b[2", "01~d"))
        .containsExactly(new Key.Pasted("d\nd~a"), new Key.Letter('d'));
  }

  @Test
  void anythingMayCome() {
    SplittableRandom random = new SplittableRandom(7);
    byte[] bytes = new byte[64];
    for (int i = 0; i < 20_000; i++) {
      random.nextBytes(bytes);
      for (int j = 0; j < bytes.length; j += 3) {
        bytes[j] = (byte) "\u001b[O_P]\\~20;".charAt(random.nextInt(11));
      }
      assertThatCode(() -> reader.read(bytes, bytes.length)).doesNotThrowAnyException();
    }
    read("\u001b[201~");
    reader.pause();
    keys.clear();
    assertThat(read("a")).containsExactly(new Key.Letter('a'));
  }
}
