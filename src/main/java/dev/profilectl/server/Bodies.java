package dev.profilectl.server;

import dev.profilectl.failure.Failure.Fault;
import dev.profilectl.failure.Message;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.EofException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
import org.jspecify.annotations.Nullable;

/** Reads bodies: small ones into memory, files by way of the disk, none without a limit. */
final class Bodies {
  private static final int SMALL = 64 << 10;

  /** What parts may need besides the file itself. */
  private static final int WRAPPING = 64 << 10;

  private static final int MOST_PARTS = 16;

  private final Path folder;
  private final long maxUpload;
  private final Duration patience;
  private final Clock clock;

  /** Many large files at once would fill the memory; they wait on the disk. */
  private final Semaphore turn = new Semaphore(1, true);

  /** With a folder of its own. */
  Bodies(Path folder, ServerSettings.Limits limits, Clock clock) {
    this.folder = folder;
    this.maxUpload = limits.maxUpload();
    this.patience = limits.patience();
    this.clock = clock;
  }

  /**
   * A file that came whole.
   *
   * @param name as it was sent; {@code null} for none
   * @param bytes its content
   */
  @SuppressWarnings("ArrayRecordComponent") // megabytes are not copied, and never compared
  record Sent(@Nullable String name, byte[] bytes) {}

  /** Where files are while they are worked on; it goes when all is closed. */
  Path folder() {
    return folder;
  }

  /** A body that fits into memory. */
  byte[] small(Request request) {
    if (request.getLength() > SMALL) {
      throw Refused.tooLarge(SMALL);
    }
    Instant end = clock.instant().plus(patience);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] buffer = new byte[8192];
    try (InputStream in = Content.Source.asInputStream(request)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        body.write(buffer, 0, n);
        if (body.size() > SMALL) {
          throw Refused.tooLarge(SMALL);
        }
        if (clock.instant().isAfter(end)) {
          throw Refused.tooSlow();
        }
      }
    } catch (IOException broken) {
      throw refused(broken, SMALL);
    }
    return body.toByteArray();
  }

  /**
   * Takes what is left of a body and keeps nothing, for as long and as much as any may have.
   *
   * @return whether it has ended; {@code false} at once where it says that it is larger
   */
  boolean drain(Request request) {
    long most = maxUpload + WRAPPING;
    Instant end = clock.instant().plus(patience);
    byte[] buffer = new byte[8192];
    long taken = 0;
    try (InputStream in = Content.Source.asInputStream(request)) {
      while (request.getLength() <= most && taken <= most && clock.instant().isBefore(end)) {
        int n = in.read(buffer);
        if (n < 0) {
          return true;
        }
        taken += n;
      }
    } catch (IOException gone) {
      // then nobody waits for the answer
    }
    return false;
  }

  /**
   * What comes of the file in a part of a multipart body; empty where there is no such part. One at
   * a time is worked on, so the work ends with the file being kept, not with its bytes in hand.
   */
  <T> Optional<T> file(Request request, String part, Function<Sent, T> work) {
    String type = Optional.ofNullable(request.getHeaders().get("Content-Type")).orElse("");
    if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
      return Optional.empty();
    }
    String boundary = MultiPart.extractBoundary(type);
    if (boundary == null) {
      throw Refused.unreadable();
    }
    if (request.getLength() > maxUpload + WRAPPING) {
      throw Refused.tooLarge(maxUpload);
    }
    MultiPartFormData.Parser parser = new MultiPartFormData.Parser(boundary);
    parser.setFilesDirectory(folder);
    parser.setMaxMemoryFileSize(0);
    parser.setMaxFileSize(maxUpload);
    parser.setMaxLength(maxUpload + WRAPPING);
    parser.setMaxParts(MOST_PARTS);
    CompletableFuture<MultiPartFormData.Parts> arriving = new CompletableFuture<>();
    parser.parse(new Polite(request), Promise.Invocable.toPromise(arriving));
    try (MultiPartFormData.Parts parts = arriving.get(patience.toMillis(), TimeUnit.MILLISECONDS)) {
      MultiPart.Part found = parts.getFirst(part);
      return found == null ? Optional.empty() : Optional.of(inTurn(found, work));
    } catch (TimeoutException slow) {
      request.fail(slow);
      throw Refused.tooSlow();
    } catch (ExecutionException failed) {
      throw refused(failed.getCause() == null ? failed : failed.getCause(), maxUpload);
    } catch (IOException unreadable) {
      throw new Fault(Message.of("serve.no-room"), unreadable);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw Refused.tooSlow();
    }
  }

  /** After each piece the others come first: virtual threads are not made to take turns. */
  @SuppressWarnings("ThreadPriorityCheck") // without it two uploads hold up everybody
  private static final class Polite extends Request.Wrapper {
    Polite(Request request) {
      super(request);
    }

    @Override
    public Content.Chunk read() {
      Thread.yield();
      return super.read();
    }
  }

  private <T> T inTurn(MultiPart.Part part, Function<Sent, T> work) throws IOException {
    turn.acquireUninterruptibly();
    try {
      byte[] bytes;
      try (InputStream in = Content.Source.asInputStream(part.createContentSource())) {
        bytes = in.readAllBytes();
      }
      return work.apply(new Sent(part.getFileName(), bytes));
    } finally {
      turn.release();
    }
  }

  private static Refused refused(Throwable cause, long most) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof HttpException told) {
        return switch (told.getCode()) {
          case 413 -> Refused.tooLarge(most);
          case 408 -> Refused.tooSlow();
          default -> Refused.unreadable();
        };
      }
      if (each instanceof TimeoutException) {
        return Refused.tooSlow();
      }
      if (each instanceof EofException) {
        return Refused.unreadable();
      }
      String text = String.valueOf(each.getMessage());
      if (each instanceof IllegalStateException && text.contains("exceeded")) {
        return Refused.tooLarge(most);
      }
    }
    return Refused.unreadable();
  }

  /** Takes the folder away, and what is left in it. */
  void close() throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(folder);
  }
}
