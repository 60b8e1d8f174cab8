package dev.profilectl.bulk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.profilectl.failure.Failure.Invalid;
import dev.profilectl.validation.Problem;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mapping of a YAML text that people write, with the line of each of its keys.
 *
 * @param line where it begins, from 1
 * @param cells as those of a {@link Row}
 * @param lines the line of each key
 */
public record YamlDocument(
    long line, Map<String, @Nullable Object> cells, Map<String, Long> lines) {
  /** Copies the maps. */
  public YamlDocument {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    lines = Map.copyOf(lines);
  }

  /**
   * Every document that is not empty, as {@link Inputs} would read them.
   *
   * @param name of the text, for the problems
   * @throws Invalid with {@code file} and {@code line} for the first that cannot be read
   */
  public static List<YamlDocument> all(String name, String text) {
    Spot first = new Spot(name, 1);
    try (YAMLParser parser = YamlRows.events(new StringReader(text))) {
      List<YamlDocument> all = new ArrayList<>();
      YamlScalars scalars = new YamlScalars();
      for (JsonToken t = parser.nextToken(); t != null; t = parser.nextToken()) {
        if (!scalars.isNothing(parser)) {
          all.add(document(parser, scalars, first.at(parser.currentTokenLocation().getLineNr())));
        }
      }
      return all;
    } catch (StreamConstraintsException tooDeep) {
      throw first.input("deep", Map.of());
    } catch (JsonProcessingException wrong) {
      var at = wrong.getLocation();
      Spot spot = at == null ? first : first.at(Math.max(1, at.getLineNr()));
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw spot.input("yaml", Map.of("length", column));
    } catch (IOException never) {
      throw new UncheckedIOException(never);
    }
  }

  private static YamlDocument document(YAMLParser parser, YamlScalars scalars, Spot spot)
      throws IOException {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      throw spot.input("root", Map.of());
    }
    TokenTree tree = new TokenTree(parser, scalars, spot);
    try {
      Row row = tree.row();
      return new YamlDocument(row.line(), row.cells(), tree.lines());
    } catch (Invalid wrong) {
      throw new Invalid(wrong.problems().stream().map(p -> atItsKey(p, tree.lines())).toList());
    }
  }

  private static Problem atItsKey(Problem problem, Map<String, Long> lines) {
    Long line = lines.get(problem.field());
    return line == null ? problem : problem.with("line", line);
  }
}
