package dev.profilectl.cli;

import dev.profilectl.cli.avatar.AvatarDeleteCommand;
import dev.profilectl.cli.avatar.AvatarEditCommand;
import dev.profilectl.cli.avatar.AvatarImportCommand;
import dev.profilectl.cli.avatar.AvatarNoun;
import dev.profilectl.cli.avatar.AvatarRestoreCommand;
import dev.profilectl.cli.avatar.AvatarReviewCommand;
import dev.profilectl.cli.avatar.AvatarSheetCommand;
import dev.profilectl.cli.avatar.AvatarShowCommand;
import dev.profilectl.cli.avatar.AvatarUploadCommand;
import dev.profilectl.cli.bulk.ValidateCommand;
import dev.profilectl.cli.code.CodeExplainCommand;
import dev.profilectl.cli.code.CodeListCommand;
import dev.profilectl.cli.code.CodeNoun;
import dev.profilectl.cli.completion.CompleteCommand;
import dev.profilectl.cli.completion.CompletionCommand;
import dev.profilectl.cli.doctor.DoctorCommand;
import dev.profilectl.cli.help.HelpCommand;
import dev.profilectl.cli.help.VersionCommand;
import dev.profilectl.cli.run.RunListCommand;
import dev.profilectl.cli.run.RunNoun;
import dev.profilectl.cli.run.RunResumeCommand;
import dev.profilectl.cli.run.RunRetryCommand;
import dev.profilectl.cli.run.RunShowCommand;
import dev.profilectl.cli.run.RunUndoCommand;
import dev.profilectl.cli.seed.SeedApplyCommand;
import dev.profilectl.cli.seed.SeedCleanCommand;
import dev.profilectl.cli.seed.SeedNoun;
import dev.profilectl.cli.serve.ServeCommand;
import dev.profilectl.cli.shell.BatchCommand;
import dev.profilectl.cli.shell.ShellCommand;
import dev.profilectl.cli.store.StoreBackupCommand;
import dev.profilectl.cli.store.StoreCheckCommand;
import dev.profilectl.cli.store.StoreCompactCommand;
import dev.profilectl.cli.store.StoreInfoCommand;
import dev.profilectl.cli.store.StoreNoun;
import dev.profilectl.cli.store.StoreRestoreCommand;
import dev.profilectl.cli.target.TargetAddCommand;
import dev.profilectl.cli.target.TargetListCommand;
import dev.profilectl.cli.target.TargetLoginCommand;
import dev.profilectl.cli.target.TargetLogoutCommand;
import dev.profilectl.cli.target.TargetNoun;
import dev.profilectl.cli.target.TargetRemoveCommand;
import dev.profilectl.cli.target.TargetShowCommand;
import dev.profilectl.cli.target.TargetTestCommand;
import dev.profilectl.cli.target.TargetUseCommand;
import dev.profilectl.cli.token.TokenIssueCommand;
import dev.profilectl.cli.token.TokenListCommand;
import dev.profilectl.cli.token.TokenNoun;
import dev.profilectl.cli.token.TokenRevokeCommand;
import dev.profilectl.cli.user.UserCreateCommand;
import dev.profilectl.cli.user.UserDeleteCommand;
import dev.profilectl.cli.user.UserEditCommand;
import dev.profilectl.cli.user.UserExportCommand;
import dev.profilectl.cli.user.UserGetCommand;
import dev.profilectl.cli.user.UserHistoryCommand;
import dev.profilectl.cli.user.UserImportCommand;
import dev.profilectl.cli.user.UserListCommand;
import dev.profilectl.cli.user.UserNoun;
import dev.profilectl.cli.user.UserUpdateCommand;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
  private static final Map<String, Noun> NOUNS = nouns();

  /** Commands without a noun, but for those that know the others. */
  private static final Map<String, Function<Workspace, Object>> ALONE = alone();

  private CommandTree() {}

  /**
   * A noun and its verbs, none of them made yet.
   *
   * @param self makes the noun
   * @param verbs make the verbs, by name
   */
  private record Noun(
      Supplier<Object> self, SequencedMap<String, Function<Workspace, Object>> verbs) {
    Noun with(String verb, Function<Workspace, Object> command) {
      verbs.put(verb, command);
      return this;
    }
  }

  private static Map<String, Noun> nouns() {
    Map<String, Noun> nouns = new LinkedHashMap<>();
    nouns.put(
        "user",
        new Noun(UserNoun::new, new LinkedHashMap<>())
            .with("create", UserCreateCommand::new)
            .with("get", UserGetCommand::new)
            .with("list", UserListCommand::new)
            .with("update", UserUpdateCommand::new)
            .with("edit", UserEditCommand::new)
            .with("delete", UserDeleteCommand::new)
            .with("history", UserHistoryCommand::new)
            .with("import", UserImportCommand::new)
            .with("export", UserExportCommand::new));
    nouns.put(
        "run",
        new Noun(RunNoun::new, new LinkedHashMap<>())
            .with("list", RunListCommand::new)
            .with("show", RunShowCommand::new)
            .with("resume", RunResumeCommand::new)
            .with("retry", RunRetryCommand::new)
            .with("undo", RunUndoCommand::new));
    nouns.put(
        "avatar",
        new Noun(AvatarNoun::new, new LinkedHashMap<>())
            .with("upload", AvatarUploadCommand::new)
            .with("show", AvatarShowCommand::new)
            .with("edit", AvatarEditCommand::new)
            .with("restore", AvatarRestoreCommand::new)
            .with("delete", AvatarDeleteCommand::new)
            .with("import", AvatarImportCommand::new)
            .with("review", AvatarReviewCommand::new)
            .with("sheet", AvatarSheetCommand::new));
    nouns.put(
        "store",
        new Noun(StoreNoun::new, new LinkedHashMap<>())
            .with("info", StoreInfoCommand::new)
            .with("check", StoreCheckCommand::new)
            .with("backup", StoreBackupCommand::new)
            .with("restore", StoreRestoreCommand::new)
            .with("compact", StoreCompactCommand::new));
    nouns.put(
        "target",
        new Noun(TargetNoun::new, new LinkedHashMap<>())
            .with("add", TargetAddCommand::new)
            .with("list", TargetListCommand::new)
            .with("use", TargetUseCommand::new)
            .with("show", TargetShowCommand::new)
            .with("remove", TargetRemoveCommand::new)
            .with("test", TargetTestCommand::new)
            .with("login", TargetLoginCommand::new)
            .with("logout", TargetLogoutCommand::new));
    nouns.put(
        "token",
        new Noun(TokenNoun::new, new LinkedHashMap<>())
            .with("issue", TokenIssueCommand::new)
            .with("list", TokenListCommand::new)
            .with("revoke", TokenRevokeCommand::new));
    nouns.put(
        "seed",
        new Noun(SeedNoun::new, new LinkedHashMap<>())
            .with("apply", SeedApplyCommand::new)
            .with("clean", SeedCleanCommand::new));
    nouns.put(
        "code",
        new Noun(CodeNoun::new, new LinkedHashMap<>())
            .with("list", CodeListCommand::new)
            .with("explain", CodeExplainCommand::new));
    return nouns;
  }

  private static Map<String, Function<Workspace, Object>> alone() {
    Map<String, Function<Workspace, Object>> alone = new LinkedHashMap<>();
    alone.put("validate", ValidateCommand::new);
    alone.put("batch", BatchCommand::new);
    alone.put("shell", ShellCommand::new);
    alone.put("serve", ServeCommand::new);
    alone.put("doctor", DoctorCommand::new);
    alone.put("completion", CompletionCommand::new);
    alone.put("__complete", CompleteCommand::new);
    return alone;
  }

  /** Every command. */
  static CommandLine of(Workspace workspace) {
    CommandLine root = new CommandLine(new RootCommand());
    NOUNS.forEach((_, noun) -> add(root, noun, workspace, noun.verbs.keySet()));
    ALONE.forEach((_, command) -> root.addSubcommand(command.apply(workspace)));
    root.addSubcommand(new HelpCommand(workspace));
    root.addSubcommand(new VersionCommand(workspace));
    return finished(root, workspace);
  }

  /**
   * The commands that these words can need. Where they begin with a noun and its verb that is this
   * one: picocli reads every class it is given, and that takes longer than the work. Of those that
   * help only lists it reads none.
   */
  static CommandLine of(Workspace workspace, String... words) {
    CommandLine root = new CommandLine(new RootCommand());
    String first = words.length == 0 ? "--help" : words[0];
    Noun noun = NOUNS.get(first);
    if (ALONE.containsKey(first)) {
      root.addSubcommand(ALONE.get(first).apply(workspace));
    } else if (first.equals("version")) {
      root.addSubcommand(new VersionCommand(workspace));
    } else if (words.length < 2 && first.equals("--help")) {
      NOUNS.values().forEach(each -> root.addSubcommand(listed(each.self.get())));
      ALONE.values().forEach(each -> root.addSubcommand(listed(each.apply(workspace))));
      root.addSubcommand(listed(new HelpCommand(workspace)));
      root.addSubcommand(listed(new VersionCommand(workspace)));
    } else if (noun != null && words.length > 1 && noun.verbs.containsKey(words[1])) {
      add(root, noun, workspace, Set.of(words[1]));
    } else if (noun != null && words.length == 2 && words[1].equals("--help")) {
      CommandLine line = new CommandLine(noun.self.get());
      noun.verbs.values().forEach(each -> line.addSubcommand(listed(each.apply(workspace))));
      root.addSubcommand(line);
    } else {
      return of(workspace);
    }
    return finished(root, workspace);
  }

  /** A command without its flags: its name, and what it is for. */
  private static CommandLine listed(Object command) {
    Command about = command.getClass().getAnnotation(Command.class);
    CommandSpec spec = CommandSpec.create().name(about.name());
    spec.usageMessage().header(about.header()).hidden(about.hidden());
    return new CommandLine(spec);
  }

  private static void add(CommandLine root, Noun noun, Workspace workspace, Set<String> verbs) {
    CommandLine line = new CommandLine(noun.self.get());
    noun.verbs.forEach(
        (name, verb) -> {
          if (verbs.contains(name)) {
            line.addSubcommand(verb.apply(workspace));
          }
        });
    root.addSubcommand(line);
  }

  private static CommandLine finished(CommandLine root, Workspace workspace) {
    addHelp(root);
    HelpLayout.on(root);
    root.setExpandAtFiles(false);
    root.setDefaultValueProvider(new FlagDefaults(workspace.defaults()));
    return root;
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
