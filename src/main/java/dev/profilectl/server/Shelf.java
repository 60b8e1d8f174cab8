package dev.profilectl.server;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Blob;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Large pictures on their way out: on the disk, since they would fill the memory for as long as
 * slow clients take. The last few stay, for the next who asks; one that is being read is read to
 * its end wherever it is deleted meanwhile.
 */
final class Shelf {
  /** What is no larger may wait in memory, in bytes. */
  static final int SMALL = 128 << 10;

  private static final int MOST = 8;

  private final Path folder;
  private final Map<String, Path> files = new LinkedHashMap<>(16, 0.75f, true);

  /** In a folder, which somebody else takes away. */
  Shelf(Path folder) {
    this.folder = folder;
  }

  /** A picture to read; whoever asks closes it. */
  synchronized SeekableByteChannel open(Blob picture) {
    try {
      Path file = files.get(picture.sha256());
      if (file == null) {
        file = Files.write(folder.resolve("picture-" + picture.sha256()), picture.bytes());
        files.put(picture.sha256(), file);
      }
      SeekableByteChannel opened = Files.newByteChannel(file);
      Iterator<Path> oldest = files.values().iterator();
      if (files.size() > MOST) {
        Files.deleteIfExists(oldest.next());
        oldest.remove();
      }
      return opened;
    } catch (IOException noRoom) {
      throw new Fault(Message.of("serve.no-room"), noRoom);
    }
  }
}
