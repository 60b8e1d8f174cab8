package dev.profilectl.cli;

import dev.profilectl.cli.avatar.AvatarDeleteCommand;
import dev.profilectl.cli.avatar.AvatarEditCommand;
import dev.profilectl.cli.avatar.AvatarNoun;
import dev.profilectl.cli.avatar.AvatarRestoreCommand;
import dev.profilectl.cli.avatar.AvatarShowCommand;
import dev.profilectl.cli.avatar.AvatarUploadCommand;
import dev.profilectl.cli.code.CodeExplainCommand;
import dev.profilectl.cli.code.CodeListCommand;
import dev.profilectl.cli.code.CodeNoun;
import dev.profilectl.cli.help.HelpCommand;
import dev.profilectl.cli.help.VersionCommand;
import dev.profilectl.cli.store.StoreBackupCommand;
import dev.profilectl.cli.store.StoreCheckCommand;
import dev.profilectl.cli.store.StoreCompactCommand;
import dev.profilectl.cli.store.StoreInfoCommand;
import dev.profilectl.cli.store.StoreNoun;
import dev.profilectl.cli.store.StoreRestoreCommand;
import dev.profilectl.cli.user.UserCreateCommand;
import dev.profilectl.cli.user.UserDeleteCommand;
import dev.profilectl.cli.user.UserGetCommand;
import dev.profilectl.cli.user.UserHistoryCommand;
import dev.profilectl.cli.user.UserListCommand;
import dev.profilectl.cli.user.UserNoun;
import dev.profilectl.cli.user.UserUpdateCommand;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The list of commands.
 *
 * <p>To add one: a class in the package of its noun, named like its path ({@code user update} is
 * {@code cli.user.UserUpdateCommand}), that takes the {@link Workspace}, parses into fields, asks
 * once and prints; its line here; a folder of scenario files named like it; its row in {@code
 * src/docs/reference.md}.
 */
final class CommandTree {
  private CommandTree() {}

  static CommandLine of(Workspace workspace) {
    CommandLine root = new CommandLine(new RootCommand());
    noun(
        root,
        new UserNoun(),
        List.of(
            new UserCreateCommand(workspace),
            new UserGetCommand(workspace),
            new UserListCommand(workspace),
            new UserUpdateCommand(workspace),
            new UserDeleteCommand(workspace),
            new UserHistoryCommand(workspace)));
    noun(
        root,
        new AvatarNoun(),
        List.of(
            new AvatarUploadCommand(workspace),
            new AvatarShowCommand(workspace),
            new AvatarEditCommand(workspace),
            new AvatarRestoreCommand(workspace),
            new AvatarDeleteCommand(workspace)));
    noun(
        root,
        new StoreNoun(),
        List.of(
            new StoreInfoCommand(workspace),
            new StoreCheckCommand(workspace),
            new StoreBackupCommand(workspace),
            new StoreRestoreCommand(workspace),
            new StoreCompactCommand(workspace)));
    noun(
        root,
        new CodeNoun(),
        List.of(new CodeListCommand(workspace), new CodeExplainCommand(workspace)));
    root.addSubcommand(new HelpCommand(workspace));
    root.addSubcommand(new VersionCommand(workspace));
    addHelp(root);
    HelpLayout.on(root);
    root.setExpandAtFiles(false);
    root.setDefaultValueProvider(new FlagDefaults(workspace.defaults()));
    return root;
  }

  private static void noun(CommandLine root, Object noun, List<Object> verbs) {
    CommandLine line = new CommandLine(noun);
    verbs.forEach(line::addSubcommand);
    root.addSubcommand(line);
  }

  /** Every command answers {@code --help}; {@code -h} is left free. */
  private static void addHelp(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    spec.addOption(
        OptionSpec.builder("--help")
            .type(boolean.class)
            .arity("0")
            .usageHelp(true)
            .description("Show this help.")
            .build());
    command.getSubcommands().values().forEach(CommandTree::addHelp);
  }
}
