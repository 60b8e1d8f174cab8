package dev.profilectl.config;

import dev.profilectl.config.Credentials.Entry;
import dev.profilectl.validation.DocumentedSystem;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A process that adds targets and logs in to them: folder, name, how many. */
final class TargetLoop {
  private TargetLoop() {}

  static void main(String[] words) {
    Path folder = Path.of(words[0]);
    for (int i = 0; i < Integer.parseInt(words[2]); i++) {
      Target target =
          new Target(
              words[1] + i, DocumentedSystem.WEIDU, TargetUrl.parse("example.org"), Map.of());
      new Targets(new ConfigFile(Optional.of(folder.resolve("config.toml")))).add(target);
      Tokens tokens = new Tokens(new Token(target.name()), null);
      new Credentials(Optional.of(folder.resolve("state/credentials.json")), Optional.empty())
          .save(target.name(), new Entry(target.origin(), tokens, null, Instant.EPOCH));
    }
  }
}
