package dev.profilectl.cli;

import dev.profilectl.bulk.InputFormat;
import dev.profilectl.output.OutputFormat;
import dev.profilectl.validation.DocumentedSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the value of a flag or an argument may be, for completing it.
 *
 * @param kind how it is found
 * @param words the words themselves, where they are always the same
 * @param list whether many may stand there with commas between
 */
public record Values(Kind kind, List<String> words, boolean list) {
  /** How values are found. */
  public enum Kind {
    /** Anything; nothing can be offered. */
    TEXT,
    /** One of a few words. */
    WORDS,
    /** The name of a file. */
    FILE,
    /** The name of a folder. */
    FOLDER,
    /** A user of the store. */
    USER,
    /** A target of the config file. */
    TARGET,
    /** A run of the history. */
    RUN,
    /** The key of a field. */
    FIELD,
    /** The key of a field that may have no value. */
    FIELD_CLEARED,
    /** The key of a field and {@code =}, behind which a value comes. */
    FIELD_IS,
    /** A code of the catalogue. */
    CODE,
    /** A command, or a topic of help. */
    TOPIC;

    /** Whether the program has to be asked, since they change. */
    public boolean live() {
      return switch (this) {
        case USER, TARGET, RUN, FIELD, FIELD_CLEARED, FIELD_IS, CODE -> true;
        case TEXT, WORDS, FILE, FOLDER, TOPIC -> false;
      };
    }

    /** Its word for the command that finds values. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private static final Values TEXT = new Values(Kind.TEXT, List.of(), false);

  private static final Map<String, Values> BY_FLAG =
      Map.ofEntries(
          Map.entry("--target", live(Kind.TARGET)),
          Map.entry("--output", words(OutputFormat.words())),
          Map.entry("--color", words(List.of("auto", "always", "never"))),
          Map.entry("--lang", words(List.of("en", "zh"))),
          Map.entry("--fields", new Values(Kind.FIELD, List.of(), true)),
          Map.entry("--clear", new Values(Kind.FIELD_CLEARED, List.of(), true)),
          Map.entry("--sort", live(Kind.FIELD)),
          Map.entry("--set", live(Kind.FIELD_IS)),
          Map.entry("--where", live(Kind.FIELD_IS)),
          Map.entry("--system", words(DocumentedSystem.words())),
          Map.entry("--systems", new Values(Kind.WORDS, DocumentedSystem.words(), true)),
          Map.entry("--quirks", new Values(Kind.WORDS, DocumentedSystem.words(), true)),
          Map.entry(
              "--preview", words(List.of("auto", "kitty", "iterm2", "sixel", "blocks", "none"))),
          Map.entry("--crop", words(List.of("centre", "none"))));

  private static Values live(Kind kind) {
    return new Values(kind, List.of(), false);
  }

  private static Values words(List<String> words) {
    return new Values(Kind.WORDS, List.copyOf(words), false);
  }

  /**
   * Of a flag, by its longest name, or of an argument, whose name is empty.
   *
   * @param path of the command
   * @param label what help calls the value; empty for a switch
   */
  static Values of(List<String> path, String flag, String label) {
    Values known = BY_FLAG.get(flag);
    if (known != null) {
      return known;
    }
    if (label.matches("[a-z0-9]+(\\|[a-z0-9]+)+")) {
      return words(Arrays.asList(label.split("\\|", -1)));
    }
    return switch (label) {
      case "FILE", "PATH", "FOLDER" -> live(Kind.FILE);
      case "DIR" -> live(Kind.FOLDER);
      case "USER" -> live(Kind.USER);
      case "TARGET" -> live(Kind.TARGET);
      case "RUN" -> live(Kind.RUN);
      case "FIELD" -> live(Kind.FIELD);
      case "FORMAT" -> words(inputFormats());
      case "SHELL" -> words(List.of("bash", "zsh", "fish"));
      case "TOPIC" -> live(Kind.TOPIC);
      case "CODE" -> flag.isEmpty() ? live(Kind.CODE) : TEXT;
      case "NAME" -> flag.isEmpty() && isTarget(path) ? live(Kind.TARGET) : TEXT;
      case "ID" -> flag.isEmpty() && path.getFirst().equals("run") ? live(Kind.RUN) : TEXT;
      default -> TEXT;
    };
  }

  /** The name of a new target is not one that there is. */
  private static boolean isTarget(List<String> path) {
    return path.getFirst().equals("target") && !path.getLast().equals("add");
  }

  private static List<String> inputFormats() {
    return Arrays.stream(InputFormat.values())
        .map(format -> format.name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
