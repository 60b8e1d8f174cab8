package dev.profilectl;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.function.Consumer;

/** Adds lines to a file that its owner alone may read. */
final class TraceFile implements Consumer<String> {
  private final Path file;

  TraceFile(Path file) {
    this.file = file;
  }

  @Override
  public void accept(String line) {
    try (FileChannel out =
        FileChannel.open(
            file,
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND, StandardOpenOption.WRITE),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
      out.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)));
    } catch (IOException unwritable) {
      throw new Fault(Message.of("file.unwritable", file), unwritable);
    }
  }
}
