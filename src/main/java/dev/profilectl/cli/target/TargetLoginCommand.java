package dev.profilectl.cli.target;

import dev.profilectl.cli.ExitCode;
import dev.profilectl.cli.RemoteFlags;
import dev.profilectl.cli.Session;
import dev.profilectl.cli.SharedFlags;
import dev.profilectl.cli.TextInput;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.profile.Login;
import dev.profilectl.profile.Profile;
import dev.profilectl.profile.Reception;
import dev.profilectl.profile.Secret;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code target login}. */
@Command(
    name = "login",
    header = {
      "Get the token of an account and keep it, readable by you alone.",
      "",
      "  profilectl target login shop",
      "  profilectl target login shop --token-file token.txt"
    })
public final class TargetLoginCommand implements Callable<Integer> {
  private static final String STDIN = "-";

  private final Workspace workspace;

  @Mixin SharedFlags shared;
  @Mixin RemoteFlags remote;

  @Option(
      names = "--login",
      paramLabel = "NAME",
      description = "The username, e-mail address or mobile number; asked for without it.")
  @Nullable String login;

  @Option(names = "--password-file", paramLabel = "FILE", description = "Reads the password.")
  @Nullable String passwordFile;

  @Option(names = "--password-stdin", description = "Reads the password from standard input.")
  boolean passwordStdin;

  @Option(names = "--code", paramLabel = "CODE", description = "A one-time code, where one is due.")
  @Nullable String code;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "Takes a token you have; a refresh token on the second line.")
  @Nullable String tokenFile;

  @Option(names = "--token-stdin", description = "The same from standard input.")
  boolean tokenStdin;

  @Parameters(paramLabel = "NAME", description = TargetNoun.NAME)
  String name;

  /** In a workspace. */
  public TargetLoginCommand(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public Integer call() {
    try (Session session = shared.open(workspace, remote);
        Reception reception = workspace.reception(session.choice(workspace.targets().get(name)))) {
      Optional<Profile> owner =
          hasToken() || !reception.takesPasswords()
              ? withToken(session, reception)
              : reception.login(typed(session));
      session.printer().one(LoginColumns.ALL, new LoginColumns(name, owner.orElse(null)));
      session.note(
          owner.isPresent()
              ? Message.of("target.logged-in", name, owner.get().username(), owner.get().id())
              : Message.of("target.token-kept", name));
      return ExitCode.OK.number();
    }
  }

  private boolean hasToken() {
    return tokenFile != null || tokenStdin;
  }

  private Optional<Profile> withToken(Session session, Reception reception) {
    if (!hasToken() && (passwordFile != null || passwordStdin || login != null)) {
      throw new Usage(Message.of("remote.no-password-login", name));
    }
    String text =
        hasToken()
            ? TextInput.text(workspace, tokenFile == null ? STDIN : tokenFile)
            : session.prompt().secret(Message.of("ask.token", name), "--token-file").orElse("");
    List<String> lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.isEmpty() || lines.size() > 2) {
      throw new Usage(Message.of("target.token-lines"));
    }
    Secret refresh = lines.size() == 2 ? new Secret(lines.get(1)) : null;
    return reception.keep(new Secret(lines.getFirst()), refresh);
  }

  private Login typed(Session session) {
    String who =
        login == null
            ? session.prompt().line(Message.of("ask.login", name), "--login").orElse("")
            : login;
    boolean given = passwordFile != null || passwordStdin;
    String password =
        given
            ? TextInput.secret(workspace, passwordFile == null ? STDIN : passwordFile)
            : session
                .prompt()
                .secret(Message.of("ask.login-password"), "--password-file")
                .orElse("");
    if (who.isBlank() || password.isEmpty()) {
      throw new Usage(Message.of("target.login-empty"));
    }
    return new Login(who, new Secret(password), code);
  }
}
