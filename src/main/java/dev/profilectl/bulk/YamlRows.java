package dev.profilectl.bulk;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.yaml.snakeyaml.LoaderOptions;

/** Opens YAML, as events: nothing is made of tags, and an alias is refused, not expanded. */
final class YamlRows {
  private static final YAMLFactory YAML =
      YAMLFactory.builder()
          .loaderOptions(options())
          .streamReadConstraints(TokenTree.CONSTRAINTS)
          .build();

  /** SnakeYAML takes time with the square of a scalar's length: 16 MiB would take a minute. */
  private static final int LONGEST_MEBIBYTES = 1;

  private YamlRows() {}

  /** The records are bounded by the text, so the document need not be. */
  private static LoaderOptions options() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(Integer.MAX_VALUE);
    options.setProcessComments(false);
    return options;
  }

  /** The events of a text. */
  static YAMLParser events(Reader text) throws IOException {
    return YAML.createParser(text);
  }

  /** The mappings of a list, or a mapping a document. */
  static RowReader of(InputText text) {
    text.bound(LONGEST_MEBIBYTES);
    try {
      YAMLParser parser = events(text);
      return new TokenRows(text, parser, new TokenRows.Kind(new YamlScalars(), "yaml", true));
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }
}
