package dev.profilectl.cli;

import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags of every command that may talk to a remote target; without effect on the local store. */
@FlagGroup("Remote targets")
public final class RemoteFlags {
  @Option(names = "--timeout", paramLabel = "D", description = "For one request; 30s.")
  @Nullable String timeout;

  @Option(
      names = "--retries",
      paramLabel = "N",
      description = "Of a request that may be repeated; 3.")
  @Nullable String retries;

  @Option(
      names = "--retry-max-wait",
      paramLabel = "D",
      description = "Wait no longer than this before a retry; 5m.")
  @Nullable String retryMaxWait;

  @Option(names = "--concurrency", paramLabel = "N", description = "Requests at once; 4.")
  @Nullable String concurrency;

  @Option(names = "--rate", paramLabel = "N/s", description = "No more requests than this.")
  @Nullable String rate;

  @Option(
      names = "--token-command",
      paramLabel = "CMD",
      description = "Prints the token; {username} and {id} are the user's.")
  @Nullable String tokenCommand;

  @Option(
      names = "--body",
      paramLabel = "json|form",
      description = "How changes are sent to Zaihangyun; json.")
  @Nullable String body;

  @Option(
      names = "--insecure",
      fallbackValue = "true",
      description = "Believe any certificate. Never with real data.")
  boolean insecure;

  /** The target with what these flags say about it. */
  Target on(Target target) {
    Map<TargetSetting, @Nullable String> given = new EnumMap<>(TargetSetting.class);
    given.put(TargetSetting.TIMEOUT, timeout);
    given.put(TargetSetting.RETRIES, retries);
    given.put(TargetSetting.RETRY_MAX_WAIT, retryMaxWait);
    given.put(TargetSetting.CONCURRENCY, concurrency);
    given.put(TargetSetting.RATE, rate);
    given.put(TargetSetting.TOKEN_COMMAND, tokenCommand);
    given.put(TargetSetting.BODY, body);
    Target with = target;
    for (Map.Entry<TargetSetting, @Nullable String> entry : given.entrySet()) {
      String value = entry.getValue();
      if (value != null) {
        with = with.with(entry.getKey(), value);
      }
    }
    return with;
  }
}
