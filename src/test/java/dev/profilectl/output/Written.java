package dev.profilectl.output;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Runs a printer and returns what it wrote; rows are plain lists of values. */
final class Written {
  static final Look TERMINAL = new Look(true, null, false);

  /** One of everything a column may give. */
  static final List<@Nullable Object> EVERYTHING =
      Arrays.asList(
          "张三 \"A\\B\"",
          null,
          42,
          -7_000_000_000L,
          new BigDecimal("1.50"),
          true,
          Instant.parse("2026-01-02T03:04:05Z"),
          new RawJson("{\"a\":1.0e2,\"b\":[null,0.10]}"),
          new RawJson("\"text\""),
          List.of("x", 1),
          Map.of("k", "v"));

  private Written() {}

  static String by(Page page, Consumer<Printer> use) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    use.accept(new Printer(bytes, page));
    return bytes.toString(StandardCharsets.UTF_8);
  }

  /** Columns called a, b, c … over rows that are lists. */
  static List<Column<List<@Nullable Object>>> columns(int count) {
    return IntStream.range(0, count)
        .mapToObj(
            i -> Column.<List<@Nullable Object>>of(Character.toString('a' + i), row -> row.get(i)))
        .toList();
  }

  @SafeVarargs
  @SuppressWarnings("varargs")
  static String many(Page page, int columns, List<? extends @Nullable Object>... rows) {
    return by(
        page,
        printer -> {
          try (Rows<List<@Nullable Object>> written = printer.many(columns(columns))) {
            for (List<? extends @Nullable Object> row : rows) {
              written.add(Arrays.asList(row.toArray()));
            }
          }
        });
  }

  static String one(Page page, @Nullable Object... values) {
    return by(page, printer -> printer.one(columns(values.length), Arrays.asList(values)));
  }

  static String one(OutputFormat format, @Nullable Object... values) {
    return one(Page.of(format, Look.PIPE), values);
  }

  static Map<String, @Nullable Object> object(Object... keysAndValues) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      object.put((String) keysAndValues[i], keysAndValues[i + 1]);
    }
    return object;
  }
}
