package dev.profilectl.remote;

import dev.profilectl.config.Credentials;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Opens directories over live systems, with a time of its own and credentials in a folder. */
final class Remotes {
  /** By whom all changes are made. */
  static final Origin ORIGIN = new Origin("run1", "tester", null);

  static final String NAME = "live";

  final TestTime time = new TestTime();
  final SeenPictures pictures = new SeenPictures();
  final Credentials credentials;
  final List<String> trace = Collections.synchronizedList(new ArrayList<>());
  private final Map<TargetSetting, String> settings = new EnumMap<>(TargetSetting.class);
  private final Map<String, String> environment;
  private boolean insecure;
  private @Nullable Secret given;

  Remotes(Path folder) {
    this(folder, Map.of());
  }

  Remotes(Path folder, Map<String, String> environment) {
    this.credentials =
        new Credentials(Optional.of(folder.resolve("cred/c.json")), Optional.empty());
    this.environment = environment;
  }

  /** A setting for whatever is opened from now on. */
  Remotes with(TargetSetting setting, String value) {
    settings.put(setting, value);
    return this;
  }

  /** Believes any certificate. */
  Remotes insecure() {
    insecure = true;
    return this;
  }

  /** A token for the command alone. */
  Remotes given(String token) {
    given = new Secret(token);
    return this;
  }

  /** The target of a system. */
  Target target(LiveSystem live) {
    return target(live, live.url());
  }

  Target target(LiveSystem live, String url) {
    Map<TargetSetting, String> all = new EnumMap<>(TargetSetting.class);
    all.putAll(live.settings());
    all.putAll(settings);
    return new Target(NAME, live.system(), URI.create(url), all);
  }

  /** Ada's tokens, as a login stores them. */
  void login(LiveSystem live, Target target) {
    credentials.save(
        NAME,
        new Credentials.Entry(
            target.origin(),
            live.tokens(),
            new Credentials.Owner(live.id(), null),
            time.instant()));
  }

  /** A directory of whatever logins are stored. */
  ProfileDirectory directory(Target target) {
    return connector()
        .directory(
            new Connector.Manner(target, insecure, given, Trace.to(trace::add)), credentials);
  }

  Reception reception(Target target) {
    return connector()
        .reception(
            new Connector.Manner(target, insecure, given, Trace.to(trace::add)), credentials);
  }

  private Connector connector() {
    return new Connector(
        new Surroundings(time, new Random(3), time, pictures), environment, "profilectl/test");
  }

  /** Ada's directory: logged in, unless the system trusts an id. */
  ProfileDirectory open(LiveSystem live) {
    Target target = target(live);
    if (target.text(TargetSetting.AUTH).filter("test"::equals).isEmpty() && given == null) {
      login(live, target);
    }
    return directory(target);
  }
}
