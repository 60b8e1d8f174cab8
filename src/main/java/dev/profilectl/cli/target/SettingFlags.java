package dev.profilectl.cli.target;

import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.TargetSetting;
import java.nio.file.InvalidPathException;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A flag for each setting of a target. */
@FlagGroup("Settings")
final class SettingFlags {
  @Option(
      names = "--file-base",
      paramLabel = "URL",
      description = "Where files are, where that is another server.")
  @Nullable String fileBase;

  @Option(names = "--protected", description = "Bulk changes ask for the target's name first.")
  boolean isProtected;

  @Option(names = "--timeout", paramLabel = "TIME", description = "Of one request: 500ms, 30s, 5m.")
  @Nullable String timeout;

  @Option(names = "--retries", paramLabel = "N", description = "0 to 100; 3 where not given.")
  @Nullable String retries;

  @Option(
      names = "--retry-max-wait",
      paramLabel = "TIME",
      description = "The longest wait before a retry; 5m where not given.")
  @Nullable String retryMaxWait;

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      description = "Requests at once, 1 to 256; 4 where not given.")
  @Nullable String concurrency;

  @Option(names = "--rate", paramLabel = "N/s", description = "Requests a time: 20/s, 100/m.")
  @Nullable String rate;

  @Option(names = "--proxy", paramLabel = "URL", description = "http://host:port to go through.")
  @Nullable String proxy;

  @Option(
      names = "--ca-file",
      paramLabel = "FILE",
      description = "Certificates to trust besides the usual ones, PEM.")
  @Nullable String caFile;

  @Option(
      names = "--token-command",
      paramLabel = "CMD",
      description = "Prints a token; {username} and {id} are replaced. No shell sees it.")
  @Nullable String tokenCommand;

  @Option(
      names = "--avatar-max-bytes",
      paramLabel = "SIZE",
      description = "The largest picture the server takes: 900KiB, 1MiB.")
  @Nullable String avatarMaxBytes;

  @Option(
      names = "--avatar-max-side",
      paramLabel = "PX",
      description = "The longest side of a picture the server takes.")
  @Nullable String avatarMaxSide;

  @Option(
      names = "--auth",
      paramLabel = "bearer|test",
      description = "weidu: by a token, or by a User-Id in test mode.")
  @Nullable String auth;

  @Option(names = "--user-id", paramLabel = "ID", description = "weidu: the User-Id in test mode.")
  @Nullable String userId;

  @Option(
      names = "--avatar-read",
      paramLabel = "info|avatar",
      description = "weidu: the call that tells of a picture.")
  @Nullable String avatarRead;

  @Option(
      names = "--form-field",
      paramLabel = "NAME",
      description = "west2: the part a picture is sent as; data where not given.")
  @Nullable String formField;

  @Option(
      names = "--success-codes",
      paramLabel = "A,B",
      description = "west2: the codes of success; 10000 where not given.")
  @Nullable String successCodes;

  @Option(names = "--bearer", description = "west2: tokens go with the word Bearer in front.")
  boolean bearer;

  @Option(names = "--site-id", paramLabel = "N", description = "anqicms: the header Site-Id.")
  @Nullable String siteId;

  @Option(
      names = "--sub-site-id",
      paramLabel = "N",
      description = "anqicms: the header Sub-Site-Id.")
  @Nullable String subSiteId;

  @Option(
      names = "--body",
      paramLabel = "json|form",
      description = "zaihangyun: how a change is sent.")
  @Nullable String body;

  /** What was given, as it was given; a file by its whole path. */
  Map<TargetSetting, String> values(Workspace workspace) {
    Map<TargetSetting, @Nullable String> given = new EnumMap<>(TargetSetting.class);
    given.put(TargetSetting.FILE_BASE, fileBase);
    given.put(TargetSetting.PROTECTED, isProtected ? "true" : null);
    given.put(TargetSetting.TIMEOUT, timeout);
    given.put(TargetSetting.RETRIES, retries);
    given.put(TargetSetting.RETRY_MAX_WAIT, retryMaxWait);
    given.put(TargetSetting.CONCURRENCY, concurrency);
    given.put(TargetSetting.RATE, rate);
    given.put(TargetSetting.PROXY, proxy);
    given.put(TargetSetting.CA_FILE, caFile == null ? null : whole(workspace, caFile));
    given.put(TargetSetting.TOKEN_COMMAND, tokenCommand);
    given.put(TargetSetting.AVATAR_MAX_BYTES, avatarMaxBytes);
    given.put(TargetSetting.AVATAR_MAX_SIDE, avatarMaxSide);
    given.put(TargetSetting.AUTH, auth);
    given.put(TargetSetting.USER_ID, userId);
    given.put(TargetSetting.AVATAR_READ, avatarRead);
    given.put(TargetSetting.FORM_FIELD, formField);
    given.put(TargetSetting.SUCCESS_CODES, successCodes);
    given.put(TargetSetting.BEARER, bearer ? "true" : null);
    given.put(TargetSetting.SITE_ID, siteId);
    given.put(TargetSetting.SUB_SITE_ID, subSiteId);
    given.put(TargetSetting.BODY, body);
    Map<TargetSetting, String> values = new EnumMap<>(TargetSetting.class);
    given.forEach(
        (setting, value) -> {
          if (value != null) {
            values.put(setting, value);
          }
        });
    return values;
  }

  private static String whole(Workspace workspace, String file) {
    try {
      return workspace.file(file).toAbsolutePath().normalize().toString();
    } catch (InvalidPathException noFile) {
      return file;
    }
  }
}
