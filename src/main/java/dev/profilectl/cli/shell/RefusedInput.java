package dev.profilectl.cli.shell;

import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.io.InputStream;

/** Standard input where the script itself comes from there: a command must not eat its lines. */
final class RefusedInput extends InputStream {
  @Override
  public int read() {
    throw new Usage(Message.of("script.stdin"));
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    return read();
  }
}
