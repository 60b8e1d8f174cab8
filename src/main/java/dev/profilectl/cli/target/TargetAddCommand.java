package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.Workspace;
import dev.profilectl.config.Target;
import dev.profilectl.config.TargetSetting;
import dev.profilectl.config.TargetUrl;
import dev.profilectl.config.Targets;
import dev.profilectl.failure.Message;
import dev.profilectl.validation.DocumentedSystem;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code target add}. */
@Command(
    name = "add",
    header = {
      "Add a server to work on; nothing is sent to it.",
      "",
      "  profilectl target add shop --system anqicms --url shop.example.org --site-id 1",
      "  profilectl target add try --system weidu --url localhost:8080 --auth test --replace"
    })
public final class TargetAddCommand implements Callable<Integer> {
  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin SettingFlags settings;

  @Option(
      names = "--system",
      paramLabel = "SYSTEM",
      required = true,
      description = "weidu, west2, anqicms or zaihangyun.")
  String system;

  @Option(
      names = "--url",
      paramLabel = "URL",
      required = true,
      description = "Where it is; without a scheme http for this machine, else https.")
  String url;

  @Option(names = "--replace", description = "Also where there is a target of this name.")
  boolean replace;

  @Parameters(paramLabel = "NAME", description = "1 to 64 of a-z 0-9 _ -, not local.")
  String name;

  /** In a workspace. */
  public TargetAddCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace)) {
      DocumentedSystem known = Targets.system(system);
      Target target = new Target(name, known, TargetUrl.parse(url), Map.of());
      for (Map.Entry<TargetSetting, String> setting : settings.values(workspace).entrySet()) {
        target = target.with(setting.getKey(), setting.getValue());
      }
      if (replace) {
        workspace.targets().put(target);
      } else {
        workspace.targets().add(target);
      }
      TargetRow row = TargetRow.of(session, target);
      TargetShowCommand.print(session, session.printer(), row);
      if (TargetUrl.isOpen(target.url())) {
        session.note(Message.of("target.open", name));
      }
      if (row.stored().isEmpty()) {
        noteLogin(session, target);
      }
      return ExitCode.OK.number();
    }
  }

  /** What to type next, where anything is needed. */
  private static void noteLogin(Session session, Target target) {
    boolean test =
        target.system() == DocumentedSystem.WEIDU
            && target.text(TargetSetting.AUTH).filter("test"::equals).isPresent();
    if (test || target.text(TargetSetting.TOKEN_COMMAND).isPresent()) {
      return;
    }
    session.note(
        target.system() == DocumentedSystem.ZAIHANGYUN
            ? Message.of("target.next-token", target.name())
            : Message.of("target.next", target.name()));
  }
}
