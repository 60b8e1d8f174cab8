package dev.profilectl.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be written, for the end of a sentence. */
public final class IoReason {
  private IoReason() {}

  /**
   * A message, or the system's own words; the name of the exception where there is nothing else.
   */
  public static Object of(IOException cause) {
    return switch (cause) {
      case NoSuchFileException _ -> Message.of("io.no-folder");
      case FileAlreadyExistsException _ -> Message.of("io.in-the-way");
      case AccessDeniedException _ -> Message.of("io.denied");
      case FileSystemException known when known.getReason() != null -> known.getReason();
      case FileSystemException unknown -> unknown.getClass().getSimpleName();
      default -> cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    };
  }
}
