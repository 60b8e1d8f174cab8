package dev.profilectl.remote;

import dev.profilectl.dialect.Tokens;
import dev.profilectl.failure.Failure.Denied;
import dev.profilectl.failure.Failure.Interrupted;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Secret;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A command that prints a token: the first line is the access token, a second the refresh token. It
 * is split into words as a shell would, quotes respected, but no shell sees it, and a user's name
 * goes in as part of one word whatever it holds.
 */
final class TokenProgram {
  private static final String USERNAME = "{username}";
  private static final String ID = "{id}";
  private static final int MOST_BYTES = 64 << 10;
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final List<String> words;
  private final Duration limit;

  private TokenProgram(List<String> words, Duration limit) {
    this.words = words;
    this.limit = limit;
  }

  /** The same, which has so long to print its token. */
  TokenProgram within(Duration time) {
    return new TokenProgram(words, time);
  }

  /**
   * Reads a command.
   *
   * @throws Usage where a quote is not closed, or nothing is there
   */
  static TokenProgram parse(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean open = false;
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0 && c == quote) {
        quote = 0;
      } else if (c == '\\' && escapes(quote, text, i + 1)) {
        word.append(text.charAt(++i));
        open = true;
      } else if (quote == 0 && (c == '"' || c == '\'')) {
        quote = c;
        open = true;
      } else if (quote == 0 && Character.isWhitespace(c)) {
        if (open) {
          words.add(word.toString());
          word.setLength(0);
        }
        open = false;
      } else {
        word.append(c);
        open = true;
      }
    }
    if (open) {
      words.add(word.toString());
    }
    if (words.isEmpty() || quote != 0) {
      throw new Usage(Message.of("remote.token-command", text));
    }
    return new TokenProgram(words, LIMIT);
  }

  /** Within double quotes a backslash is itself, unless it stands before what a shell heeds. */
  private static boolean escapes(char quote, String text, int next) {
    return next < text.length()
        && (quote == 0 || (quote == '"' && "\"\\$`".indexOf(text.charAt(next)) >= 0));
  }

  /** Whether it prints another token for another user. */
  boolean isPerUser() {
    return words.stream().anyMatch(word -> word.contains(USERNAME) || word.contains(ID));
  }

  /**
   * Runs it.
   *
   * @throws Denied where it fails or prints nothing
   */
  Tokens tokens(String user) {
    List<String> filled =
        words.stream().map(word -> word.replace(USERNAME, user).replace(ID, user)).toList();
    try {
      Process process =
          new ProcessBuilder(filled)
              .redirectInput(new File("/dev/null"))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      byte[] out = output(process);
      List<String> lines =
          new String(out, StandardCharsets.UTF_8).lines().map(String::strip).toList();
      if (process.exitValue() != 0 || lines.isEmpty() || lines.getFirst().isEmpty()) {
        throw new Denied(Message.of("remote.token-command-failed", user, process.exitValue()));
      }
      boolean both = lines.size() > 1 && !lines.get(1).isEmpty();
      return new Tokens(new Secret(lines.getFirst()), both ? new Secret(lines.get(1)) : null);
    } catch (IOException noSuchProgram) {
      throw new Denied(Message.of("remote.token-command-missing", words.getFirst()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new Interrupted(Message.of("remote.interrupted"));
    }
  }

  /** What it prints; one that hangs, or leaves a child that does, is ended. */
  private byte[] output(Process process) throws IOException, InterruptedException {
    CompletableFuture<byte[]> printed =
        CompletableFuture.supplyAsync(() -> read(process), Thread::startVirtualThread);
    try {
      byte[] out = printed.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return out;
      }
    } catch (TimeoutException slow) {
      // told below
    } catch (ExecutionException broken) {
      throw new IOException(broken);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    throw new Denied(Message.of("remote.token-command-slow", limit.toSeconds()));
  }

  private static byte[] read(Process process) {
    try {
      return process.getInputStream().readNBytes(MOST_BYTES);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
