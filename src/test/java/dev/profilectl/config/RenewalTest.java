package dev.profilectl.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.profilectl.config.Credentials.Entry;
import dev.profilectl.failure.Failure.Usage;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Threads at the same tokens: one renews them, and none loses what another stores. */
class RenewalTest {
  private static final String ORIGIN = "https://example.org:443";
  private static final Entry ENTRY =
      new Entry(ORIGIN, new Tokens(new Token("old"), new Token("once")), null, Instant.EPOCH);

  @TempDir Path home;

  private Credentials credentials() {
    return new Credentials(Optional.of(home.resolve("s/credentials.json")), Optional.empty());
  }

  @Test
  void oneRenewsAndTheOthersSeeIt() throws Exception {
    credentials().save("shop", ENTRY);
    AtomicInteger renewals = new AtomicInteger();
    Callable<String> renew =
        () ->
            credentials()
                .locked(
                    "shop",
                    () -> {
                      Entry now = credentials().read("shop", ORIGIN).orElseThrow();
                      if (now.equals(ENTRY)) {
                        String fresh = "new-" + renewals.incrementAndGet();
                        Tokens tokens = new Tokens(new Token(fresh), null);
                        credentials().save("shop", new Entry(ORIGIN, tokens, null, Instant.EPOCH));
                      }
                      return credentials()
                          .read("shop", ORIGIN)
                          .orElseThrow()
                          .tokens()
                          .access()
                          .<String>reveal(text -> text);
                    });
    Set<String> seen = Set.copyOf(atOnce(8, renew));
    assertThat(seen).containsExactly("new-1");
    assertThatThrownBy(() -> credentials().locked("../x", () -> 1)).isInstanceOf(Usage.class);
  }

  @Test
  void threadsLoseNoEntryOfEachOther() throws Exception {
    AtomicInteger next = new AtomicInteger();
    atOnce(
        20,
        () -> {
          credentials().save("t" + next.incrementAndGet(), ENTRY);
          return 1;
        });
    assertThat(credentials().targets()).hasSize(20);
  }

  private static <T> List<T> atOnce(int count, Callable<T> work) throws Exception {
    List<T> results = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<T>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        running.add(threads.submit(work));
      }
      for (Future<T> one : running) {
        results.add(one.get());
      }
    }
    return results;
  }
}
