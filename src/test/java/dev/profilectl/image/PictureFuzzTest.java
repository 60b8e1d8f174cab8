package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/**
 * Mutants of all files under {@code src/test/resources/images}: bits, lengths, numbers at their
 * limits, pieces lost, doubled, and taken from another file. {@code -Dfuzz.rounds} makes more of
 * them, {@code -Dfuzz.seed} others.
 */
class PictureFuzzTest {
  private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 6);
  private static final long SEED = Long.getLong("fuzz.seed", 20_261_120L);
  private static final int[] LIMITS = {
    0, 1, -1, 2, 255, 256, 32_767, 32_768, 65_535, 65_536, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private static List<Path> corpus() throws IOException {
    try (var files = Files.list(Path.of("src/test/resources/images"))) {
      return files.filter(file -> !file.toString().endsWith(".md")).sorted().toList();
    }
  }

  @Test
  void neverFailsOtherwiseThanByARefusal() throws IOException {
    List<Path> files = corpus();
    int taken = 0;
    int refused = 0;
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < files.size(); i++) {
        long seed = SEED + round * 1_000L + i;
        Random random = new Random(seed);
        byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
        byte[] mutant = mutant(Files.readAllBytes(files.get(i)), other, random);
        String what = files.get(i).getFileName() + " seed " + seed;
        boolean[] done = {false};
        assertThatCode(() -> done[0] = PictureFuzz.attempt(mutant))
            .as(what)
            .doesNotThrowAnyException();
        taken += done[0] ? 1 : 0;
        refused += done[0] ? 0 : 1;
      }
    }
    // Else the mutants are too mild, or too wild, to get anywhere.
    assertThat(taken).isPositive();
    assertThat(refused).isPositive();
  }

  private static byte[] mutant(byte[] whole, byte[] other, Random random) {
    byte[] mutant = whole.clone();
    for (int steps = 1 + random.nextInt(4); steps > 0 && mutant.length > 16; steps--) {
      int reach = random.nextBoolean() ? mutant.length : Math.min(mutant.length, 128);
      int at = random.nextInt(reach - 8);
      switch (random.nextInt(8)) {
        case 0 -> mutant[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> mutant[at] = (byte) random.nextInt(256);
        case 2 -> number(mutant, at, random);
        case 3 -> mutant = Arrays.copyOf(mutant, Math.max(16, random.nextInt(mutant.length)));
        case 4 -> mutant = spliced(mutant, at, 0, mutant, random);
        case 5 -> mutant = spliced(mutant, at, random.nextInt(mutant.length - at), other, random);
        case 6 ->
            Arrays.fill(mutant, at, Math.min(mutant.length, at + random.nextInt(64)), (byte) 0);
        default ->
            mutant = spliced(mutant, at, Math.min(16, mutant.length - at), new byte[1], random);
      }
    }
    return random.nextBoolean() ? summed(mutant) : mutant;
  }

  private static void number(byte[] mutant, int at, Random random) {
    ByteBuffer bytes =
        ByteBuffer.wrap(mutant)
            .order(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
    int limit = LIMITS[random.nextInt(LIMITS.length)];
    if (random.nextBoolean()) {
      bytes.putInt(at, limit);
    } else {
      bytes.putShort(at, (short) limit);
    }
  }

  /** A piece of another in the place of some bytes. */
  private static byte[] spliced(byte[] into, int at, int lost, byte[] from, Random random) {
    int start = random.nextInt(from.length);
    int length = Math.min(random.nextInt(512), from.length - start);
    byte[] all = new byte[into.length - lost + length];
    System.arraycopy(into, 0, all, 0, at);
    System.arraycopy(from, start, all, at, length);
    System.arraycopy(into, at + lost, all, at + length, into.length - at - lost);
    return all;
  }

  /** With sums of chunks that are right, so that what is behind them is looked at. */
  private static byte[] summed(byte[] file) {
    if (file.length < 20 || (file[0] & 0xff) != 0x89) {
      return file;
    }
    ByteBuffer bytes = ByteBuffer.wrap(file);
    int at = 8;
    while (at + 12 <= file.length) {
      int length = bytes.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        break;
      }
      CRC32 sum = new CRC32();
      sum.update(file, at + 4, length + 4);
      bytes.putInt(at + 8 + length, (int) sum.getValue());
      at += 12 + length;
    }
    return file;
  }
}
