package dev.profilectl.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ColumnWidthsTest {
  private static int[] fit(int room, int... natural) {
    return ColumnWidths.fit(natural, new boolean[natural.length], room);
  }

  @Test
  void leavesAloneWhatFits() {
    assertThat(fit(20, 5, 10)).containsExactly(5, 10);
  }

  @Test
  void takesFromTheWidest() {
    assertThat(fit(30, 5, 10, 100)).containsExactly(5, 10, 15);
    assertThat(fit(25, 5, 50, 100)).containsExactly(5, 10, 10);
  }

  @Test
  void sparesTheFirmUntilTheOthersAreAtTheirLeast() {
    assertThat(ColumnWidths.fit(new int[] {26, 40}, new boolean[] {true, false}, 36))
        .containsExactly(26, 10);
    assertThat(ColumnWidths.fit(new int[] {26, 40}, new boolean[] {true, false}, 20))
        .containsExactly(14, 6);
  }

  @Test
  void usesTheRoomExactlyAndNeverDropsAColumn() {
    Random random = new Random(19);
    for (int i = 0; i < 10_000; i++) {
      int[] natural = random.ints(1 + random.nextInt(8), 1, 200).toArray();
      boolean[] firm = new boolean[natural.length];
      firm[0] = random.nextBoolean();
      int room = natural.length + random.nextInt(300);
      int[] widths = ColumnWidths.fit(natural, firm, room);
      int sum = Arrays.stream(widths).sum();
      assertThat(sum).isEqualTo(Math.min(room, Arrays.stream(natural).sum()));
      assertThat(Arrays.stream(widths).allMatch(width -> width >= 1)).isTrue();
    }
  }
}
