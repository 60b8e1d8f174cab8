package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RelayTest {

  /** Remembers the first sample of each row. */
  private static final class Notes implements PixelSink {
    private final List<Integer> rows = new ArrayList<>();
    private int failAt = -1;

    @Override
    public void begin(Layout layout, byte @Nullable [] icc) {}

    @Override
    public void row(byte[] samples, int offset) {
      if (rows.size() == failAt) {
        throw new UnsupportedOperationException("row " + failAt);
      }
      rows.add(samples[offset] & 0xff);
    }
  }

  /** From an array that is used again, some bytes into it. */
  private static void send(Relay relay, int width, int rows) {
    relay.begin(Layout.GREY, null);
    byte[] row = new byte[width + 3];
    for (int y = 0; y < rows; y++) {
      row[3] = (byte) y;
      relay.row(row, 3);
    }
    relay.finish();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "100, 7", "300000, 20", "524288, 4", "3000000, 3"})
  void everyRowArrivesInOrder(int width, int rows) {
    Notes notes = new Notes();
    try (Relay relay = new Relay(notes, width)) {
      send(relay, width, rows);
    }
    assertThat(notes.rows).isEqualTo(IntStream.range(0, rows).boxed().toList());
  }

  @ParameterizedTest
  @CsvSource({"0", "5", "19"})
  void whatTheSinkThrowsTravelsUnchanged(int row) {
    Notes notes = new Notes();
    notes.failAt = row;
    try (Relay relay = new Relay(notes, 300_000)) {
      assertThatThrownBy(() -> send(relay, 300_000, 20))
          .isExactlyInstanceOf(UnsupportedOperationException.class)
          .hasMessage("row " + row);
    }
    assertThat(notes.rows).hasSize(row);
  }
}
