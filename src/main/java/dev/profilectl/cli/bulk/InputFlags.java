package dev.profilectl.cli.bulk;

import dev.profilectl.bulk.ImportMode;
import dev.profilectl.bulk.InputFormat;
import dev.profilectl.bulk.Inputs;
import dev.profilectl.bulk.Inputs.Choice;
import dev.profilectl.bulk.RowFields;
import dev.profilectl.bulk.RowKey;
import dev.profilectl.bulk.RowReader;
import dev.profilectl.cli.FlagGroup;
import dev.profilectl.cli.TextInput;
import dev.profilectl.cli.Workspace;
import dev.profilectl.failure.Failure.Usage;
import dev.profilectl.failure.Message;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that say how a file of many users is to be read, and what its rows ask for. */
@FlagGroup("Input")
public final class InputFlags {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "csv, tsv, json, ndjson or yaml; by name and content where it is not given.")
  @Nullable String format;

  @Option(
      names = "--encoding",
      paramLabel = "NAME",
      description = "Where it is not Unicode: GBK, windows-1252 …")
  @Nullable String encoding;

  @Option(
      names = "--map",
      paramLabel = "COLUMN=FIELD",
      description = "The field a column of another name fills; may be given many times.")
  List<String> map = new ArrayList<>();

  @Option(
      names = "--mode",
      paramLabel = "update|upsert|create",
      description = "Change users, make who is missing, or make all; update by default.")
  @Nullable String mode;

  @Option(
      names = "--key",
      paramLabel = "id|username|email",
      description = "Which column finds the user; the first of them a row has by default.")
  @Nullable String key;

  /**
   * Opens a file, or standard input, after all flags were judged.
   *
   * @throws Usage where a flag says what cannot be
   */
  public RowReader open(Workspace workspace, String name) {
    Choice choice = new Choice(name, format(), encoding());
    return Inputs.open(TextInput.stream(workspace, name), choice);
  }

  /** Opens the file of a run again, as it was opened first. */
  public static RowReader again(Workspace workspace, String name, Map<String, String> settings) {
    InputFormat format = InputFormat.of(settings.getOrDefault("format", "")).orElse(null);
    String encoding = settings.get("encoding");
    Charset charset = encoding == null ? null : Charset.forName(encoding);
    return Inputs.open(TextInput.stream(workspace, name), new Choice(name, format, charset));
  }

  /** Which field each column of a file fills. */
  public RowFields fields(String name) {
    return new RowFields(name, renames());
  }

  /** The field by the column that is to fill it. */
  Map<String, String> renames() {
    Map<String, String> renames = new LinkedHashMap<>();
    for (String assignment : map) {
      int equals = assignment.lastIndexOf('=');
      if (equals <= 0) {
        throw new Usage(Message.of("bulk.map", assignment));
      }
      renames.put(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
    return renames;
  }

  /** What the rows ask for. */
  public ImportMode mode() {
    return mode == null
        ? ImportMode.UPDATE
        : ImportMode.of(mode)
            .orElseThrow(() -> wrong("--mode", mode, ImportMode.values(), ImportMode::word));
  }

  /** Which field finds users; empty for the first that a row has. */
  public Optional<RowKey> key() {
    return key == null
        ? Optional.empty()
        : Optional.of(
            RowKey.of(key).orElseThrow(() -> wrong("--key", key, RowKey.values(), RowKey::word)));
  }

  private @Nullable InputFormat format() {
    return format == null
        ? null
        : InputFormat.of(format)
            .orElseThrow(() -> wrong("--format", format, InputFormat.values(), InputFormat::word));
  }

  private @Nullable Charset encoding() {
    try {
      return encoding == null ? null : Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new Usage(Message.of("bulk.encoding", encoding));
    }
  }

  private static <T> Usage wrong(
      String flag, @Nullable String word, T[] known, Function<T, String> name) {
    String all = Arrays.stream(known).map(name).collect(Collectors.joining(", "));
    return new Usage(Message.of("usage.option", flag, String.valueOf(word), all));
  }
}
