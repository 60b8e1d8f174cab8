package dev.profilectl.cli;

import dev.profilectl.bulk.Journal;
import dev.profilectl.cli.Workspace.LocalStore;
import dev.profilectl.cli.Workspace.StoreChoice;
import dev.profilectl.cli.Workspace.TargetChoice;
import dev.profilectl.config.Target;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.output.Look;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.output.Page;
import dev.profilectl.output.Printer;
import dev.profilectl.profile.DryRun;
import dev.profilectl.profile.Feature;
import dev.profilectl.profile.ProfileDirectory;
import dev.profilectl.profile.ProfileRules;
import dev.profilectl.profile.Refusals;
import dev.profilectl.profile.StoreCare;
import dev.profilectl.terminal.Prompt;
import dev.profilectl.terminal.SafeText;
import dev.profilectl.terminal.Screen;
import dev.profilectl.validation.ProfileValidator;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One command at work: the workspace as its flags want it. What it opens, closing it closes. */
public final class Session implements AutoCloseable {
  private final Workspace workspace;
  private final SharedFlags flags;
  private final RemoteFlags remote;
  private final Locale locale;
  private final OutputFormat format;
  private final Screen screen;
  private final Journals journals;
  private @Nullable LocalStore store;
  private @Nullable ProfileDirectory server;
  private @Nullable String moved;

  Session(Workspace workspace, SharedFlags flags, RemoteFlags remote, OutputFormat format) {
    this.workspace = workspace;
    this.flags = flags;
    this.remote = remote;
    this.locale = Languages.locale(flags.lang, workspace.environment());
    this.format = format;
    this.journals = new Journals(workspace, flags);
    this.screen =
        new Screen(workspace.channels().terminals(), flags.colorChoice(), workspace.environment());
  }

  /** The language of sentences. */
  public Locale locale() {
    return locale;
  }

  /** The format of the result. */
  public OutputFormat format() {
    return format;
  }

  /** What is in front of the person. */
  public Screen screen() {
    return screen;
  }

  /** The workspace. */
  public Workspace workspace() {
    return workspace;
  }

  /** Asks the person, or refuses to where that cannot be. */
  public Prompt prompt() {
    return new Prompt(screen, locale, !flags.noInput);
  }

  /** Whether the person wants to be left alone. */
  public boolean noInput() {
    return flags.noInput;
  }

  /** Writes the result, with every column. */
  public Printer printer() {
    return printer(new ShapeFlags());
  }

  /** Writes the result, with the columns chosen. */
  public Printer printer(ShapeFlags shape) {
    Page page = new Page(format, Look.of(screen, format), !shape.noHeaders, shape.fields());
    return new Printer(workspace.channels().out(), page);
  }

  /** Whether the person wants nothing but the result. */
  public boolean quiet() {
    return flags.quiet;
  }

  /** Tells the person something that is not the result. */
  public void note(Message message) {
    if (!flags.quiet) {
      workspace.channels().err().println(SafeText.visible(message.in(locale)));
    }
  }

  /** Tells it only to who wants to know more. */
  public void detail(Message message) {
    if (flags.verbose) {
      note(message);
    }
  }

  /** The rules for input; starts the validator. */
  public ProfileRules rules() {
    return new ProfileRules(ProfileValidator.shared());
  }

  /** The target's users, for reading. */
  public ProfileDirectory directory() {
    return open(false);
  }

  /** The same, which has to be able to do this. */
  public ProfileDirectory directory(Feature need) {
    ProfileDirectory directory = directory();
    Refusals.ifUnable(directory, need);
    return directory;
  }

  /** The target's users, for changing them so; nothing is changed in a dry run. */
  public ProfileDirectory directory(ChangeFlags change, Feature need) {
    ProfileDirectory directory =
        change.dryRun
            ? new DryRun(open(false), workspace.clock(), workspace.random())
            : journals.around(open(true), targetName(), this);
    Refusals.ifUnable(directory, need);
    return directory;
  }

  private ProfileDirectory open(boolean toWrite) {
    Optional<Target> target = target();
    if (target.isEmpty()) {
      return store(toWrite).directory();
    }
    ProfileDirectory open = server;
    if (open == null) {
      open = workspace.openTarget(choice(target.get(), flags.targetNamed()));
      server = open;
    }
    return open;
  }

