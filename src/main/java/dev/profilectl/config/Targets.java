package dev.profilectl.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.profilectl.failure.Failure.Conflict;
import dev.profilectl.failure.Failure.NotFound;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import dev.profilectl.failure.Nearest;
import dev.profilectl.validation.DocumentedSystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * The targets of {@code config.toml}: the tables {@code [targets.NAME]}, and {@code target} of
 * {@code [defaults]}. An edit changes the lines it is about and leaves everything else byte for
 * byte; it is whole or not done, also with other processes at it.
 *
 * <p>Every method throws {@code Failure.Usage} where the file is no TOML, and {@code Failure.Fault}
 * where it cannot be read or written.
 */
public final class Targets {
  private static final String TARGETS = "targets";
  private static final String DEFAULTS = "defaults";
  private static final String TARGET = "target";

  private final ConfigFile file;

  /** Of a file, which is read at the first question. */
  public Targets(ConfigFile file) {
    this.file = file;
  }

  /** The names in the order of the file, {@code local} not among them; also of broken targets. */
  public List<String> names() {
    return names(file.tree());
  }

  private List<String> names(ObjectNode tree) {
    List<String> names = new ArrayList<>();
    table(tree).fieldNames().forEachRemaining(names::add);
    return names;
  }

  private JsonNode table(ObjectNode tree) {
    JsonNode targets = tree.path(TARGETS);
    if (!targets.isObject() && !targets.isMissingNode()) {
      throw new Usage(Message.of("config.no-targets", file.name()));
    }
    return targets;
  }

  /**
   * The target of a name; empty where there is none.
   *
   * @throws Usage naming file, table and key, where something in its table is wrong
   */
  public Optional<Target> find(String name) {
    return Optional.ofNullable(table(file.tree()).get(name))
        .map(table -> new TargetTable(file.name(), name).read(table));
  }

  /**
   * The target of a name.
   *
   * @throws NotFound with the name that was probably meant, where there is none
   * @throws Usage as {@link #find}
   */
  public Target get(String name) {
    return find(name).orElseThrow(() -> unknown(name, names()));
  }

  /**
   * Makes sure that there is a target of this name, be it broken.
   *
   * @throws NotFound as {@link #get}
   */
  public void require(String name) {
    require(file.tree(), name);
  }

  private void require(ObjectNode tree, String name) {
    if (!table(tree).has(name)) {
      throw unknown(name, names(tree));
    }
  }

  /** Every target, in the order of the file. */
  public List<Target> all() {
    return names().stream().map(this::get).toList();
  }

  /**
   * Tells that there is no such target.
   *
   * @param names those that there are, besides {@code local}
   */
  private static NotFound unknown(String name, List<String> names) {
    List<String> known = new ArrayList<>(names);
    known.add(Target.LOCAL);
    return new NotFound(
        Nearest.to(name, known)
            .map(near -> Message.of("target.unknown-near", name, near))
            .orElseGet(() -> Message.of("target.unknown", name)));
  }

  /**
   * The system of a word.
   *
   * @throws Usage with the words there are, where it is none of them
   */
  public static DocumentedSystem system(String word) {
    return DocumentedSystem.of(word).orElseThrow(() -> new Usage(TargetTable.unknownSystem(word)));
  }

  /**
   * Adds a target at the end of the file.
   *
   * @throws Conflict where there is one of its name
   */
  public void add(Target target) {
    file.edit(new Addition(target, false));
  }

  /** Adds a target, or puts it in the place of the one of its name. */
  public void put(Target target) {
    file.edit(new Addition(target, true));
  }

  /**
   * Takes a target away, also a broken one, and its being the default.
   *
   * @throws NotFound where there is none
   */
  public void remove(String name) {
    file.edit(new Removal(name));
  }

  /**
   * Makes a target, or {@code local}, the one to work on where nobody names another.
   *
   * @throws NotFound where there is none
   */
  public void use(String name) {
    file.edit(new Choice(name));
  }

  private final class Addition implements ConfigFile.Edit {
    private final Target target;
    private final boolean replace;
    private boolean there;

    Addition(Target target, boolean replace) {
      this.target = target;
      this.replace = replace;
    }

    @Override
    public void meaning(ObjectNode tree) {
      there = table(tree).has(target.name());
      if (there && !replace) {
        throw new Conflict(Message.of("target.there", target.name()));
      }
      TomlText alone = new TomlText("").append(path(target.name()), lines());
      ObjectNode meant = file.parse(alone.text());
      ObjectNode targets = tree.withObject("/" + TARGETS);
      targets.set(target.name(), meant.path(TARGETS).path(target.name()));
    }

    @Override
    public TomlText text(TomlText before) {
      return there
          ? before.replace(path(target.name()), lines())
          : before.append(path(target.name()), lines());
    }

    private SequencedMap<String, String> lines() {
      return TargetTable.written(target);
    }
  }

  private final class Removal implements ConfigFile.Edit {
    private final String name;
    private boolean chosen;

    Removal(String name) {
      this.name = name;
    }

    @Override
    public void meaning(ObjectNode tree) {
      require(tree, name);
      tree.withObject("/" + TARGETS).remove(name);
      chosen = tree.path(DEFAULTS).path(TARGET).asText().equals(name);
      if (chosen) {
        tree.withObject("/" + DEFAULTS).remove(TARGET);
      }
    }

    @Override
    public TomlText text(TomlText before) {
      TomlText without = before.remove(path(name));
      return chosen ? without.remove(List.of(DEFAULTS, TARGET)) : without;
    }
  }

  private final class Choice implements ConfigFile.Edit {
    private final String name;

    Choice(String name) {
      this.name = name;
    }

    @Override
    public void meaning(ObjectNode tree) {
      if (!name.equals(Target.LOCAL)) {
        require(tree, name);
      }
      if (!tree.path(DEFAULTS).isObject() && tree.has(DEFAULTS)) {
        throw new Usage(Message.of("config.no-table", file.name()));
      }
      tree.withObject("/" + DEFAULTS).put(TARGET, name);
    }

    @Override
    public TomlText text(TomlText before) {
      return before.set(List.of(DEFAULTS), TARGET, TargetTable.quoted(name));
    }
  }

  private static List<String> path(String name) {
    return List.of(TARGETS, name);
  }
}
