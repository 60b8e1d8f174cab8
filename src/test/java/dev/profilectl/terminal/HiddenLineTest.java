package dev.profilectl.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.failure.Failure;
import java.io.IOException;
import java.io.StringReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HiddenLineTest {
  private static Optional<String> read(String keys) throws IOException {
    return HiddenLine.read(new StringReader(keys));
  }

  @Test
  void readsUpToReturn() throws IOException {
    assertThat(read("s3c \\\"!张👍\rmore")).contains("s3c \\\"!张👍");
    assertThat(read("\n")).contains("");
  }

  @Test
  void corrects() throws IOException {
    assertThat(read("ab\u007fc\r")).contains("ac");
    assertThat(read("a👍\b\r")).contains("a");
    assertThat(read("\u007f\u007fa\r")).contains("a");
    assertThat(read("wrong\u0015right\r")).contains("right");
  }

  @Test
  void endsWithoutAnAnswer() throws IOException {
    assertThat(read("\u0004")).isEmpty();
    assertThat(read("")).isEmpty();
    assertThat(read("half")).isEmpty();
    assertThat(read("a\u0004b\r")).contains("ab");
    assertThatThrownBy(() -> read("abc\u0003")).isInstanceOf(Failure.Interrupted.class);
  }
}
