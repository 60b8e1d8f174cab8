package dev.profilectl.remote;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Rate;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.dialect.AnqicmsTranslator;
import dev.profilectl.dialect.Translator;
import dev.profilectl.dialect.WeiduTranslator;
import dev.profilectl.dialect.West2Translator;
import dev.profilectl.dialect.ZaihangyunTranslator;
import dev.profilectl.profile.AvatarLimits;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import dev.profilectl.trust.Trust;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Opens targets. */
public final class Connector {
  private static final Duration LONGEST_CONNECT = Duration.ofSeconds(15);

  private final Surroundings surroundings;
  private final Map<String, String> environment;
  private final String agent;

  /**
   * With the world around.
   *
   * @param environment for its proxies
   * @param agent how the program calls itself to servers
   */
  public Connector(Surroundings surroundings, Map<String, String> environment, String agent) {
    this.surroundings = surroundings;
    this.environment = environment;
    this.agent = agent;
  }

  /**
   * How a target is opened.
   *
   * @param target with what flags changed about it
   * @param insecure whether any certificate is believed
   * @param given a token for this command alone, which goes before stored ones; {@code null} for
   *     none
   * @param trace where exchanges are shown
   */
  public record Manner(Target target, boolean insecure, @Nullable Secret given, Trace trace) {}

  /**
   * The users of a target.
   *
   * @param credentials where logins left their tokens
   */
  public ProfileDirectory directory(Manner manner, Credentials credentials) {
    return directory(manner, book(manner, credentials));
  }

  /** The users of a target, each with the tokens of a book. */
  ProfileDirectory directory(Manner manner, AccessBook book) {
    return new RemoteDirectory(connection(manner), book, surroundings);
  }

  /** Logs in at a target, and looks whether it works. */
  public Reception reception(Manner manner, Credentials credentials) {
    return new RemoteReception(
        connection(manner),
        new RemoteReception.Desk(
            manner.target, credentials, book(manner, credentials), surroundings.clock()));
  }

  private AccessBook book(Manner manner, Credentials credentials) {
    return new Accesses(manner.target, credentials, manner.given, surroundings.clock());
  }

  private Connection connection(Manner manner) {
    Target target = manner.target;
    Translator translator = translator(target);
    Patience patience = patience(target);
    Map<String, String> headers = new HashMap<>(translator.headers());
    headers.put("User-Agent", agent);
    Wire wire =
        new Wire(
            client(manner),
            new Wire.Endpoint(target.url(), headers, patience.timeout()),
            manner.trace);
    Hub hub =
        new Hub(
            target.name(),
            translator,
            wire,
            patience,
            new Pace(surroundings.clock(), surroundings.pause(), patience.spacing()),
            new Backoff(patience.longestWait(), surroundings.clock(), surroundings.random()));
    URI fileBase = target.uri(TargetSetting.FILE_BASE).orElse(null);
    return new Connection(hub, target.url(), fileBase, limits(target, translator.avatarLimits()));
  }

  private HttpClient client(Manner manner) {
    Target target = manner.target;
    boolean clear = "http".equals(target.url().getScheme());
    Duration timeout = target.duration(TargetSetting.TIMEOUT);
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.compareTo(LONGEST_CONNECT) < 0 ? timeout : LONGEST_CONNECT)
            .proxy(new Proxies(environment, target.uri(TargetSetting.PROXY)))
            // In the clear the JDK would offer HTTP/2 by a header that some servers choke on.
            .version(clear ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2);
    if (manner.insecure) {
      client.sslContext(Trust.anybody());
    } else if (!clear) {
      client.sslContext(
          target.path(TargetSetting.CA_FILE).map(Trust::with).orElseGet(Trust::system));
    }
    return client.build();
  }

  private Translator translator(Target target) {
    return switch (target.system()) {
      case WEIDU ->
          new WeiduTranslator(
              is(target, TargetSetting.AUTH, "test"),
              is(target, TargetSetting.AVATAR_READ, "avatar"));
      case WEST2 ->
          new West2Translator(
              new West2Translator.Settings(
                  target.text(TargetSetting.FORM_FIELD).orElseThrow(),
                  new HashSet<>(target.list(TargetSetting.SUCCESS_CODES)),
                  target.flag(TargetSetting.BEARER)));
      case ANQICMS ->
          new AnqicmsTranslator(
              target.text(TargetSetting.SITE_ID).orElse(null),
              target.text(TargetSetting.SUB_SITE_ID).orElse(null));
      case ZAIHANGYUN ->
          new ZaihangyunTranslator(is(target, TargetSetting.BODY, "form"), surroundings.random());
    };
  }

  private static boolean is(Target target, TargetSetting setting, String value) {
    return target.text(setting).filter(value::equals).isPresent();
  }

  private static Patience patience(Target target) {
    return new Patience(
        target.duration(TargetSetting.TIMEOUT),
        target.number(TargetSetting.RETRIES),
        target.duration(TargetSetting.RETRY_MAX_WAIT),
        target.number(TargetSetting.CONCURRENCY),
        target.rate().map(Rate::interval).orElse(null));
  }

  /** What the system takes, and less where the target's own settings say so. */
  private static AvatarLimits limits(Target target, AvatarLimits system) {
    Optional<Integer> bytes = target.limit(TargetSetting.AVATAR_MAX_BYTES);
    Optional<Integer> side = target.limit(TargetSetting.AVATAR_MAX_SIDE);
    return new AvatarLimits(
        bytes.map(Integer::longValue).orElse(system.maxBytes()),
        side.orElse(system.maxSide()),
        system.square(),
        system.formats());
  }
}
