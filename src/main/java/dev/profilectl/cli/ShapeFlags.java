package dev.profilectl.cli;

import dev.profilectl.output.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Flags that choose the columns of a result. */
@FlagGroup("Columns")
public final class ShapeFlags {
  @Option(names = "--fields", paramLabel = "A,B", description = "These fields, in this order.")
  @Nullable String fields;

  @Option(names = "--no-headers", fallbackValue = "true", description = "No header line.")
  boolean noHeaders;

  /** The fields asked for; empty for the usual ones. */
  List<String> fields() {
    return fields == null ? List.of() : Page.fields(fields);
  }
}