  /** How a target that the words name is talked to, as the flags want it. */
  public TargetChoice choice(Target target) {
    return choice(target, true);
  }

  private TargetChoice choice(Target target, boolean named) {
    if (remote.insecure) {
      workspace.channels().err().println(Message.of("remote.insecure", target.name()).in(locale));
    }
    return new TargetChoice(remote.on(target), remote.insecure, named, trace());
  }

  private @Nullable Consumer<String> trace() {
    if (flags.traceFile != null) {
      return workspace.trace(flags.traceFile);
    }
    return flags.trace ? line -> workspace.channels().err().println(SafeText.visible(line)) : null;
  }

  /** The local store as a whole, for changing it; as {@link #localStore}. */
  public StoreCare careToWrite() {
    return localStore(true).care();
  }

  /** The local store as a whole; as {@link #localStore}. */
  public StoreCare care() {
    return localStore(false).care();
  }

  /** From now on works where a run worked that is known by its id. */
  public void moveTo(String target) {
    moved = target;
  }

  /** The name of the target that the words name; empty where they name none. */
  public Optional<String> namedTarget() {
    return flags.targetNamed() ? Optional.of(targetName()) : Optional.empty();
  }

  /**
   * Where runs on the chosen target are written down; in a dry run they are forgotten.
   *
   * @param change whether it is a dry run
   */
  public Journal journal(ChangeFlags change) {
    if (change.dryRun) {
      return journals.scratch();
    }
    return target().isEmpty() ? store(true).journal() : journals.remoteToWrite();
  }

  /** The runs on the local store; empty where there is no store. */
  public Journal localJournal() {
    return store(false).journal();
  }

  /** The runs on remote targets; empty where there were none. */
  public Optional<Journal> remoteJournal() {
    return journals.remote();
  }

  /** The name of the target that is chosen, which need not exist. */
  public String targetName() {
    if (moved != null) {
      return moved;
    }
    return flags.target == null ? Target.LOCAL : flags.target;
  }

  /**
   * The remote target that is chosen; empty where it is the local store.
   *
   * @throws NotFound where there is no such target
   * @throws Usage where its table in the config file is wrong
   */
  public Optional<Target> target() {
    String name = targetName();
    return name.equals(Target.LOCAL)
        ? Optional.empty()
        : Optional.of(workspace.targets().get(name));
  }

  /** The local store as the flags name it, to be written by somebody else. */
  public StoreChoice storeToWrite() {
    refuseRemote();
    return new StoreChoice(flags.store, true);
  }

  private void refuseRemote() {
    Optional<Target> target = target();
    if (target.isPresent()) {
      throw new Usage(Message.of("target.store-only", target.get().name()));
    }
  }

  /** What a command line needs besides to get to the same local store; empty where nothing. */
  public String storeWords() {
    String named = flags.store;
    if (named == null || target().isPresent()) {
      return "";
    }
    boolean plain = named.matches("[A-Za-z0-9_./:+-]+");
    return " --store " + (plain ? named : "'" + named.replace("'", "'\\''") + "'");
  }

  /** The local store's file as it was named, else the user's own; empty where there is none. */
  public Optional<String> storeName() {
    return Optional.ofNullable(flags.store).or(() -> workspace.ownStore().map(Path::toString));
  }

  /**
   * The local store; made where there is none and it is to be written.
   *
   * @throws Usage where a remote target is chosen
   */
  public LocalStore localStore(boolean toWrite) {
    refuseRemote();
    return store(toWrite);
  }

  private LocalStore store(boolean toWrite) {
    LocalStore open = store;
    if (open == null) {
      open = workspace.openStore(new StoreChoice(flags.store, toWrite));
      store = open;
    }
    return open;
  }

  /** Tells a failure about one of many, and goes on. */
  public void report(FailureReport.Row row) {
    FailureReport.of(workspace, format, locale).tell(row);
  }

  @Override
  public void close() {
    LocalStore open = store;
    if (open != null) {
      open.directory().close();
    }
    if (server != null) {
      server.close();
    }
    journals.close();
  }
}
