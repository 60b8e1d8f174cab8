package dev.profilectl;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.profilectl.profile.Edit;
import dev.profilectl.profile.Field;
import dev.profilectl.profile.Origin;
import dev.profilectl.profile.Outcome;
import dev.profilectl.profile.People;
import dev.profilectl.profile.ProfilePatch;
import dev.profilectl.profile.RandomPatches;
import dev.profilectl.store.SqliteDirectory;
import dev.profilectl.store.StoreSettings;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Users with any legal values, and inputs about them, the same for the same seed. */
final class RandomPeople {
  /** The fields that both an export and an import know. */
  static final String FIELDS =
      Arrays.stream(Field.values())
          .filter(field -> field == Field.ID || !(field.isReadOnly() || field.isSecret()))
          .map(Field::key)
          .collect(Collectors.joining(","));

  private static final Set<Field> TEXTUAL = textual();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Random random;
  private final RandomPatches patches;

  RandomPeople(long seed) {
    random = new Random(seed);
    patches = new RandomPatches(seed);
  }

  private static Set<Field> textual() {
    Set<Field> fields = EnumSet.noneOf(Field.class);
    for (Field field : Field.values()) {
      switch (field.kind()) {
        case TEXT, GENDER, DATE, JSON -> {
          if (!field.isReadOnly() && field != Field.USERNAME) {
            fields.add(field);
          }
        }
        default -> {}
      }
    }
    return fields;
  }

  /** A change of some fields, and of names now and then. */
  ProfilePatch patch(int number) {
    ProfilePatch some = patches.of(TEXTUAL);
    Map<Field, Object> set = new EnumMap<>(Field.class);
    set.putAll(some.set());
    if (random.nextInt(3) == 0) {
      set.put(Field.REFUND_RATE, new BigDecimal(random.nextInt(-999, 999) + ".0" + number + "1"));
      set.put(Field.SERVE_NUM, random.nextLong());
      set.put(Field.REAL_NAME_VERIFIED, random.nextBoolean());
    }
    if (random.nextInt(9) == 0) {
      set.put(Field.USERNAME, "Renamed." + number);
    }
    return new ProfilePatch(set, some.clear());
  }

  /** Makes users 1 to {@code count} in a store. */
  void make(Path store, int count) {
    StoreSettings settings = new StoreSettings(Clock.fixed(People.NOON, ZoneOffset.UTC), random, 4);
    List<Edit> makes = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      Map<Field, Object> set = new EnumMap<>(Field.class);
      set.putAll(patch(i).set());
      set.put(Field.USERNAME, (random.nextBoolean() ? "user" : "User-") + i);
      makes.add(new Edit.Create(People.id(i), new ProfilePatch(set, Set.of())));
    }
    try (SqliteDirectory directory = SqliteDirectory.open(store, settings)) {
      List<Outcome> made = directory.apply(makes, new Origin("made", "tester", null));
      if (!made.stream().allMatch(Outcome.Created.class::isInstance)) {
        throw new AssertionError(made);
      }
    }
  }

  /** Rows that change some of these users, and make some that come after them. */
  List<Map<String, @Nullable Object>> rows(int users, int fresh) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (int i = 1; i <= users + fresh; i++) {
      if (i > users || random.nextInt(4) > 0) {
        ProfilePatch patch = patch(i);
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", People.id(i).text());
        if (i > users) {
          row.put("username", "fresh" + i);
        }
        patch.set().forEach((field, value) -> row.putIfAbsent(field.key(), cell(value)));
        patch.clear().forEach(field -> row.put(field.key(), null));
        rows.add(row);
      }
    }
    return rows;
  }

  private static Object cell(Object value) {
    return value instanceof Integer || value instanceof Long || value instanceof Boolean
        ? value
        : value.toString();
  }

  /** The rows as an input of a format. */
  static String text(String format, List<Map<String, @Nullable Object>> rows) {
    return switch (format) {
      case "csv" -> table(rows, ",");
      case "tsv" -> table(rows, "\t");
      case "json" -> json(rows);
      case "ndjson" -> lines(rows, "");
      // to YAML it is the end of a line
      case "yaml" -> lines(rows, "- ").replace("\u0085", "\\u0085");
      default -> throw new IllegalArgumentException(format);
    };
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException never) {
      throw new AssertionError(never);
    }
  }

  private static String lines(List<Map<String, @Nullable Object>> rows, String before) {
    return rows.stream().map(row -> before + json(row) + "\n").collect(Collectors.joining());
  }

  private static String table(List<Map<String, @Nullable Object>> rows, String separator) {
    List<String> columns = rows.stream().flatMap(row -> row.keySet().stream()).distinct().toList();
    StringBuilder text = new StringBuilder(String.join(separator, columns)).append('\n');
    for (Map<String, @Nullable Object> row : rows) {
      Map<String, @Nullable Object> cells = new HashMap<>(row);
      text.append(
              columns.stream()
                  .map(column -> cell(cells, column, separator))
                  .collect(Collectors.joining(separator)))
          .append('\n');
    }
    return text.toString();
  }

  private static String cell(Map<String, @Nullable Object> row, String column, String separator) {
    Object value = row.get(column);
    if (value == null) {
      return row.containsKey(column) ? "\\N" : "";
    }
    String text = value.toString();
    if (separator.equals("\t")) {
      return text.replace("\\", "\\\\")
          .replace("\t", "\\t")
          .replace("\n", "\\n")
          .replace("\r", "\\r");
    }
    String plain = text.matches("\\\\+N") ? "\\" + text : text;
    return "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
