package dev.profilectl.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

final class JoinedInputTest {

  @Test
  void readsPiecesAsOneFile() throws IOException {
    JoinedInput input = new JoinedInput();
    input.add(new byte[] {9, 1, 2, 9}, 1, 2);
    input.add(new byte[0], 0, 0);
    input.add(new byte[] {3, 4, 5}, 0, 3);
    assertThat(input.length()).isEqualTo(5);

    byte[] all = new byte[5];
    input.readFully(all);
    assertThat(all).containsExactly(1, 2, 3, 4, 5);
    assertThat(input.read()).isEqualTo(-1);
    assertThat(input.read(all, 0, 5)).isEqualTo(-1);

    input.seek(1);
    assertThat(input.read()).isEqualTo(2);
    assertThat(input.read(all, 0, 5)).isEqualTo(3);
    assertThat(input.getStreamPosition()).isEqualTo(5);
  }
}
